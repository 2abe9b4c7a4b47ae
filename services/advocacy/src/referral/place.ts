import type { Id } from '@guildhall/kernel';
import type { Milestone } from './milestone.js';
import type { ReferralField, ReferralId, ReferralQuestion } from './referral.js';

/** The places of a referral's sealed words within its case. */
export const referralPlaces = {
  field: ({ referralId, id }: Pick<ReferralField, 'referralId' | 'id'>): string => `referral/${referralId}/field/${id}`,
  question: (question: QuestionKey): string => ofQuestion(question, 'question'),
  proposal: (question: QuestionKey): string => ofQuestion(question, 'proposal'),
  answer: (question: QuestionKey): string => ofQuestion(question, 'answer'),
  milestone: ({ referralId, id }: Pick<Milestone, 'referralId' | 'id'>): string =>
    `referral/${referralId}/milestone/${id}`,
  response: (id: ReferralId): string => `referral/${id}/response`,
  draftResponse: (id: ReferralId): string => `referral/${id}/draft-response`,
} as const;

type QuestionKey = Pick<ReferralQuestion, 'referralId'> & { readonly id: Id<'ReferralQuestion'> };

function ofQuestion({ referralId, id }: QuestionKey, part: string): string {
  return `referral/${referralId}/question/${id}/${part}`;
}
