import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { milestoneStatus, milestoneTask, type MilestoneId } from '../milestone.js';
import { referralPolicy } from '../referral.policy.js';
import { tellDepartment, tellStudent, tellWorker } from './tell-people.js';

/** As the platform: tells everybody concerned that a promise was not kept in time. One kept, or whose consent is gone, needs no word. */
export function missMilestone({ transaction, clock }: Deps, { milestoneId }: { readonly milestoneId: MilestoneId }) {
  const viewer = { actor: systemActor(milestoneTask), self: undefined };
  return transaction(async (unit) => {
    const milestone = await unit.milestones.findVisible(viewer, milestoneId);
    const file = milestone === null ? null : await unit.referrals.findVisible(viewer, milestone.referralId);
    if (milestone === null || file === null || file.referral.withdrawnAt !== undefined) return ok(undefined);
    if (!referralPolicy.canTellOfLateness(viewer)) return err(notAllowed('MISS', 'ReferralMilestone'));
    if (milestoneStatus(milestone, clock.now()) !== 'LATE' || file.referral.status === 'CLOSED') return ok(undefined);
    const told = { reason: 'DEADLINE_MISSED', sourceId: milestoneId } as const;
    await tellStudent(unit, file, told);
    await tellWorker(unit, file, told);
    await tellDepartment(unit, file.referral, told);
    return ok(undefined);
  });
}
