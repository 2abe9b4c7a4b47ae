import { err, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { referralPlaces } from '../place.js';
import { changeReferralStatus, checkConsent, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';

/** Which fields of which referral the department may see. */
export type ConsentToReferral = { readonly referralId: ReferralId; readonly fieldIds: readonly Id<'ReferralField'>[] };

/** The student's consent, field by field: exactly these are released to the department, every other stays with the case. */
export function consentToReferral(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { referralId, fieldIds }: ConsentToReferral,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ referrals, sealedTexts }) => {
    const file = await referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'CONSENT', file)) return err(notAllowed('CONSENT', 'Referral'));
    const consented = changeReferralStatus(file, 'CONSENT', clock.now());
    if (!consented.ok) return consented;
    const fields = await referrals.listFields(viewer, [referralId]);
    const chosen = checkConsent(fieldIds, fields);
    if (!chosen.ok) return chosen;
    const isChosen = new Set(chosen.value);
    const { caseId } = file.referral;
    await referrals.saveConsent(referralId, chosen.value);
    await sealedTexts.move(caseId, fields.filter(({ id }) => isChosen.has(id)).map(referralPlaces.field), 'RELEASED');
    await sealedTexts.move(caseId, fields.filter(({ id }) => !isChosen.has(id)).map(referralPlaces.field), 'CASE');
    return ok({ ...consented.value, referral: await referrals.save(consented.value.referral) });
  });
}
