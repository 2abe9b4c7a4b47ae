import type { IdSource } from '@guildhall/kernel';
import type { ModeratedWords, ModerationUnit } from '../moderated.subject.js';
import { moderationLifecycle, moveItem, type ModerationItem } from '../moderation.js';
import { tellReporters } from './tell-of-moderation.js';

/**
 * Notes, in the transaction in which an author takes a thing back, that nothing is left to decide, and keeps none of its
 * words. `item` was locked before the thing itself was, as every decision does, so that neither waits for the other.
 */
export async function takeBack(
  unit: ModerationUnit,
  ids: IdSource,
  {
    item,
    place,
    at,
  }: { readonly item: ModerationItem | null; readonly place: ModeratedWords['place']; readonly at: Date },
): Promise<void> {
  if (item === null || !moderationLifecycle.can('TAKE_BACK', item, at)) return;
  const gone = moveItem(item, 'TAKE_BACK', { by: undefined, at });
  if (!gone.ok) return;
  const reporters = await unit.reports.close(item.id, 'GONE', at);
  await unit.reports.save(gone.value);
  await tellReporters(unit, { item, place, decisionId: ids.ordered<'ModerationDecision'>() }, reporters);
}
