import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { brokenConstraint } from '@guildhall/subgraph';
import { startAdvocacy, type Fixture } from './fixture.js';
import { driveJobs } from './job-driver.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const kept = 'retention { erasesAt isErased holds { basis } viewerActions }';
const read = async (who: string, id: string) =>
  (await fixture.ask(who, `query ($id: ID!) { case(id: $id) { status narrative viewerActions ${kept} } }`, { id }))[
    'case'
  ];
const entry = async (id: string) => {
  const { caseQueue } = await fixture.ask(
    'amira',
    `{ caseQueue(part: OVER, first: 100) { edges { node { id ${kept} } } } }`,
  );
  return caseQueue.edges
    .map(({ node }: { node: { id: string } }) => node)
    .find((node: { id: string }) => node.id === id);
};
const closed = async (student = 'ada') => {
  const caseId = await fixture.assigned(student);
  await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { narrative contactName } }', { id: caseId });
  await fixture.expectSuccess(student, 'withdrawCase', { caseId });
  return caseId;
};
const erased = async (id: string) =>
  (await fixture.sql('select data_key is null as erased from case_file where id = $1', [id]))[0].erased;
const sweep = async (...ids: readonly string[]) => {
  await fixture.sql(`select graphile_worker.add_job('sweep-cases', '{}', job_key := 'sweep')`);
  for (const id of ids)
    await driveJobs(fixture, `pseudonymise-case:${id}`, { what: 'the case to be erased', until: () => erased(id) });
};
const broken = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => brokenConstraint(error),
  );

describe('a case that is over', () => {
  it('is kept for the time of its matter, and then is a fact without a person', async () => {
    const [first, second] = [await closed(), await closed()];
    const pseudonym = (await fixture.sql('select student from case_file where id = $1', [first]))[0].student;
    expect((await read('ada', first)).retention).toEqual({
      erasesAt: '2028-10-05T09:00:00.000Z',
      isErased: false,
      holds: [],
      viewerActions: ['ASK_ERASURE'],
    });
    clock.set('2028-10-06T09:00:00Z');
    await sweep(first, second);
    expect(await fixture.sql('select 1 from case_party where case_id = any($1)', [[first, second]])).toEqual([]);
    expect(await fixture.sql('select 1 from sealed_text where case_id = any($1)', [[first, second]])).toEqual([]);
    expect(await fixture.sql('select 1 from case_receipt where case_id = any($1)', [[first, second]])).toEqual([]);
    expect(await fixture.sql('select 1 from notice where case_id = any($1)', [[first, second]])).toEqual([]);
    const rows = await fixture.sql(
      'select distinct student, matter, outcome, opened_at from case_file where id = any($1)',
      [[first, second]],
    );
    expect(rows).toMatchObject([{ matter: 'HOUSING', outcome: 'WITHDRAWN', opened_at: new Date(testStart) }]);
    expect(rows[0].student).toMatch(/^past:/);
    expect(rows[0].student).not.toContain(pseudonym);
    expect(await read('ada', first)).toBeNull();
    expect(
      await fixture.sql('select 1 from disclosure where student = $1 and case_id is not null', [pseudonym]),
    ).toEqual([]);
    expect(await broken(fixture.sql(`update case_file set status = 'REOPENED' where id = $1`, [first]))).toBe(
      'case_file_erased_is_over',
    );
    clock.set(testStart);
    expect(await entry(first)).toMatchObject({ retention: { isErased: true, erasesAt: null, viewerActions: [] } });
  });

  it('leaves the student’s read ledger whole when its facts are forgotten', async () => {
    const caseId = await closed('bea');
    const other = await fixture.opened('bea');
    await fixture.expectSuccess('bea', 'askErasure', { caseId });
    const seen = await fixture.ask('bea', 'query ($id: ID!) { case(id: $id) { ledgerIsIntact } }', { id: other });
    expect(seen['case']).toEqual({ ledgerIsIntact: true });
  });

  it('is erased earlier when its student asks, unless it is held; nobody else can ask', async () => {
    const caseId = await closed();
    for (const who of ['carl', 'bea', 'amira', 'uma', 'sys']) {
      const answer = await fixture.mutate(who, 'askErasure', { caseId });
      expect({ who, type: answer['__typename'] }).toEqual({
        who,
        type: who === 'carl' ? 'NotAllowedError' : 'NotFoundError',
      });
    }
    await fixture.expectSuccess('amira', 'placeHold', { caseId, basis: 'LEGAL' });
    expect(await fixture.mutate('amira', 'placeHold', { caseId, basis: 'LEGAL' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect((await read('ada', caseId)).retention).toMatchObject({ holds: [{ basis: 'LEGAL' }], viewerActions: [] });
    expect(await fixture.mutate('ada', 'askErasure', { caseId })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'LEGAL',
    });
    expect(await broken(fixture.sql('update case_file set data_key = null where id = $1', [caseId]))).toBe(
      'case_file_erased_unheld',
    );
    const free = await closed('bea');
    clock.set('2038-10-06T09:00:00Z');
    await sweep(free);
    expect(await erased(caseId)).toBe(false);
    clock.set(testStart);
    expect(await fixture.mutate('carl', 'liftHold', { caseId, basis: 'LEGAL' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('amira', 'liftHold', { caseId, basis: 'LEGAL' });
    expect(await fixture.mutate('amira', 'liftHold', { caseId, basis: 'LEGAL' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await fixture.expectSuccess('ada', 'askErasure', { caseId });
    expect(await read('ada', caseId)).toBeNull();
    expect(await fixture.mutate('ada', 'reopenCase', { caseId })).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('is either held or erased when both are asked at once', async () => {
    const caseId = await closed();
    const [hold, erasure] = await Promise.all([
      fixture.mutate('amira', 'placeHold', { caseId, basis: 'ADJUDICATOR' }),
      fixture.mutate('ada', 'askErasure', { caseId }),
    ]);
    const done = [hold['__typename'] === 'PlaceHoldSuccess', erasure['__typename'] === 'AskErasureSuccess'];
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await erased(caseId)).toBe(done[1]);
  });

  it('is not erased while it goes on', async () => {
    const caseId = await fixture.assigned();
    expect(await fixture.mutate('ada', 'askErasure', { caseId })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'OPEN',
    });
    expect((await read('ada', caseId)).retention).toEqual({
      erasesAt: null,
      isErased: false,
      holds: [],
      viewerActions: [],
    });
  });
});
