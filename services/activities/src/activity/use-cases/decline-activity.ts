import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { logJudgement } from '../../approval/use-cases/log-judgement.js';
import type { Deps } from '../../deps.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { refuseActivity } from '../decide-activity.js';

/** Declines a submitted activity with the reason; never by somebody who runs it. */
export function declineActivity(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { activityId, reason }: { readonly activityId: ActivityId; readonly reason: string },
) {
  return transaction(async (unit) => {
    const { activities, approvals } = unit;
    const now = clock.now();
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    const memberId = memberOf(actor);
    if (memberId === undefined || !activityPolicy.can(actor, 'DECLINE', activity))
      return err(notAllowed('DECLINE', 'Activity'));
    const refused = refuseActivity(activity, 'DECLINE', { reason, now });
    if (!refused.ok) return refused;
    const round = (await approvals.getFile(activity.id)).approval?.round ?? 1;
    const happened = { kind: 'DECLINED' as const, note: refused.value.statusReason, round, memberId, now };
    await logJudgement(unit, ids, { activity, happened });
    return ok(await activities.save(refused.value));
  });
}
