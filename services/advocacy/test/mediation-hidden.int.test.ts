import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, type TestService } from '@guildhall/testing';
import { machine, startAdvocacy, type Fixture } from './fixture.js';
import { MediationFixture, wish } from './mediation-fixture.js';

let test: TestService;
let fixture: Fixture;
let lead: MediationFixture;
let requested: string;
let agreed: string;
let inSessions: string;
let over: string;
let caseId: string;

beforeAll(async () => {
  // A term in which no timed step is due yet, so that nothing but the request asks the database.
  ({ test, fixture } = await startAdvocacy({ clock: new TestClock('2027-02-01T09:00:00.000Z') }));
  await fixture.appointment('mona', 'MEDIATOR');
  lead = new MediationFixture(fixture);
  caseId = await fixture.assigned();
  over = await lead.inSessions();
  await lead.done('bea', 'withdrawFromMediation', { mediationId: over });
  inSessions = await lead.inSessions({ caseId });
  agreed = await lead.agreed();
  requested = await lead.requested();
});
afterAll(() => test.stop());

type Who = Parameters<Fixture['ask']>[0];

/** Everybody who stands on no side; carl is the case worker of the case that the mediation belongs to. */
const outsiders: readonly Who[] = [
  'carl',
  'cora',
  'omar',
  'uma',
  'rosa',
  'dana',
  'dirk',
  'lena',
  'otto',
  'nina',
  'sys',
  'nobody-at-all',
  undefined,
  machine('department-housing', 'referrals:read', 'referrals:answer'),
  machine('analytics', 'insights:read'),
  { kind: 'service', service: 'membership' },
];

const inside =
  '{ id status requestedAt belongsToCase unsuitableReason request parties { id name hasSigned } invitedUntil agreement { version } agreedAt mediator endedAt extent rooms { id messages { edges { node { body } } } } sessions { place } terms { text } readings { edges { node { at } } } viewerFollowUp viewerActions }';
const outside =
  '{ id status requestedAt belongsToCase request parties { name } invitedUntil candidates { subject } viewerActions }';

const onMediation: Readonly<Record<string, (mediationId: string) => object>> = {
  answerMediationProposal: (mediationId) => ({ mediationId, consents: true }),
  signMediationAgreement: (mediationId) => ({ mediationId, agreementVersion: 1, idempotencyKey: randomUUID() }),
  refuseMediation: (mediationId) => ({ mediationId }),
  withdrawFromMediation: (mediationId) => ({ mediationId }),
  stepBackFromMediation: (mediationId) => ({ mediationId }),
  planMediationSession: (mediationId) => ({ mediationId, startsAt: '2027-03-01T10:00:00.000Z', place: 'Here' }),
  recordMediationAgreement: (mediationId) => ({
    mediationId,
    extent: 'FULL',
    followUpWeeks: 4,
    terms: [{ text: 'Something', owedBy: randomUUID(), dueOn: '2027-03-31' }],
  }),
  endMediationWithoutAgreement: (mediationId) => ({ mediationId }),
  answerMediationFollowUp: (mediationId) => ({ mediationId, answer: 'KEPT' }),
};
const onQueue: Readonly<Record<string, (mediationId: string) => object>> = {
  screenMediation: (mediationId) => ({ mediationId }),
  inviteMediationParties: (mediationId) => ({ mediationId, idempotencyKey: randomUUID() }),
  assignMediator: (mediationId) => ({ mediationId, mediator: 'milo' }),
};

async function trace(work: () => Promise<unknown>) {
  let answer: unknown;
  const statements = await test.countStatements(async () => {
    answer = await work();
  });
  return { answer, statements };
}

async function expectIndistinguishable(who: Who, hidden: string, ask: (id: string) => Promise<unknown>): Promise<void> {
  const seen = await trace(() => ask(hidden));
  expect({ who, ...seen }).toEqual({ who, ...(await trace(() => ask(randomUUID()))) });
  expect({ who, answer: seen.answer }).toEqual({ who, answer: (await trace(() => ask('no id at all'))).answer });
}

const query = (who: Who, field: string, selection: string) => async (id: string) => {
  const data = await fixture.ask(who, `query ($id: ID!) { ${field}(id: $id) ${selection} }`, { id });
  expect({ who, data }).toEqual({ who, data: { [field]: null } });
  return data;
};
const mutation = (who: Who, name: string, input: (id: string) => object) => async (id: string) => {
  const answer = await lead.act(who, name, input(id));
  expect({ who, name, type: answer['__typename'] }).toEqual({ who, name, type: 'NotFoundError' });
  return answer;
};

