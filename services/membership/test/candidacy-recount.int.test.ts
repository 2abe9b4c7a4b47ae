import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CandidacyWorld } from './candidacy-world.js';
import { closedContest, count, makeProvisional, type ClosedContest } from './counted-contest.js';

const world = new CandidacyWorld();
const { member, move } = world;
let contest: ClosedContest;

beforeAll(() => world.start());
afterAll(() => world.stop());

/** Ada is A and wins, ben is B and would win without her. */
beforeEach(async () => {
  await world.begin();
  contest = await closedContest(world.test, world.fixture, {
    ballots: [
      [6, 'AB'],
      [4, 'BA'],
      [2, 'CB'],
    ],
  });
  for (const [letter, name] of Object.entries({ A: 'ada', B: 'ben', C: 'cem' }))
    await world.test.dataSource.query('update candidate set member_id = $2 where id = $1', [
      contest.ids.get(letter),
      member(name).id,
    ]);
});

const idOf = (letter: string): string => contest.ids.get(letter) ?? '';

type Counted = { readonly counts: number; readonly elected: readonly string[]; readonly until: Date | null };
async function counted(): Promise<Counted> {
  const [row] = await world.test.dataSource.query(
    `select (select count(*)::int from count_result r where r.contest_id = k.id) as counts, e.complaints_until as until,
       (select r.elected from count_result r where r.contest_id = k.id order by r.count_number desc limit 1) as elected
     from contest k join election e on e.id = k.election_id where k.id = $1`,
    [contest.contestId],
  );
  return { counts: row.counts, elected: row.elected ?? [], until: row.until };
}

describe('a contest that was counted', () => {
  beforeEach(async () => {
    await count(world.test, contest, world.clock.now());
    await makeProvisional(world.test, contest);
    expect(await counted()).toMatchObject({ counts: 1, elected: [idOf('A')] });
  });

  it('is counted again when the winner stands down, and can be complained about anew', async () => {
    const before = await counted();
    world.clock.set('2026-10-09T09:00:00.000Z');
    expect(await move('ada', 'withdrawCandidacy', idOf('A'))).toMatchObject({ candidate: { status: 'WITHDRAWN' } });
    const after = await counted();
    expect(after).toMatchObject({ counts: 2, elected: [idOf('B')] });
    expect(after.until?.getTime()).toBeGreaterThan(before.until?.getTime() ?? 0);
  });

  it('is counted again when the winner is taken out, and once more when the appeal is granted', async () => {
    await move('otto', 'disqualifyCandidate', idOf('A'), { reason: 'Paid for votes.' });
    expect(await counted()).toMatchObject({ counts: 2, elected: [idOf('B')] });
    await move('ada', 'appealCandidacy', idOf('A'), { text: 'I did not.' });
    await move('odile', 'decideCandidacyAppeal', idOf('A'), { isGranted: true, reason: 'She did not.' });
    expect(await counted()).toMatchObject({ counts: 3, elected: [idOf('A')] });
  });

  it('is not counted again for an appeal that is not granted', async () => {
    await move('otto', 'disqualifyCandidate', idOf('A'), { reason: 'Paid for votes.' });
    await move('ada', 'appealCandidacy', idOf('A'), { text: 'I did not.' });
    await move('odile', 'decideCandidacyAppeal', idOf('A'), { isGranted: false, reason: 'She did.' });
    expect(await counted()).toMatchObject({ counts: 2, elected: [idOf('B')] });
  });
});

describe('a contest that is closed and not counted', () => {
  it('stays so when somebody stands down', async () => {
    await move('ada', 'withdrawCandidacy', idOf('A'));
    expect(await counted()).toEqual({ counts: 0, elected: [], until: null });
    const [election] = await world.test.dataSource.query('select status from election where id = $1', [
      contest.electionId,
    ]);
    expect(election.status).toBe('CLOSED');
  });
});
