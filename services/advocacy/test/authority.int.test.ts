import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { intake, startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
afterAll(() => test.stop());

const endsAt = '2026-12-01T00:00:00.000Z';
const shown =
  'id status narrative outcomeSummary deadlines { kind } messages { edges { node { author body } } } attachments { id } consent { scope name viewerActions } viewerActions';
const represented = async (who: string | undefined, caseId: string) =>
  (await fixture.ask(who, `query ($id: ID!) { representedCase(caseId: $id) { ${shown} } }`, { id: caseId }))[
    'representedCase'
  ];
const list = async (who: string | undefined) =>
  (await fixture.ask(who, '{ representedCases(first: 100) { edges { node { id } } } }'))['representedCases'].edges.map(
    ({ node }: { node: { id: string } }) => node.id,
  );
const name = (who: string, caseId: string, changes: Readonly<Record<string, unknown>> = {}) =>
  fixture.mutate(
    who,
    'nameRepresentative',
    { caseId, subject: 'bea', scope: 'READ_AND_WRITE', endsAt, idempotencyKey: randomUUID(), ...changes },
    'representative { id name scope viewerActions }',
  );

describe('a representative', () => {
  it('reads what the student shares and writes for them, on record, until the consent is taken back', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'Hello Ada.' });
    expect(await represented('bea', caseId)).toBeNull();
    const { representative } = await name('ada', caseId);
    expect(representative).toMatchObject({ name: 'bea', scope: 'READ_AND_WRITE', viewerActions: ['WITHDRAW'] });
    const posted = { caseId, body: 'I speak for Ada.', idempotencyKey: 'one' };
    const post = () => fixture.mutate('bea', 'postAsRepresentative', posted, 'posted: message { id author }');
    const first = await post();
    expect(first).toMatchObject({ posted: { author: 'REPRESENTATIVE' } });
    expect(await post()).toEqual(first);
    expect(await represented('bea', caseId)).toMatchObject({
      id: caseId,
      status: 'OPEN',
      narrative: intake.narrative,
      messages: {
        edges: [
          { node: { author: 'CASE_WORKER', body: 'Hello Ada.' } },
          { node: { author: 'REPRESENTATIVE', body: 'I speak for Ada.' } },
        ],
      },
      viewerActions: ['POST_MESSAGE'],
    });
    expect(await list('bea')).toContain(caseId);
    const file = (
      await fixture.ask(
        'carl',
        'query ($id: ID!) { case(id: $id) { representatives { name scope } messages { edges { node { author } } } } }',
        { id: caseId },
      )
    )['case'];
    expect(file.representatives).toEqual([{ name: 'bea', scope: 'READ_AND_WRITE' }]);
    const ledger = (
      await fixture.ask(
        'ada',
        'query ($id: ID!) { case(id: $id) { ledgerIsIntact disclosures(first: 50) { edges { node { readerRole purpose fields } } } } }',
        { id: caseId },
      )
    )['case'];
    expect(ledger.ledgerIsIntact).toBe(true);
    const acted = ledger.disclosures.edges
      .map(({ node }: { node: { readerRole: string } }) => node)
      .filter(({ readerRole }: { readerRole: string }) => readerRole === 'REPRESENTATIVE');
    expect(new Set(acted.map(({ purpose }: { purpose: string }) => purpose))).toEqual(new Set(['REPRESENTATION']));
    expect(acted.flatMap(({ fields }: { fields: string[] }) => fields).sort()).toEqual([
      'MESSAGES',
      'NARRATIVE',
      'REPRESENTATIVES',
    ]);
    await fixture.expectSuccess('ada', 'withdrawRepresentative', { representativeId: representative.id });
    expect(await represented('bea', caseId)).toBeNull();
    expect(await list('bea')).not.toContain(caseId);
    expect(await fixture.mutate('bea', 'postAsRepresentative', { caseId, body: 'Again' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(
      await fixture.mutate('ada', 'withdrawRepresentative', { representativeId: representative.id }),
    ).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('sees no more than the student shares: not the file itself, no name, no note of the team, no ledger', async () => {
    const caseId = await fixture.assigned();
    await name('ada', caseId);
    for (const field of ['contactName', 'otherParties', 'assignee', 'disclosures', 'referrals', 'notes'])
      expect(
        JSON.stringify(await fixture.ask('bea', '{ __type(name: "RepresentedCase") { fields { name } } }')),
      ).not.toContain(`"${field}"`);
    expect(await fixture.ask('bea', 'query ($id: ID!) { case(id: $id) { id } }', { id: caseId })).toEqual({
      case: null,
    });
    for (const action of ['withdrawCase', 'closeCase', 'takeReceipt'])
      expect(await fixture.mutate('bea', action, { caseId })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await name('bea', caseId, { subject: 'rosa' })).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('writes only with consent to that, and acts only to the day', async () => {
    const caseId = await fixture.assigned();
    await name('ada', caseId, { scope: 'READ' });
    expect(await represented('bea', caseId)).toMatchObject({ viewerActions: [] });
    expect(await fixture.mutate('bea', 'postAsRepresentative', { caseId, body: 'Hello' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    clock.set(endsAt);
    expect(await represented('bea', caseId)).toBeNull();
    expect(await list('bea')).not.toContain(caseId);
    clock.set(testStart);
  });

  it('gives it up themselves, and nobody else ends it', async () => {
    const caseId = await fixture.assigned();
    const { representative } = await name('ada', caseId);
    for (const who of ['carl', 'amira', 'rosa', 'sys', undefined])
      for (const representativeId of [representative.id, randomUUID()])
        expect(await fixture.mutate(who, 'withdrawRepresentative', { representativeId })).toMatchObject({
          __typename: 'NotFoundError',
        });
    await fixture.expectSuccess('bea', 'withdrawRepresentative', { representativeId: representative.id });
    expect(await represented('bea', caseId)).toBeNull();
  });

  it('is an active member with no other part, named once at a time, for a year at most', async () => {
    const caseId = await fixture.assigned();
    for (const subject of ['ada', 'nobody-at-all', 'carl', ''])
      expect(await name('ada', caseId, { subject })).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'subject', rule: 'UNKNOWN' }],
      });
    for (const wrong of [testStart, '2026-01-01T00:00:00Z', '2028-01-01T00:00:00Z'])
      expect(await name('ada', caseId, { endsAt: wrong })).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'endsAt', rule: 'OUT_OF_RANGE' }],
      });
    const answers = await Promise.all(Array.from({ length: 4 }, () => name('ada', caseId)));
    expect(answers.filter((answer) => answer['__typename'] === 'NameRepresentativeSuccess')).toHaveLength(1);
    expect(answers.find((answer) => answer['__typename'] === 'ValidationError')).toMatchObject({
      fields: [{ path: 'subject', rule: 'CONTRADICTION' }],
    });
    for (const who of ['carl', 'bea', 'amira', undefined])
      expect(String((await name(who ?? 'nobody', caseId))['__typename'])).toMatch(/^Not/);
  });

  it('is one of twenty in the life of a case', async () => {
    const caseId = await fixture.assigned();
    await fixture.sql(
      `insert into case_representative select gen_random_uuid(), $1, 'p' || n, 'READ', $2, $3, null, 1 from generate_series(1, 20) n`,
      [caseId, testStart, endsAt],
    );
    expect(await name('ada', caseId)).toMatchObject({ __typename: 'LimitReachedError' });
  });

  it('is to everybody else exactly as one of a case that does not exist, by the same statements', async () => {
    const caseId = await fixture.assigned();
    await name('ada', caseId);
    await fixture.settled();
    for (const who of ['rosa', 'uma', 'cora', 'amira', 'dana', undefined]) {
      const trace = async (id: string) => {
        let answer: unknown;
        const statements = await test.countStatements(async () => {
          answer = [
            await represented(who, id),
            await fixture.mutate(who, 'postAsRepresentative', { caseId: id, body: 'Hi' }),
          ];
        });
        return { who, answer, statements };
      };
      expect(await trace(caseId)).toEqual(await trace(randomUUID()));
    }
  });

  it('lists cases in statements that do not grow with them', async () => {
    const query =
      '{ representedCases(first: 100) { edges { node { id narrative deadlines { id } attachments { id } consent { name viewerActions } } } } }';
    await fixture.settled();
    const before = await test.countStatements(async () => void (await fixture.ask('bea', query)));
    await name('ada', await fixture.assigned());
    await fixture.settled();
    expect((await test.countStatements(async () => void (await fixture.ask('bea', query)))).toSorted()).toEqual(
      before.toSorted(),
    );
  });
});

