import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkPromises, type Promised } from '../milestone.js';
import { changeReferralStatus, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';
import { promise } from './promise.js';
import { tellStudent } from './tell-people.js';

/** What a department promises besides, and until when. */
export type AddReferralMilestone = Promised & { readonly referralId: ReferralId };

/** Adds one promise to a referral that the department acts on; the student is told. */
export function addReferralMilestone(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { referralId, ...promised }: AddReferralMilestone,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'ADD_MILESTONE', file)) return err(notAllowed('ADD_MILESTONE', 'Referral'));
    const acted = changeReferralStatus(file, 'ADD_MILESTONE', now);
    if (!acted.ok) return acted;
    const kept = (await unit.milestones.listOf(viewer, [referralId])).length;
    const checked = checkPromises([promised], { path: () => '', kept, now });
    if (!checked.ok) return checked;
    // The referral's version keeps two at once from passing the limit together.
    const referral = await unit.referrals.save(acted.value.referral);
    const [milestone] = await promise(unit, ids, { referral, promises: checked.value, now });
    await tellStudent(unit, file, { reason: 'CASE_STATUS', sourceId: milestone?.id ?? referralId });
    return ok({ ...file, referral });
  });
}
