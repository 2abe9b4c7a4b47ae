import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeReferralStatus, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';
import { tellSystems } from './tell-systems.js';

/** The worker ends a referral that was answered; the department keeps what it was told until consent is withdrawn. */
export function closeReferral(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { referralId }: { readonly referralId: ReferralId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const { referrals } = unit;
    const now = clock.now();
    const file = await referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'CLOSE', file)) return err(notAllowed('CLOSE', 'Referral'));
    const closed = changeReferralStatus(file, 'CLOSE', now);
    if (!closed.ok) return closed;
    const referral = await referrals.save(closed.value.referral);
    await tellSystems(unit, ids, referral, { kind: 'referral.closed', occasion: `${referralId}:closed`, now });
    return ok({ ...file, referral });
  });
}
