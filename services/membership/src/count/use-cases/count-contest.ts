import type { CandidateId } from '../../candidate/candidate.js';
import type { ContestId } from '../../contest/contest.js';
import type { Repositories } from '../../deps.js';
import { electionRulesOf } from '../../election/election-rules.js';
import { countTaskOf, isStillCounted, passedOverOf, type Countable, type CountResult } from '../count-result.js';
import { toldParts } from '../turnout-parts.js';

/** What counting works with. */
export type CountUnit = Pick<Repositories, 'counts' | 'counter'>;

/**
 * Counts the opened ballots of a contest and keeps how, unless it would be counted as it was already. Of two that count a
 * contest at once the second waits and finds it counted. Throws for a contest whose ballots are not opened yet.
 */
export async function countContest(unit: CountUnit, contestId: ContestId, now: Date): Promise<CountResult> {
  const countable = await unit.counts.findCountableLocked(contestId);
  if (countable === undefined) throw new Error('a contest is counted when its ballots are opened');
  const last = await unit.counts.findLatest(contestId);
  if (last !== undefined && isStillCounted(last, countable)) return last;
  const count = await unit.counter.count(countTaskOf(countable));
  const ids = new Map<string, CandidateId>(countable.paper.map(({ id }) => [id, id]));
  const idsOf = (names: readonly string[]): readonly CandidateId[] => names.flatMap((name) => ids.get(name) ?? []);
  return unit.counts.add({
    contestId,
    countNumber: (last?.countNumber ?? 0) + 1,
    countedAt: now,
    seats: countable.seats,
    valid: count.valid,
    blank: count.blank,
    spoilt: countable.spoilt,
    candidates: idsOf(count.candidates),
    passedOver: passedOverOf(countable.paper),
    elected: idsOf(count.elected),
    stages: count.stages,
    turnoutParts: last?.turnoutParts ?? (await countTurnout(unit, countable)),
  });
}

async function countTurnout({ counts }: CountUnit, countable: Countable): Promise<CountResult['turnoutParts']> {
  return toldParts(await counts.countTurnout(countable.contestId), electionRulesOf(countable).partFrom);
}
