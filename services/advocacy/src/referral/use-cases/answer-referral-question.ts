import { conflict, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { checkText } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { referralPlaces } from '../place.js';
import { changeReferralStatus, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';
import { tellSystems } from './tell-systems.js';

/** What the student tells in answer to the department's open question. */
export type AnswerReferralQuestion = { readonly referralId: ReferralId; readonly answer: string };

/** Answers the open question in the student's own words: sending them is the consent to these words and to no others. */
export function answerReferralQuestion(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { referralId, answer }: AnswerReferralQuestion,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const { inbox, referrals, sealedTexts } = unit;
    const now = clock.now();
    const file = await referrals.findVisible(viewer, referralId);
    if (file === null) return err(notFound('Referral'));
    if (!referralPolicy.can(viewer, 'ANSWER', file)) return err(notAllowed('ANSWER', 'Referral'));
    const answered = changeReferralStatus(file, 'ANSWER', now);
    if (!answered.ok) return answered;
    const text = checkText('answer', answer);
    if (!text.ok) return text;
    const question = (await referrals.listQuestions(viewer, [referralId])).find(
      ({ answeredAt }) => answeredAt === undefined,
    );
    if (question === undefined) return err(conflict());
    await referrals.saveQuestion({ ...question, answeredAt: now });
    await sealedTexts.write(
      { caseId: file.referral.caseId, place: referralPlaces.answer(question), layer: 'RELEASED', referralId },
      text.value,
    );
    const to = { kind: 'DEPARTMENT', departmentId: file.referral.departmentId } as const;
    await inbox.tell({ to, reason: 'MESSAGE', sourceId: question.id, referralId });
    const referral = await referrals.save(answered.value.referral);
    await tellSystems(unit, ids, referral, { kind: 'referral.information_given', occasion: question.id, now });
    return ok({ ...file, referral });
  });
}
