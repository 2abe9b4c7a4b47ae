import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { approversNeeded, approversOf, checkEvidence } from '../../approval/approval.js';
import { logJudgement } from '../../approval/use-cases/log-judgement.js';
import type { Deps } from '../../deps.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { advanceActivity } from '../decide-activity.js';

/**
 * Approves a submitted activity; never by its organiser, its team or an officer of its group, and never twice by one
 * person. Where the tier asks for two, the activity stays submitted until the second.
 */
export function approveActivity(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { activityId }: { readonly activityId: ActivityId },
) {
  return transaction(async (unit) => {
    const { activities, approvals } = unit;
    const now = clock.now();
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    const memberId = memberOf(actor);
    if (memberId === undefined || !activityPolicy.can(actor, 'APPROVE', activity))
      return err(notAllowed('APPROVE', 'Activity'));
    const advanced = advanceActivity(activity, 'APPROVE', now);
    if (!advanced.ok) return advanced;
    const file = await approvals.getFile(activity.id);
    if (approversOf(file).includes(memberId)) return err(notAllowed('APPROVE', 'Activity'));
    const evidence = checkEvidence(activity, file);
    if (!evidence.ok) return evidence;
    const happened = { kind: 'APPROVED' as const, round: file.approval?.round ?? 1, memberId, now };
    await logJudgement(unit, ids, { activity, happened });
    const isEnough = approversOf(file).length + 1 >= approversNeeded(activity, file);
    if (!isEnough) return ok(activity);
    await unit.budgets.approve(activity, now);
    return ok(await activities.save(advanced.value));
  });
}
