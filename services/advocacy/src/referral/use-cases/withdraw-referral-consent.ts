import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { settleCase } from './settle-case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { followersOf } from '../chain.js';
import { changeReferralStatus, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';
import { tellSystems } from './tell-systems.js';

/** From which referral consent is taken back; `keepsFollowers` leaves it with the departments it was sent on to. */
export type WithdrawReferralConsent = {
  readonly referralId: ReferralId;
  readonly keepsFollowers?: boolean | undefined;
};

/**
 * The student takes consent back: the content is sealed to the department at once, and only the fact remains. What was sent
 * on from there is a copy of it and is sealed too, unless the student says otherwise.
 */
export function withdrawReferralConsent(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { referralId, keepsFollowers = false }: WithdrawReferralConsent,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'WITHDRAW', file)) return err(notAllowed('WITHDRAW', 'Referral'));
    const withdrawn = changeReferralStatus(file, 'WITHDRAW', now);
    if (!withdrawn.ok) return withdrawn;
    const copies = keepsFollowers
      ? []
      : followersOf(file, await unit.referrals.listOfCases(viewer, [file.referral.caseId])).flatMap((each) => {
          const sealed = changeReferralStatus(each, 'WITHDRAW', now);
          return sealed.ok ? [sealed.value] : [];
        });
    for (const each of [withdrawn.value, ...copies]) {
      const referral = await unit.referrals.save(each.referral);
      await unit.deadlines.release(referral.id, now);
      if (referral.sentAt !== undefined)
        await tellSystems(unit, ids, referral, {
          kind: 'referral.consent_withdrawn',
          occasion: `${referral.id}:withdrawn`,
          now,
        });
    }
    await settleCase(unit, file.referral.caseId, now);
    return ok((await unit.referrals.findVisible(viewer, referralId)) ?? withdrawn.value);
  });
}
