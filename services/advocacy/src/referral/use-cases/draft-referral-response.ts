import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { checkText } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { referralPlaces } from '../place.js';
import { referralLifecycle, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';

/** The words a department is thinking of answering. */
export type DraftReferralResponse = { readonly referralId: ReferralId; readonly text: string };

/** Keeps a draft for the department alone; the lead publishes the answer. */
export function draftReferralResponse(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { referralId, text }: DraftReferralResponse,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ referrals, sealedTexts }) => {
    const file = await referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'DRAFT_RESPONSE', file)) return err(notAllowed('DRAFT_RESPONSE', 'Referral'));
    if (!referralLifecycle.can('DRAFT_RESPONSE', file, clock.now()))
      return err(illegalTransition('DRAFT_RESPONSE', file.referral.status));
    const checked = checkText('text', text);
    if (!checked.ok) return checked;
    await sealedTexts.write(
      {
        caseId: file.referral.caseId,
        place: referralPlaces.draftResponse(referralId),
        layer: 'DEPARTMENT',
        referralId,
      },
      checked.value,
    );
    return ok({ ...file, referral: await referrals.save(file.referral) });
  });
}
