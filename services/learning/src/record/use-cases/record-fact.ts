import type { Id } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import { foldFacts } from '../evidence.js';
import type { FactSource, NewFact } from '../record-fact.js';

/**
 * Appends facts to the log inside the caller's transaction and projects what they come to. A duplicate changes nothing.
 * Returns the members whose evidence they are about; whoever is not inside `settleMember` settles them.
 */
export async function recordFacts(
  { records }: Pick<FactUnit, 'records'>,
  facts: readonly NewFact[],
  now: Date,
): Promise<readonly Id<'Member'>[]> {
  if (facts.length === 0) return [];
  await records.lockSources(facts);
  if ((await records.append(facts, now)) === 0) return [];
  const bySource = Map.groupBy(await records.listFacts(facts), sourceOf);
  const evidence = [...bySource.values()].flatMap(foldFacts);
  await records.project(evidence);
  return [...new Set(evidence.map(({ memberId }) => memberId))].sort();
}

/** As `recordFacts`, for one. */
export function recordFact(
  unit: Pick<FactUnit, 'records'>,
  fact: NewFact,
  now: Date,
): Promise<readonly Id<'Member'>[]> {
  return recordFacts(unit, [fact], now);
}

/** A key of the thing a fact is about. */
export function sourceOf({ source, aggregate, aggregateId }: FactSource): string {
  return `${source}:${aggregate}:${aggregateId}`;
}
