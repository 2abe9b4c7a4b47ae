import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { machine, startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let caseId: string;
let drafted: string;
let sent: string;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
  caseId = await fixture.assigned();
  await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'Hello Ada.' });
  sent = await fixture.sent(caseId);
  drafted = (await fixture.drafted(caseId)).referralId;
});
afterAll(() => test.stop());

type Who = Parameters<Fixture['ask']>[0];

const housing = machine('department-housing', 'referrals:read', 'referrals:answer');
const everybodyElse: readonly Who[] = [
  'bea',
  'omar',
  'uma',
  'rosa',
  'cora',
  'milo',
  'lena',
  'otto',
  'nina',
  'sys',
  'nobody-at-all',
  undefined,
  machine('department-library', 'referrals:read', 'referrals:answer'),
  machine('analytics', 'insights:read'),
  { kind: 'service', service: 'membership' },
];
const strangersToFile: readonly Who[] = [...everybodyElse, 'amira', 'dana', 'dirk', housing];
const strangersToQueue: readonly Who[] = [...everybodyElse, 'ada', 'dana', 'dirk', housing];

const caseQuery =
  '{ id matter urgency stage status openedAt closedAt assignee narrative contactName otherParties outcome outcomeSummary deadlines { id } messages { edges { node { id body } } } referrals { id } disclosures { edges { node { at } } } stages { summary } courseActions lesson { words } reopening { statement } retention { isErased } exports { preview { title } } cause { cause } ledgerIsIntact viewerActions }';
const referralQuery =
  '{ id department { id } status fields { id name value consented } sentAt dueAt questions { id question } response { text } milestones { id text } handler { subject } chain { id } holders { name } openings { edges { node { at } } } draftResponse viewerActions }';

const onCase: Readonly<Record<string, (caseId: string) => object>> = {
  postCaseMessage: (id) => ({ caseId: id, body: 'Hello', idempotencyKey: randomUUID() }),
  awaitStudent: (id) => ({ caseId: id }),
  advanceCase: (id) => ({ caseId: id, stage: 'FORMAL' }),
  recordOutcome: (id) => ({ caseId: id, outcome: 'UPHELD', summary: 'Done' }),
  closeCase: (id) => ({ caseId: id }),
  withdrawCase: (id) => ({ caseId: id }),
  reopenCase: (id) => ({ caseId: id }),
  recuseFromCase: (id) => ({ caseId: id, tie: 'FRIEND' }),
  writeCaseNote: (id) => ({ caseId: id, layer: 'INTERNAL', body: 'Hm', idempotencyKey: randomUUID() }),
  openIdentity: (id) => ({ caseId: id, purpose: 'LEGAL_DUTY' }),
  closeIdentity: (id) => ({ caseId: id }),
  flagCase: (id) => ({ caseId: id }),
  unflagCase: (id) => ({ caseId: id }),
  proposeSafeguardingStep: (id) => ({
    caseId: id,
    ground: 'RISK_TO_LIFE',
    recipient: 'POLICE',
    reason: 'They said that they will not wait any longer.',
    idempotencyKey: randomUUID(),
  }),
  goFurther: (id) => ({ caseId: id }),
  recordCompletionLetter: (id) => ({ caseId: id, issuedAt: '2026-10-01T09:00:00.000Z' }),
  askReopening: (id) => ({
    caseId: id,
    fact: 'NEW_EVIDENCE',
    statement: 'Something new',
    idempotencyKey: randomUUID(),
  }),
  setCaseDeadline: (id) => ({ caseId: id, kind: 'APPEAL', startedAt: '2026-10-01T09:00:00.000Z' }),
  meetCaseDeadline: (id) => ({ caseId: id, deadlineId: randomUUID() }),
  proposeLesson: (id) => ({ caseId: id, words: 'A lesson' }),
  askErasure: (id) => ({ caseId: id }),
  requestExport: (id) => ({ caseId: id, redactions: [], idempotencyKey: randomUUID() }),
  nameCause: (id) => ({ caseId: id, cause: 'REPAIRS', departmentId: fixture.departments.housing }),
  consentToCount: (id) => ({ caseId: id, consents: true }),
  draftReferral: (id) => ({
    caseId: id,
    departmentId: fixture.departments.housing,
    fields: [{ name: 'room', value: '27' }],
  }),
};
const onQueue: Readonly<Record<string, (caseId: string) => object>> = {
  acknowledgeCase: (id) => ({ caseId: id }),
  triageCase: (id) => ({ caseId: id, matter: 'OTHER', urgency: 'LOW' }),
  assignCase: (id) => ({ caseId: id, assignee: 'cora' }),
  signpostCase: (id) => ({ caseId: id }),
  raiseCaseWall: (id) => ({ caseId: id, subject: 'cora' }),
  nameSecondWorker: (id) => ({ caseId: id, subject: 'cora' }),
  relieveSecondWorker: (id) => ({ caseId: id }),
  linkCases: (id) => ({ caseId: id, otherId: randomUUID() }),
  proposeCaseMerge: (id) => ({ caseId: id, otherId: randomUUID() }),
  decideReopening: (id) => ({ caseId: id, decision: 'GRANTED' }),
  placeHold: (id) => ({ caseId: id, basis: 'LEGAL' }),
  liftHold: (id) => ({ caseId: id, basis: 'LEGAL' }),
};
const onReferral: Readonly<Record<string, (referralId: string) => object>> = {
  consentToReferral: (id) => ({ referralId: id, fieldIds: [randomUUID()] }),
  withdrawReferralConsent: (id) => ({ referralId: id }),
  sendReferral: (id) => ({ referralId: id, idempotencyKey: randomUUID() }),
  acknowledgeReferral: (id) => ({ referralId: id }),
  askReferralInformation: (id) => ({ referralId: id, question: 'Why?' }),
  proposeReferralAnswer: (id) => ({ referralId: id, answer: 'So' }),
  answerReferralQuestion: (id) => ({ referralId: id, answer: 'So' }),
  draftReferralResponse: (id) => ({ referralId: id, text: 'No' }),
  respondToReferral: (id) => ({ referralId: id, decision: 'DECLINE', text: 'No', idempotencyKey: randomUUID() }),
  startReferralActions: (id) => ({ referralId: id }),
  addReferralMilestone: (id) => ({ referralId: id, text: 'A visit', dueAt: '2026-12-01T09:00:00Z' }),
  handReferral: (id) => ({ referralId: id, subject: 'dana' }),
  closeReferral: (id) => ({ referralId: id }),
};

