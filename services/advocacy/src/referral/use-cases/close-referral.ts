import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeReferralStatus, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';

/** The worker ends a referral that was answered; the department keeps what it was told until consent is withdrawn. */
export function closeReferral(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { referralId }: { readonly referralId: ReferralId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ referrals }) => {
    const file = await referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'CLOSE', file)) return err(notAllowed('CLOSE', 'Referral'));
    const closed = changeReferralStatus(file, 'CLOSE', clock.now());
    return closed.ok ? ok({ ...file, referral: await referrals.save(closed.value.referral) }) : closed;
  });
}
