import { err, memberOf, notAllowed, notFound, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkReason, type ModerationDecision, type ModerationItemId } from '../moderation.js';
import { moderationPolicy } from '../moderation.policy.js';
import { carryOut } from './decide.js';

/** What a moderator decides about which reported thing, and why. */
export type DecideReportedItem = {
  readonly itemId: ModerationItemId;
  readonly decision: ModerationDecision;
  readonly reason: string;
};

/** Decides about something that was reported, or about an appeal, which is for somebody else than who removed it. */
export function decideReportedItem(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { itemId, decision, reason }: DecideReportedItem,
) {
  return transaction(async (unit) => {
    const at = clock.now();
    const by = memberOf(actor);
    const item = await unit.reports.findVisibleLocked(actor, itemId, at);
    if (item === null || by === undefined) return err(notFound('ReportedItem'));
    if (!moderationPolicy.canDecide(actor, decision, item)) return err(notAllowed(decision, 'ReportedItem'));
    const words = checkReason(reason);
    if (!words.ok) return words;
    return carryOut(unit, ids, { item, decided: { decision, reason: words.value, by, at } });
  });
}
