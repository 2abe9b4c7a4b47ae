import { conflict, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { checkText } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { referralPlaces } from '../place.js';
import { referralLifecycle, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';

/** What the worker would answer to the department's open question. */
export type ProposeReferralAnswer = { readonly referralId: ReferralId; readonly answer: string };

/** Proposes an answer to the student, who alone can send it: no word leaves the union without consent. */
export function proposeReferralAnswer(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { referralId, answer }: ProposeReferralAnswer,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ referrals, sealedTexts }) => {
    const now = clock.now();
    const file = await referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'PROPOSE_ANSWER', file)) return err(notAllowed('PROPOSE_ANSWER', 'Referral'));
    if (!referralLifecycle.can('PROPOSE_ANSWER', file, now))
      return err(illegalTransition('PROPOSE_ANSWER', file.referral.status));
    const text = checkText('answer', answer);
    if (!text.ok) return text;
    const question = (await referrals.listQuestions(viewer, [referralId])).find(
      ({ answeredAt }) => answeredAt === undefined,
    );
    if (question === undefined) return err(conflict());
    await referrals.saveQuestion({ ...question, proposedAt: now });
    await sealedTexts.write(
      { caseId: file.referral.caseId, place: referralPlaces.proposal(question), layer: 'CASE', referralId },
      text.value,
    );
    return ok({ ...file, referral: await referrals.save(file.referral) });
  });
}
