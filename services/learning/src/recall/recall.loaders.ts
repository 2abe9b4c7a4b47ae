import { memberOf, type Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { RecallSettings } from './recall-card.js';
import type { RecallTotals } from './recall-row.js';

/** The settings of whoever asks, read once; nothing unless they are a member. */
export function createRecallSettingsLoader(recall: Repositories['recall']): DataLoader<Actor, RecallSettings | null> {
  return new DataLoader((actors) =>
    Promise.all(
      actors.map(async (actor) => {
        const memberId = memberOf(actor);
        return memberId === undefined ? null : recall.findSettings(actor, memberId);
      }),
    ),
  );
}

/** How much whoever asks has to review before an instant, read once. */
export function createRecallTotalsLoader(
  actor: Actor,
  recall: Repositories['recall'],
): DataLoader<Date, RecallTotals, number> {
  return new DataLoader((instants) => Promise.all(instants.map((dueBefore) => recall.total(actor, dueBefore))), {
    cacheKeyFn: (instant) => instant.getTime(),
  });
}
