import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import { ElectionActs, electionDates, electionStart } from './election-acts.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(electionStart);
let test: TestService;
let fixture: Fixture;
let acts: ElectionActs;
let ada: Member;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  acts = new ElectionActs(test, clock);
  ada = await fixture.member('ada');
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('olga', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
});
beforeEach(() => clock.set(electionStart));
afterAll(() => test.stop());

const rows = (query: string, parameters: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
  test.dataSource.query(query, [...parameters]);

/** An election that only waits for its voting to open, with as many contests as said. */
async function ready(title: string, contests: number) {
  const positions: string[] = [];
  for (let index = 0; index < contests; index += 1)
    positions.push((await fixture.position(undefined, 'UNION_OFFICER')).id);
  const announced = await acts.announced(title, positions);
  for (const contestId of announced.contestIds) await acts.stand(contestId, ada.id);
  const keys = await acts.giveKeys(announced.electionId);
  clock.set(electionDates.nominationsCloseAt);
  await acts.hurry(`close-nominations:${announced.electionId}`);
  await acts.kind('otto', 'publishCandidates', { electionId: announced.electionId });
  await acts.come('open-campaign', announced.electionId, electionDates.campaignOpensAt);
  clock.set(electionDates.votingOpensAt);
  return { ...announced, keys, positions };
}

/** Another worker takes up the opening of the same vote. */
const openToo = (electionId: string): Promise<unknown> =>
  rows('select graphile_worker.add_job($1, $2::json, run_at := now(), job_key := $3)', [
    'open-voting',
    JSON.stringify({ electionId, _due: electionDates.votingOpensAt }),
    `again:${electionId}`,
  ]);

describe('the opening of a vote', () => {
  it('by two workers at once freezes the roll once', async () => {
    const { electionId, contestIds } = await ready('Opened twice', 2);
    const [before] = await rows('select version from election where id = $1', [electionId]);
    await openToo(electionId);
    await acts.hurry(`open-voting:${electionId}`);
    await acts.hurry(`again:${electionId}`);
    const [after] = await rows('select status, version from election where id = $1', [electionId]);
    expect(after).toEqual({ status: 'VOTING', version: Number(before?.['version']) + 1 });
    const [roll] = await rows('select count(*)::int as n from voter_roll_entry where contest_id = any($1)', [
      contestIds,
    ]);
    expect(roll).toEqual({ n: 2 });
  });

  it('has whoever is suspended in the same moment on every roll or on none', async () => {
    for (let round = 0; round < 3; round += 1) {
      const voter = await fixture.member(`voter ${round}`);
      const { electionId, contestIds } = await ready(`Suspended meanwhile ${round}`, 3);
      const [, suspended] = await Promise.all([
        acts.hurry(`open-voting:${electionId}`),
        acts.suspend('sys', voter.id, '2096-12-01T00:00:00.000Z'),
      ]);
      expect(suspended).toBe('SuspendMemberSuccess');
      const on = await rows('select 1 from voter_roll_entry where member_id = $1 and contest_id = any($2)', [
        voter.id,
        contestIds,
      ]);
      expect([0, contestIds.length]).toContain(on.length);
      expect(await acts.look('ada', electionId)).toMatchObject({ status: 'VOTING' });
      clock.set(electionStart);
    }
  });
});

describe('the declaration of a result', () => {
  it('by two returning officers at once gives each mandate once', async () => {
    const { electionId, contestIds, keys, positions } = await ready('Declared twice', 1);
    const [contestId = ''] = contestIds;
    await acts.hurry(`open-voting:${electionId}`);
    const paper = await acts.paper(contestId);
    const ballot = { electionId, contestId, candidates: [...paper.values()], keys };
    expect(await acts.vote('ada', ballot, [paper.get('ada') ?? ''])).toBe('CastBallotsSuccess');
    await acts.come('close-voting', electionId, electionDates.votingClosesAt);
    await acts.open(electionId, keys);
    clock.set('2096-10-05T00:00:00.000Z');
    const outcomes = await Promise.all(
      ['otto', 'olga', 'otto'].map((subject) => acts.kind(subject, 'declareElection', { electionId })),
    );
    expect(outcomes.sort()).toEqual(['DeclareElectionSuccess', 'IllegalTransitionError', 'IllegalTransitionError']);
    expect(await rows('select member_id from mandate where position_id = any($1)', [positions])).toEqual([
      { member_id: ada.id },
    ]);
  });

  it('and its voiding at once end in one of them', async () => {
    const { electionId } = await ready('Voided meanwhile', 1);
    const outcomes = await Promise.all([
      acts.kind('otto', 'voidElection', { electionId, reason: 'Nobody was told.' }),
      acts.kind('olga', 'suspendElection', { electionId, reason: 'The power is out.' }),
    ]);
    const status = (await acts.look('ada', electionId))?.['status'];
    // A halted election can be voided, a void one cannot be halted.
    expect([
      ['VoidElectionSuccess', 'SuspendElectionSuccess'],
      ['VoidElectionSuccess', 'IllegalTransitionError'],
    ]).toContainEqual(outcomes);
    expect(status).toBe('VOIDED');
  });
});

describe('two elections planned at once', () => {
  it('never have one name, and an election never two successors', async () => {
    const plan = () =>
      acts.kind('otto', 'planElection', {
        title: 'Twin',
        schedule: electionDates,
        campaignRules: 'Be fair.',
        secondTrustee: 'sys',
      });
    expect((await Promise.all([plan(), plan(), plan()])).sort()).toEqual([
      'ConflictError',
      'ConflictError',
      'PlanElectionSuccess',
    ]);
    const { id } = await fixture.position(undefined, 'UNION_OFFICER');
    const { electionId } = await acts.announced('Left empty', [id]);
    await acts.kind('otto', 'voidElection', { electionId, reason: 'Nobody was told.' });
    const again = (title: string) =>
      acts.kind('otto', 'planByElection', { electionId, title, schedule: electionDates });
    expect((await Promise.all([again('First'), again('Second')])).sort()).toEqual([
      'ConflictError',
      'PlanByElectionSuccess',
    ]);
  });
});

describe('the database', () => {
  it('keeps contests to the positions of their election, and whoever has voted as having voted', async () => {
    const group = await fixture.group('Chess', [ada.id]);
    const { id: positionId } = await fixture.position(group.id);
    const { electionId, contestIds } = await ready('Constraints', 1);
    await expect(
      rows(
        `insert into contest (id, election_id, position_id, seats, mandates_end_at, place, version)
         values (gen_random_uuid(), $1, $2, 1, '2097-01-01', 9, 1)`,
        [electionId, positionId],
      ),
    ).rejects.toThrow('a position of its election');
    await rows('insert into voter_roll_entry (contest_id, member_id, has_voted) values ($1, $2, true)', [
      contestIds[0],
      ada.id,
    ]);
    await expect(
      rows('update voter_roll_entry set has_voted = false where contest_id = $1', [contestIds[0]]),
    ).rejects.toThrow('who has voted has voted');
    await expect(rows(`update election set seed = 'another' where id = $1`, [electionId])).rejects.toThrow(
      'does not change',
    );
    await expect(
      rows('update election set second_trustee = returning_officer where id = $1', [electionId]),
    ).rejects.toThrow('election_two_trustees');
    await expect(
      rows('update election set campaign_opens_at = nominations_open_at where id = $1', [electionId]),
    ).rejects.toThrow('election_dates');
  });
});
