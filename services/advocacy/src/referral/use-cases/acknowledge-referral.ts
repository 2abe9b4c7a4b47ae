import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeReferralStatus, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';

/** The department says that it has the referral. */
export function acknowledgeReferral(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { referralId }: { readonly referralId: ReferralId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ referrals }) => {
    const file = await referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'ACKNOWLEDGE', file)) return err(notAllowed('ACKNOWLEDGE', 'Referral'));
    const acknowledged = changeReferralStatus(file, 'ACKNOWLEDGE', clock.now());
    return acknowledged.ok
      ? ok({ ...file, referral: await referrals.save(acknowledged.value.referral) })
      : acknowledged;
  });
}