/** What somebody gets for an id, and which statements it cost. */
async function trace(
  work: () => Promise<unknown>,
): Promise<{ readonly answer: unknown; readonly statements: readonly string[] }> {
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
  const answer = await fixture.mutate(who, name, { ...input(id) });
  expect({ who, name, type: answer['__typename'] }).toEqual({ who, name, type: 'NotFoundError' });
  return answer;
};

describe('a case that somebody may not see', () => {
  it('is read exactly as one that does not exist, by everybody else', async () => {
    for (const who of strangersToFile) await expectIndistinguishable(who, caseId, query(who, 'case', caseQuery));
  });

  it.each(Object.entries(onCase))(
    'is exactly as one that does not exist to everybody else who calls %s',
    async (name, input) => {
      for (const who of strangersToFile) await expectIndistinguishable(who, caseId, mutation(who, name, input));
    },
  );

  it.each(Object.entries(onQueue))(
    'is exactly as one that does not exist to everybody outside the advice team who calls %s',
    async (name, input) => {
      for (const who of strangersToQueue) await expectIndistinguishable(who, caseId, mutation(who, name, input));
    },
  );

  it('is no entry of the queue for anybody outside the advice team', async () => {
    const entry = '{ id matter status walls { id } safeguardingSteps { id reason } viewerActions }';
    for (const who of strangersToQueue) await expectIndistinguishable(who, caseId, query(who, 'caseQueueEntry', entry));
  });

  it('is in nobody else’s queue, not even as a number', async () => {
    const queue = '{ caseQueue { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }';
    for (const who of strangersToQueue)
      expect(await fixture.ask(who, queue)).toEqual({
        caseQueue: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
      });
    for (const who of ['amira', 'carl']) expect(JSON.stringify(await fixture.ask(who, queue))).toContain(caseId);
  });

  it('cannot be reached through its student, by name or by reference', async () => {
    const entities =
      'query ($who: ID!, $subject: ID!) { _entities(representations: [{ __typename: "Member", id: $who }, { __typename: "Viewer", subject: $subject }]) { ... on Member { id cases { edges { node { id } } } } ... on Viewer { subject member { cases { edges { node { id } } } } } } }';
    const ask = (who: Who) => fixture.ask(who, entities, { who: fixture.members['ada'], subject: 'ada' });
    for (const who of [...strangersToFile, 'carl'])
      expect(await ask(who)).toEqual({ _entities: [{ id: fixture.members['ada'], cases: null }, null] });
    const own = { edges: [{ node: { id: caseId } }] };
    expect(await ask('ada')).toEqual({
      _entities: [
        { id: fixture.members['ada'], cases: own },
        { subject: 'ada', member: { cases: own } },
      ],
    });
  });

  it('is no entity: other services cannot ask for a case or a referral', async () => {
    for (const type of ['Case', 'Referral', 'CaseMessage', 'CaseQueueEntry']) {
      const answer = await test.run(
        'ada',
        `query ($id: ID!) { _entities(representations: [{ __typename: "${type}", id: $id }]) { __typename } }`,
        { id: caseId },
      );
      expect(answer.errors).not.toBeUndefined();
      expect(JSON.stringify(answer.data ?? null)).not.toContain(type);
    }
  });

  it('keeps its words from the advice manager, who shares out the work', async () => {
    const { fields } = (await fixture.ask('amira', '{ __type(name: "CaseQueueEntry") { fields { name } } }'))['__type'];
    // Of `safeguardingSteps` the reason is the one text a manager reads, as the second person who answers for a step.
    expect(fields.map(({ name }: { name: string }) => name).sort()).toEqual([
      'assignee',
      'conflictSides',
      'courseActions',
      'deadlines',
      'flaggedAt',
      'id',
      'isAnonymous',
      'linkedCases',
      'matter',
      'nextDeadline',
      'openedAt',
      'reopening',
      'retention',
      'safeguardingSteps',
      'secondWorker',
      'stage',
      'status',
      'urgency',
      'vacatedAt',
      'viewerActions',
      'walls',
    ]);
  });

  it('shows its read ledger to its student alone', async () => {
    const seen = (
      await fixture.ask(
        'carl',
        'query ($id: ID!) { case(id: $id) { disclosures { edges { node { at } } } ledgerIsIntact } }',
        { id: caseId },
      )
    )['case'];
    expect(seen).toEqual({ disclosures: null, ledgerIsIntact: null });
  });
});

