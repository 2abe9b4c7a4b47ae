import { countBallots, countPapers, readBallotFile, writeBallotFile, type Ballot } from '@guildhall/stv';

/** What one measurement took, in milliseconds, and what was counted, so that two machines can be compared. */
export type CountMeasurement = {
  readonly count: number;
  readonly recount: number;
  readonly kinds: number;
  readonly outcome: string;
};

const candidates = [...'ABCDEFGHIJKL'];
const contest = { candidates, seats: 4, seed: 'north wind', ron: 'L' };

/**
 * Ballots that rank 1 to 12 candidates at random, the same for the same seed everywhere: hardly two are equal, which is the
 * worst that a count can meet.
 */
export function randomBallots(number: number, seed: number): readonly Ballot[] {
  let state = seed;
  // Mulberry32, in whole numbers of 32 bits.
  const draw = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const number = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return Math.floor((((number ^ (number >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
  return Array.from({ length: number }, () => {
    const left = [...candidates];
    return Array.from({ length: 1 + draw(candidates.length) }, () => left.splice(draw(left.length), 1)[0] ?? '');
  });
}

/** Counts ballots, and counts them again from the text of their ballot file, as a reader's browser does. */
export function measureCount(ballots: readonly Ballot[]): CountMeasurement {
  const places = new Map(candidates.map((name, place) => [name, place]));
  const text = writeBallotFile({
    title: 'Measurement',
    seats: contest.seats,
    candidates,
    withdrawn: [],
    ballots: ballots.map((ballot) => ({ preferences: ballot.map((name) => places.get(name) ?? -1), papers: 1 })),
  });
  const start = performance.now();
  const counted = countBallots(ballots, contest);
  const middle = performance.now();
  const file = readBallotFile(text);
  const papers = file.ballots.map(({ preferences, papers: equal }) => ({
    ballot: preferences.map((place) => candidates[place] ?? ''),
    papers: equal,
  }));
  const again = countPapers(papers, contest);
  const end = performance.now();
  const outcome = JSON.stringify(counted);
  if (JSON.stringify(again) !== outcome) throw new Error('the recount is another one');
  return { count: middle - start, recount: end - middle, kinds: file.ballots.length, outcome };
}
