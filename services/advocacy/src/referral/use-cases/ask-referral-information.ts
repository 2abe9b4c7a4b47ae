import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { checkText } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { referralPlaces } from '../place.js';
import { changeReferralStatus, type ReferralId, type ReferralQuestion } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';

/** What a department still needs to know. */
export type AskReferralInformation = { readonly referralId: ReferralId; readonly question: string };

/** Asks the student one question; the next one waits for its answer. */
export function askReferralInformation(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { referralId, question }: AskReferralInformation,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ inbox, referrals, sealedTexts }) => {
    const now = clock.now();
    const file = await referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'ASK_INFORMATION', file)) return err(notAllowed('ASK_INFORMATION', 'Referral'));
    const asked = changeReferralStatus(file, 'ASK_INFORMATION', now);
    if (!asked.ok) return asked;
    const text = checkText('question', question);
    if (!text.ok) return text;
    const { caseId } = file.referral;
    const row: ReferralQuestion = {
      id: ids.random(),
      caseId,
      referralId,
      askedAt: now,
      proposedAt: undefined,
      answeredAt: undefined,
    };
    await referrals.addQuestion(row);
    await sealedTexts.write({ caseId, place: referralPlaces.question(row), layer: 'RELEASED', referralId }, text.value);
    const told = { reason: 'QUESTION', sourceId: row.id, referralId } as const;
    await inbox.tellStudent({ ...file.sides, caseId }, told);
    await inbox.tellWorker({ ...file.sides, caseId }, told);
    return ok({ ...file, referral: await referrals.save(asked.value.referral) });
  });
}