type Opened = { readonly id: string; readonly authority: { readonly confirmedAt: string | null } | null };

describe('a case opened on behalf of a student', () => {
  const told = { ...intake, subject: 'ada', basis: 'PHONE' };
  /** The one that waits for its student. */
  const newIn = (all: readonly Opened[]): Opened =>
    all.find(({ authority }) => authority?.confirmedAt === null) ?? { id: '', authority: null };
  const cases = async () =>
    (
      await fixture.ask(
        'ada',
        '{ viewer { member { cases(first: 100) { edges { node { id status authority { basis confirmedAt viewerActions } } } } } } }',
      )
    )['viewer'].member.cases.edges.map(({ node }: { node: object }) => node);

  it('is theirs alone to confirm, and nothing of it is shared before', async () => {
    const known = (await cases()).length;
    await fixture.expectSuccess('carl', 'openCaseOnBehalf', { ...told, idempotencyKey: 'k1' });
    await fixture.expectSuccess('carl', 'openCaseOnBehalf', { ...told, idempotencyKey: 'k1' });
    const all = await cases();
    expect(all).toHaveLength(known + 1);
    const { id: caseId, authority } = newIn(all);
    expect(authority).toEqual({ basis: 'PHONE', confirmedAt: null, viewerActions: ['CONFIRM'] });
    expect(await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { id } }', { id: caseId })).toEqual({
      case: null,
    });
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
    await fixture.expectSuccess('amira', 'triageCase', { caseId, matter: 'HOUSING', urgency: 'NORMAL' });
    await fixture.expectSuccess('amira', 'assignCase', { caseId, assignee: 'carl' });
    const draft = { caseId, departmentId: fixture.departments.housing, fields: [{ name: 'room', value: '27' }] };
    expect(await fixture.mutate('carl', 'draftReferral', draft)).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(
      JSON.stringify(await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { viewerActions } }', { id: caseId })),
    ).not.toContain('DRAFT_REFERRAL');
    expect(await fixture.mutate('carl', 'confirmCase', { caseId })).toMatchObject({ __typename: 'NotAllowedError' });
    for (const who of ['bea', 'amira', undefined])
      expect(await fixture.mutate(who, 'confirmCase', { caseId })).toMatchObject({ __typename: 'NotFoundError' });
    await fixture.expectSuccess('ada', 'confirmCase', { caseId });
    expect((await cases()).find(({ id }: { id: string }) => id === caseId)).toMatchObject({
      authority: { confirmedAt: testStart, viewerActions: [] },
    });
    expect(await fixture.mutate('ada', 'confirmCase', { caseId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await fixture.expectSuccess('carl', 'draftReferral', draft);
  });

  it('is opened by a case worker in office, for somebody else who is a member', async () => {
    for (const who of ['ada', 'amira', 'uma', 'sys', undefined])
      expect(await fixture.mutate(who, 'openCaseOnBehalf', told)).toMatchObject({ __typename: 'NotAllowedError' });
    await fixture.member('cora');
    for (const subject of ['nobody-at-all', 'cora'])
      expect(await fixture.mutate('cora', 'openCaseOnBehalf', { ...told, subject })).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'subject', rule: 'UNKNOWN' }],
      });
    expect(await fixture.mutate('carl', 'openCaseOnBehalf', { ...told, narrative: 'x' })).toMatchObject({
      fields: [{ path: 'narrative', rule: 'TOO_SHORT' }],
    });
  });

  it('is withdrawn by the student who does not want it', async () => {
    await fixture.expectSuccess('carl', 'openCaseOnBehalf', told);
    const { id: caseId } = newIn(await cases());
    await fixture.expectSuccess('ada', 'withdrawCase', { caseId });
    expect((await cases()).find(({ id }: { id: string }) => id === caseId)).toMatchObject({ status: 'CLOSED' });
  });

  it('has no authority to show where the student opened it', async () => {
    const caseId = await fixture.opened();
    expect(await fixture.mutate('ada', 'confirmCase', { caseId })).toMatchObject({ __typename: 'NotFoundError' });
    expect(
      await fixture.ask('ada', 'query ($id: ID!) { case(id: $id) { authority { basis } } }', { id: caseId }),
    ).toEqual({ case: { authority: null } });
  });
});
