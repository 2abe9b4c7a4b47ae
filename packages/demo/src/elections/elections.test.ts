import { describe, expect, test } from '@jest/globals';
import { isBallotKey, isKeyPair, makeTrusteeKey } from '@guildhall/ballot';
import { countBallots } from '@guildhall/stv';
import { broken, byId, plannedUnions, repeated } from '../consistency-checks.js';
import { demoMembers } from '../people/demo-people.js';
import { demoTrusteeKeys } from './demo-trustee-keys.js';
import type { DemoContest, DemoElection } from './election.js';
import { planDemoElections } from './elections.js';
import { demoElectionIds } from './past-elections.js';
import { demoCandidacies } from './running-elections.js';

const count = ({ seed }: DemoElection, { candidates, ballots, seats }: DemoContest) => {
  const names = candidates.map(({ id }) => id);
  const ron = candidates.find(({ memberId }) => memberId === undefined)?.id ?? '';
  return countBallots(ballots, { candidates: names, ron, seats, seed });
};

describe.each(plannedUnions)('the elections of the demo union, %s,', (_name, union, anchor) => {
  const elections = planDemoElections(union, anchor);
  const contests = elections.flatMap((election) => election.contests.map((contest) => ({ election, contest })));
  const candidates = contests.flatMap(({ election, contest }) =>
    contest.candidates.map((candidate) => ({ election, contest, candidate })),
  );
  const member = byId(union.members);
  const position = byId(union.positions);
  const electionOf = byId(elections);

  test('are the same every time, each with at least one contest', () => {
    expect(planDemoElections(union, anchor)).toEqual(elections);
    expect(elections.map(({ id }) => id).toSorted()).toEqual(Object.values(demoElectionIds).toSorted());
    expect(elections.map((one) => one.contests.length)).toEqual([3, 1, 1, 3, 2]);
    expect(
      repeated([...contests.map(({ contest }) => contest.id), ...candidates.map(({ candidate }) => candidate.id)]),
    ).toEqual([]);
  });

  test('have dates in order, and are where their dates say', () => {
    for (const { status, schedule, declaredAt, plannedAt } of elections) {
      const { nominationsOpenAt, nominationsCloseAt, campaignOpensAt, votingOpensAt, votingClosesAt } = schedule;
      const { countedAt, mandatesStartAt } = schedule;
      const dates = [plannedAt, nominationsOpenAt, nominationsCloseAt, campaignOpensAt, votingOpensAt, votingClosesAt];
      const inOrder = [...dates, countedAt, declaredAt, mandatesStartAt].flatMap((date) => date?.getTime() ?? []);
      expect(inOrder.every((at, index) => at > (inOrder[index - 1] ?? 0))).toBe(true);
      const passed = inOrder.filter((at) => at <= anchor.getTime()).length;
      expect([status, passed]).toEqual([
        status,
        { NOMINATIONS: 2, VOTING: 5, PROVISIONAL: 7, DECLARED: passed }[status],
      ]);
      expect(passed >= 8).toBe(status === 'DECLARED');
    }
  });

  test('have as many ballots as voters, all of whom are on the roll of those who could vote', () => {
    for (const { contest, election } of contests) {
      const { roll, voters, ballots, positionId } = contest;
      const { groupId, constituency } = position(positionId);
      const onRoll = new Set(roll);
      expect([repeated(roll), repeated(voters), ballots.length]).toEqual([[], [], voters.length]);
      expect(broken(voters, (id) => !onRoll.has(id))).toEqual([]);
      expect(
        broken(roll, (id) => member(id).status !== 'ACTIVE' || member(id).joinedAt >= election.schedule.votingOpensAt),
      ).toEqual([]);
      expect(
        broken(
          roll,
          (id) => constituency !== undefined && `${member(id).programme}, year ${member(id).year}` !== constituency,
        ),
      ).toEqual([]);
      expect(election.groupId).toBe(groupId);
      expect(roll.length > 0).toBe(election.status !== 'NOMINATIONS');
    }
  });

  test('have ballots that rank those who stand, each once', () => {
    for (const { contest } of contests) {
      const standing = new Set(contest.candidates.map(({ id }) => id));
      expect(
        broken(
          contest.ballots,
          (ballot) => new Set(ballot).size < ballot.length || ballot.some((id) => !standing.has(id)),
        ),
      ).toEqual([]);
    }
  });

  test('have candidates of the electorate, once each, with nominators who are not themselves, and nobody who runs them', () => {
    const staff = new Set(union.appointments.map(({ subject }) => subject));
    for (const { contest, election } of contests) {
      expect(repeated(contest.candidates.flatMap(({ memberId }) => memberId ?? []))).toEqual([]);
      expect(contest.candidates.map(({ memberId }) => memberId === undefined).lastIndexOf(false)).toBe(
        contest.candidates.length - 2,
      );
      expect(election.returningOfficer).not.toBe(election.secondTrustee);
      expect(staff.has(election.returningOfficer) && staff.has(election.secondTrustee)).toBe(true);
    }
    const people = candidates.flatMap(({ candidate, election }) =>
      candidate.memberId === undefined ? [] : [{ ...candidate, election, memberId: candidate.memberId }],
    );
    expect(people.length).toBeGreaterThan(20);
    expect(broken(people, ({ memberId, name }) => member(memberId).displayName !== name)).toEqual([]);
    expect(
      broken(people, ({ memberId, nominators }) => nominators.includes(memberId) || repeated(nominators).length > 0),
    ).toEqual([]);
    const involved = people.flatMap(({ memberId, nominators }) => [memberId, ...nominators]);
    expect(broken(involved, (id) => member(id).status !== 'ACTIVE' || staff.has(member(id).subject))).toEqual([]);
  });

  test('are won, by the real count, by those who hold the offices today; one by lot, one with a surplus', () => {
    const declared = contests.filter(({ election }) => election.status === 'DECLARED');
    const stages = declared.map(({ election, contest }) => {
      const { elected, stages: course } = count(election, contest);
      const memberOf = new Map<string, string | undefined>(
        contest.candidates.map(({ id, memberId }) => [id, memberId]),
      );
      const holders = union.mandates
        .filter(({ positionId, from, to }) => positionId === contest.positionId && from <= anchor && anchor < to)
        .map(({ memberId }) => memberId);
      expect(new Set(elected.map((id) => memberOf.get(id)))).toEqual(new Set(holders));
      return course;
    });
    const [president = [], , , network = []] = stages;
    expect(president.some(({ tie }) => tie !== undefined && tie.decidedAtStage === undefined)).toBe(true);
    expect(president.filter(({ kind }) => kind === 'EXCLUSION').length).toBeGreaterThan(2);
    expect(network.some(({ kind }) => kind === 'SURPLUS')).toBe(true);
    expect(Math.max(...declared.map(({ contest }) => contest.ballots.length))).toBeGreaterThanOrEqual(240);
  });

  test('give nobody two seats of one office at a time when those that run are declared', () => {
    for (const { contest, election } of contests.filter(({ election: { status } }) => status !== 'DECLARED')) {
      const until = union.mandates.filter(({ positionId }) => positionId === contest.positionId).map(({ to }) => to);
      expect(broken(until, (to) => to > election.schedule.mandatesStartAt)).toEqual([]);
    }
  });

  test('let the demo people vote in three contests, and ask Ada whether she stands', () => {
    const { contests: open } = electionOf(demoElectionIds.voting);
    expect(open).toHaveLength(3);
    for (const { memberId } of Object.values(demoMembers))
      for (const { roll, voters } of open)
        expect([roll.includes(memberId), voters.includes(memberId)]).toEqual([true, false]);
    const asked = candidates.filter(({ candidate }) => candidate.answer === 'NOMINATED');
    expect(asked.map(({ candidate }) => [candidate.id, candidate.memberId])).toEqual([
      [demoCandidacies.ada, demoMembers.ada.memberId],
    ]);
    const few = electionOf(demoElectionIds.provisional).contests[0];
    expect(few?.ballots.length).toBeLessThan(10);
    expect(few?.roll).toContain(demoMembers.ada.memberId);
  });
});

describe('the keys of the demo trustees', () => {
  test('say in plain text what they are', () => {
    const texts = Object.values(demoTrusteeKeys).map(({ privateKey }) =>
      Buffer.from(privateKey, 'base64url').toString(),
    );
    expect(texts.map((text) => text.startsWith('Demo key: '))).toEqual([true, true]);
    expect(texts.map(({ length }) => length)).toEqual([32, 32]);
  });

  test('seal and open demo ballots, and are refused as the key of anybody else', async () => {
    for (const key of Object.values(demoTrusteeKeys)) {
      expect(await isKeyPair(key)).toBe(true);
      expect(await isBallotKey(key.publicKey)).toBe(false);
    }
    expect(await isBallotKey((await makeTrusteeKey()).publicKey)).toBe(true);
  });
});
