import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import { closedContest, count, makeProvisional, type ClosedContest } from './counted-contest.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const rows = (sql: string, parameters: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
  test.dataSource.query(sql, [...parameters]);

/** A counted contest in which a member stands, was nominated by another, voted and complained. */
async function involved(member: Member): Promise<ClosedContest> {
  const contest = await closedContest(test, fixture, {
    ballots: [
      [12, 'AB'],
      [5, 'BA'],
    ],
  });
  const candidateId = contest.ids.get('A');
  await rows('update candidate set member_id = $2, name = $3, statements = $4 where id = $1', [
    candidateId,
    member.id,
    member.displayName,
    JSON.stringify([{ language: 'en', text: 'Vote for me.' }]),
  ]);
  await rows(
    `insert into nomination (id, candidate_id, nominator_id, made_at) values (gen_random_uuid(), $1, $2, $3)`,
    [contest.ids.get('B'), member.id, testStart],
  );
  await rows('insert into voter_roll_entry (contest_id, member_id, has_voted) values ($1, $2, true)', [
    contest.contestId,
    member.id,
  ]);
  await rows(
    `insert into election_complaint (id, election_id, member_id, words, made_at, status, version)
     values (gen_random_uuid(), $1, $2, 'Posters everywhere.', $3, 'OPEN', 1)`,
    [contest.electionId, member.id, testStart],
  );
  await count(test, contest, new Date(testStart));
  await makeProvisional(test, contest);
  return contest;
}

async function ask(member: Member): Promise<Record<string, unknown>> {
  const { data } = await test.run(
    member.subject,
    `mutation ($input: RequestErasureInput!) { answer: requestErasure(input: $input) { __typename ... on IllegalTransitionError { state } } }`,
    { input: { confirmation: member.displayName } },
  );
  return data?.['answer'] as Record<string, unknown>;
}

describe('erasing somebody who took part in an election', () => {
  it('waits while they stand in an election that is not decided, and says so', async () => {
    const member = await fixture.member('standing', { displayName: 'Selma Standing' });
    await involved(member);
    expect(await ask(member)).toEqual({ __typename: 'IllegalTransitionError', state: 'OPEN_CANDIDACY' });
  });

  it('leaves every total as it was, and no name or word', async () => {
    const member = await fixture.member('stood', { displayName: 'Stella Stood' });
    const contest = await involved(member);
    const totals = (): Promise<unknown> =>
      rows(
        `select (select count(*) from voter_roll_entry where contest_id = $1 and has_voted) as voted,
           (select count(*) from nomination where candidate_id = $2) as nominations,
           (select to_jsonb(r) from count_result r where r.contest_id = $1) as result`,
        [contest.contestId, contest.ids.get('B')],
      );
    const before = await totals();
    await rows(`update election set status = 'DECLARED', declared_at = '2026-10-12' where id = $1`, [
      contest.electionId,
    ]);
    expect(await ask(member)).toMatchObject({ __typename: 'RequestErasureSuccess' });
    clock.advance(14 * 86_400_000 + 1);
    await rows(
      `select graphile_worker.reschedule_jobs(array(select j.id from graphile_worker.jobs j join erasure e
         on j.key = 'erase-member:' || e.id where e.member_id = $1), run_at := now())`,
      [member.id],
    );
    await waitFor('the member to be erased', async () => {
      const [found] = await rows('select status from member where id = $1', [member.id]);
      return found?.['status'] === 'ERASED';
    });
    expect(await totals()).toEqual(before);
    expect(
      await rows('select name, member_id, statements from candidate where id = $1', [contest.ids.get('A')]),
    ).toEqual([{ name: 'Former member', member_id: null, statements: [] }]);
    expect(
      await rows('select words, member_id from election_complaint where election_id = $1', [contest.electionId]),
    ).toEqual([{ words: '', member_id: null }]);
  });
});
