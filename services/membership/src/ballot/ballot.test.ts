import { describe, expect, it } from '@jest/globals';
import { sealedLength } from '@guildhall/ballot';
import { toId } from '@guildhall/kernel';
import { liveStates, type ElectionStatus, type LiveStatus } from '../election/election.js';
import { ballotSeals } from './ballot-seals.crypto.js';
import { bundlesOf, checkLengths, openingTaskOf, readBallots, viewerBallotOf, type RollFacts } from './ballot.js';

const votingClosesAt = new Date('2026-11-20T16:00:00Z');
const before = new Date('2026-11-20T15:59:59Z');
const facts = (
  status: ElectionStatus,
  { resumesTo, ...roll }: { resumesTo?: LiveStatus } & Partial<Omit<RollFacts, 'election'>>,
): RollFacts => ({
  election: { status, resumesTo, votingClosesAt },
  hasVoted: undefined,
  isFrozen: true,
  wouldVote: false,
  ...roll,
});
const everywhere: readonly ElectionStatus[] = [...liveStates, 'DECLARED', 'SUSPENDED', 'VOIDED'];

describe('where a member’s ballot is', () => {
  it('is to come for who would be on the roll, while it is not frozen and the election not void', () => {
    const waiting = everywhere.filter((status) => status !== 'VOIDED');
    for (const status of waiting)
      expect(viewerBallotOf(facts(status, { isFrozen: false, wouldVote: true }), before)).toBe('TO_COME');
    expect(viewerBallotOf(facts('VOIDED', { isFrozen: false, wouldVote: true }), before)).toBe('NOT_ON_ROLL');
    expect(viewerBallotOf(facts('CAMPAIGN', { isFrozen: false }), before)).toBe('NOT_ON_ROLL');
  });

  it('is nowhere for who is not on the frozen roll, and cast for who has voted, whatever becomes of the election', () => {
    for (const status of everywhere) {
      expect(viewerBallotOf(facts(status, {}), before)).toBe('NOT_ON_ROLL');
      expect(viewerBallotOf(facts(status, { hasVoted: true }), before)).toBe('CAST');
    }
  });

  it('can be cast while voting is open and its time is not over, waits while it is halted, and is not cast after that', () => {
    const unused = { hasVoted: false };
    expect(viewerBallotOf(facts('VOTING', unused), before)).toBe('OPEN');
    expect(viewerBallotOf(facts('VOTING', unused), votingClosesAt)).toBe('NOT_CAST');
    expect(viewerBallotOf(facts('SUSPENDED', { ...unused, resumesTo: 'VOTING' }), before)).toBe('TO_COME');
    expect(viewerBallotOf(facts('SUSPENDED', { ...unused, resumesTo: 'CLOSED' }), before)).toBe('NOT_CAST');
    for (const status of ['CLOSED', 'PROVISIONAL', 'DECLARED', 'VOIDED'] as const)
      expect(viewerBallotOf(facts(status, unused), before)).toBe('NOT_CAST');
  });
});

describe('ballots as they are sent', () => {
  const contestId = toId<'Contest'>(crypto.randomUUID());

  it('are read with their receipts, and fit the one length of their contest', () => {
    const sealed = Buffer.alloc(sealedLength(3), 7).toString('base64url');
    const read = readBallots([{ contestId, sealed }], ballotSeals);
    if (!read.ok) throw new Error('they can be read');
    expect(read.value[0]?.receipt).toMatch(/^[0-9a-f]{64}$/);
    expect(checkLengths(read.value, new Map([[contestId, 3]]), ballotSeals).ok).toBe(true);
    expect(checkLengths(read.value, new Map([[contestId, 4]]), ballotSeals).ok).toBe(false);
    expect(checkLengths(read.value, new Map(), ballotSeals).ok).toBe(false);
  });

  it('are refused when there are none, too many, two for a contest, or one that is not written as ballots are', () => {
    const sent = { contestId, sealed: 'AAAA' };
    for (const ballots of [[], Array.from({ length: 51 }, () => sent), [sent, sent], [{ ...sent, sealed: 'A A' }]])
      expect(readBallots(ballots, ballotSeals).ok).toBe(false);
  });
});

describe('ballots that are opened', () => {
  const candidate = toId<'Candidate'>(crypto.randomUUID());
  const contest = {
    contestId: toId<'Contest'>(crypto.randomUUID()),
    candidates: [candidate],
    sealed: [Uint8Array.of(1, 2), Uint8Array.of(3, 4)],
  };

  it('go to their thread as one piece of memory', () => {
    const task = openingTaskOf(contest, { electionId: toId(crypto.randomUUID()), privateKeys: ['a', 'b'] });
    expect([task.count, [...task.sealed]]).toEqual([2, [1, 2, 3, 4]]);
  });

  it('come back whole or not at all', () => {
    const opened = [
      { preferences: [candidate], papers: 1 },
      { preferences: undefined, papers: 1 },
    ];
    expect(bundlesOf(contest, opened)).toEqual(opened.map((one) => ({ ...one, contestId: contest.contestId })));
    expect(() => bundlesOf(contest, opened.slice(1))).toThrow('not every ballot');
  });
});
