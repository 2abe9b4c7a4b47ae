import { err, FieldChecks, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { referralLifecycle, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';

/** Which referral to hand to whom; without a subject to nobody. */
export type HandReferral = { readonly referralId: ReferralId; readonly subject: string | undefined };

/** Hands a referral to a named colleague, oneself included: who works on it is the department's own business. */
export function handReferral({ transaction, clock, vault }: Deps, actor: Actor, { referralId, subject }: HandReferral) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ referrals, departments }) => {
    const now = clock.now();
    const file = await referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'HAND', file)) return err(notAllowed('HAND', 'Referral'));
    if (!referralLifecycle.can('HAND', file, now)) return err(illegalTransition('HAND', file.referral.status));
    const staff = await departments.listStaff(actor, [file.referral.departmentId], now);
    const checked = new FieldChecks()
      .that(
        subject === undefined || staff.some((post) => post.subject === subject),
        'subject',
        'UNKNOWN',
        'Nobody of this name works for the department now.',
      )
      .finish(subject);
    if (!checked.ok) return checked;
    return ok({ ...file, referral: await referrals.save({ ...file.referral, handler: checked.value }) });
  });
}
