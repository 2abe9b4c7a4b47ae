import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeReferralStatus, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';

/** The department began with what it promised in its answer. */
export function startReferralActions(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { referralId }: { readonly referralId: ReferralId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ referrals }) => {
    const file = await referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'START_ACTIONS', file)) return err(notAllowed('START_ACTIONS', 'Referral'));
    const started = changeReferralStatus(file, 'START_ACTIONS', clock.now());
    return started.ok ? ok({ ...file, referral: await referrals.save(started.value.referral) }) : started;
  });
}