describe('a referral that somebody may not see', () => {
  it('is read exactly as one that does not exist, drafted or sent', async () => {
    for (const who of strangersToFile)
      await expectIndistinguishable(who, drafted, query(who, 'referral', referralQuery));
    for (const who of [...everybodyElse, 'amira'])
      await expectIndistinguishable(who, sent, query(who, 'referral', referralQuery));
  });

  it.each(Object.entries(onReferral))(
    'is exactly as one that does not exist to everybody else who calls %s',
    async (name, input) => {
      for (const who of strangersToFile) await expectIndistinguishable(who, drafted, mutation(who, name, input));
      for (const who of [...everybodyElse, 'amira'])
        await expectIndistinguishable(who, sent, mutation(who, name, input));
    },
  );

  it('tells a department nothing of the case behind it', async () => {
    const { fields } = (await fixture.ask('dana', '{ __type(name: "Referral") { fields { name } } }'))['__type'];
    expect(fields.map(({ name }: { name: string }) => name).sort()).toEqual([
      'chain',
      'department',
      'draftResponse',
      'dueAt',
      'fields',
      'handler',
      'holders',
      'id',
      'milestones',
      'openings',
      'questions',
      'response',
      'sentAt',
      'status',
      'viewerActions',
    ]);
    const answer = await fixture.ask('dana', `{ referrals { edges { cursor node ${referralQuery} } } }`);
    const shown = JSON.stringify(answer) + Buffer.from(answer['referrals'].edges[0].cursor, 'base64url').toString();
    for (const secret of [caseId, drafted, 'carl', 'Bronchitis', 'health', 'radiator', 'Ada'])
      expect(shown).not.toContain(secret);
    expect(shown).toContain('Lakeside 27');
  });
});
