import type { FactUnit } from '../../deps.js';
import { recordFacts } from '../../record/use-cases/record-fact.js';
import type { Journey } from '../enrolment.js';
import { progressFacts } from '../progress-facts.js';
import { announceCompletion } from './announce-completion.js';

/**
 * Puts on record, inside the caller's transaction and under the member's lock, which steps were passed or taken back
 * between two states of a journey, and tells of a path that became complete. Call it wherever a journey is written.
 */
export async function announceProgress(
  unit: Pick<FactUnit, 'records' | 'outbox'>,
  { before, after }: { readonly before: Journey; readonly after: Journey },
  now: Date,
): Promise<void> {
  await recordFacts(unit, progressFacts(before, after, now), now);
  await announceCompletion(unit.outbox, before, after);
}
