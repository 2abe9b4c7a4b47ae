import { err, limitReached, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { appealItem, type Subject } from '../moderation.js';
import { moderationPolicy } from '../moderation.policy.js';
import { tellModerators } from './tell-of-moderation.js';

/** Against the removal of what, and in which words. */
export type AppealRemoval = { readonly subject: Subject; readonly words: string };

/** Appeals, as the author of something that was removed, to somebody else than who removed it; once. */
export function appealRemoval({ transaction, clock, ids }: Deps, actor: Actor, { subject, words }: AppealRemoval) {
  return transaction(async (unit) => {
    const now = clock.now();
    const item = await unit.reports.findLocked(subject);
    if (item === null || !moderationPolicy.canAppeal(actor, item)) return err(notFound('Content'));
    if (item.state === 'REMOVED' && item.appeal !== undefined)
      return err(limitReached('You have appealed for this before.', 1));
    const appealed = appealItem(item, words, now);
    if (!appealed.ok) return appealed;
    const saved = await unit.reports.save(appealed.value);
    await tellModerators(unit, ids, { item: saved, now });
    return ok(saved);
  });
}
