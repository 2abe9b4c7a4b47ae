import type { Id } from '@guildhall/kernel';
import { entryAt, type RandomStream } from '../random-stream.js';
import type { DemoCandidate, DemoPreferences } from './election.js';

/** How popular candidates are, in the order of the candidates; who has nothing is nobody's first choice. */
export type Popularity = readonly number[];

/** So few that nobody else has less. */
const firstsOfTheTied = 2;
const firstsOfReopening = 5;

/**
 * As many ballots as asked for. Most people rank some, a few rank all, some hand in a blank one. Where two candidates have no
 * popularity, each is the first choice of two people, so that the count has to draw lots between them.
 */
export function demoBallots(
  random: RandomStream,
  { candidates, popularity, count }: { candidates: readonly DemoCandidate[]; popularity: Popularity; count: number },
): readonly DemoPreferences[] {
  const ids = candidates.map(({ id }) => id);
  const reopen = entryAt(ids, ids.length - 1);
  const unpopular = ids.slice(0, -1).filter((_id, place) => popularity[place] === 0);
  const fixed = [
    ...unpopular.flatMap((id) => Array.from({ length: firstsOfTheTied }, () => id)),
    ...(unpopular.length > 0 ? Array.from({ length: firstsOfReopening }, () => reopen) : []),
  ];
  const weights = new Map(ids.map((id, place) => [id, popularity[place] ?? 0.6]));
  const ballots = Array.from({ length: count }, (_unused, index): DemoPreferences => {
    const first = fixed[index];
    if (first !== undefined) return [first, ...ranked(random, ids, weights).filter((id) => id !== first)].slice(0, 3);
    if (random.chance(0.02)) return [];
    return ranked(random, ids, weights).slice(0, random.between(1, ids.length));
  });
  return random.shuffle(ballots);
}

/** All candidates, each place drawn among those left by their popularity; the unpopular come last. */
function ranked(
  random: RandomStream,
  ids: readonly Id<'Candidate'>[],
  weights: ReadonlyMap<Id<'Candidate'>, number>,
): DemoPreferences {
  const left = ids.filter((id) => (weights.get(id) ?? 0) > 0);
  const order: Id<'Candidate'>[] = [];
  while (left.length > 0) {
    const next = random.weighted(left.map((id) => [id, weights.get(id) ?? 0] as const));
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return [...order, ...random.shuffle(ids.filter((id) => weights.get(id) === 0))];
}