describe('a mediation that somebody may not see', () => {
  it('is read exactly as one that does not exist, in every state', async () => {
    for (const id of [requested, agreed, inSessions, over])
      for (const who of [...outsiders, 'amira', 'mona'])
        await expectIndistinguishable(who, id, query(who, 'mediation', inside));
    await expectIndistinguishable('milo', over, query('milo', 'mediation', inside));
  });

  it('is exactly as one that does not exist from outside too, but for whoever screens it or assigns a mediator', async () => {
    for (const id of [requested, agreed, inSessions, over])
      for (const who of [...outsiders, 'ada', 'bea'])
        await expectIndistinguishable(who, id, query(who, 'mediationQueueEntry', outside));
    for (const id of [inSessions, over])
      for (const who of ['amira', 'mona', 'milo'])
        await expectIndistinguishable(who, id, query(who, 'mediationQueueEntry', outside));
    await expectIndistinguishable('mona', agreed, query('mona', 'mediationQueueEntry', outside));
  });

  it.each(Object.entries(onMediation))(
    'is exactly as one that does not exist to everybody else who calls %s',
    async (name, input) => {
      for (const who of [...outsiders, 'amira', 'mona'])
        await expectIndistinguishable(who, inSessions, mutation(who, name, input));
    },
  );

  it.each(Object.entries(onQueue))(
    'is exactly as one that does not exist to everybody outside the advice team who calls %s',
    async (name, input) => {
      for (const who of [...outsiders, 'ada', 'bea'])
        await expectIndistinguishable(who, requested, mutation(who, name, input));
      for (const who of ['amira', 'mona', 'milo'])
        await expectIndistinguishable(who, inSessions, mutation(who, name, input));
    },
  );

  it('has rooms that are exactly as ones that do not exist, for the other side as for everybody else', async () => {
    const [ada = ''] = await lead.parties(inSessions);
    const caucus = await lead.room('milo', inSessions, 'CAUCUS', ada);
    const write = (who: Who) => mutation(who, 'postMediationMessage', (roomId) => ({ roomId, body: 'Hello' }));
    for (const who of [...outsiders, 'amira', 'mona', 'bea']) await expectIndistinguishable(who, caucus, write(who));
  });

  it('is in nobody else’s lists, not even as a number', async () => {
    const own = '{ viewer { mediations { edges { cursor } pageInfo { hasNextPage } } } }';
    const queue = '{ mediationQueue { edges { cursor } pageInfo { hasNextPage } } }';
    const nothing = { edges: [], pageInfo: { hasNextPage: false } };
    for (const who of outsiders) {
      expect((await fixture.ask(who, queue))['mediationQueue']).toEqual(nothing);
      const { mediations } = (await fixture.ask(who, own))['viewer'];
      expect(mediations).toEqual(typeof who === 'string' ? nothing : null);
    }
    expect((await fixture.ask('amira', own))['viewer'].mediations).toEqual(nothing);
  });

  it('is no entity: other services cannot ask for one', async () => {
    for (const type of ['Mediation', 'MediationQueueEntry', 'MediationRoom', 'MediationMessage', 'MediationParty']) {
      const answer = await test.run(
        'ada',
        `query ($id: ID!) { _entities(representations: [{ __typename: "${type}", id: $id }]) { __typename } }`,
        { id: inSessions },
      );
      expect(answer.errors).not.toBeUndefined();
    }
  });

  it('leaves nothing in the case but that it is in mediation', async () => {
    const { viewer } = await fixture.ask('ada', '{ viewer { mediations { edges { node { id belongsToCase } } } } }');
    const own = viewer.mediations.edges.map(({ node }: { node: { id: string; belongsToCase: boolean } }) => node);
    expect(own).toContainEqual({ id: inSessions, belongsToCase: true });
    const { case: seen } = await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { status mediationActions } }', {
      id: caseId,
    });
    expect(seen).toEqual({ status: 'IN_MEDIATION', mediationActions: [] });
    const { mediation } = await fixture.ask(
      'bea',
      'query ($id: ID!) { mediation(id: $id) { belongsToCase request } }',
      {
        id: inSessions,
      },
    );
    expect(mediation).toEqual({ belongsToCase: false, request: null });
  });

  it('leaves no word, name or code in any row, event or job', async () => {
    const tables = await fixture.sql<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const rows = JSON.stringify(await fixture.sql(`select t::text from ${name} t`));
      for (const word of ['Okafor', 'Marlow', 'kitchen', wish.request, 'Room 4']) {
        expect(`${name}: ${rows.includes(word)}`).toBe(`${name}: false`);
        const hex = Buffer.from(word).toString('hex');
        expect(`${name}: ${rows.includes(hex)}`).toBe(`${name}: false`);
      }
    }
    expect(await fixture.sql('select 1 from outbox_event')).toEqual([]);
  });
});
