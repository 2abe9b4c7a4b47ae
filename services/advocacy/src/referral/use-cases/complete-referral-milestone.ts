import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { completeMilestone, milestoneTask, type MilestoneId } from '../milestone.js';
import { referralPolicy } from '../referral.policy.js';
import { tellStudent } from './tell-people.js';

/** The department kept a promise; the student is told. */
export function completeReferralMilestone(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { milestoneId }: { readonly milestoneId: MilestoneId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const milestone = await unit.milestones.findVisible(viewer, milestoneId);
    const file = milestone === null ? null : await unit.referrals.findVisible(viewer, milestone.referralId);
    if (milestone === null || file === null) return err(notFound('ReferralMilestone'));
    if (!referralPolicy.canKeepPromise(viewer, file)) return err(notAllowed('COMPLETE', 'ReferralMilestone'));
    const done = completeMilestone(milestone, clock.now());
    if (!done.ok) return done;
    await unit.jobs.cancel(`${milestoneTask}:${milestoneId}`);
    await tellStudent(unit, file, { reason: 'CASE_STATUS', sourceId: `${milestoneId}:done` });
    return ok(await unit.milestones.save(done.value));
  });
}
