import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { settleCase } from './settle-case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeReferralStatus, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';

/** The student takes consent back: the content is sealed to the department at once, and only the fact remains. */
export function withdrawReferralConsent(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { referralId }: { readonly referralId: ReferralId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'WITHDRAW', file)) return err(notAllowed('WITHDRAW', 'Referral'));
    const withdrawn = changeReferralStatus(file, 'WITHDRAW', now);
    if (!withdrawn.ok) return withdrawn;
    const referral = await unit.referrals.save(withdrawn.value.referral);
    await settleCase(unit, referral.caseId, now);
    return ok({ ...file, referral });
  });
}
