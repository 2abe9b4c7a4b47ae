import type { Resolvers } from '../generated/graphql.js';
import { referralPolicy } from './referral.policy.js';

/** What referrals add to Department in numbers. */
export const referralFiguresResolvers: Resolvers = {
  Department: {
    figures: ({ id }, _args, { actor, read, now }) =>
      referralPolicy.canSeeFigures(actor, id) ? read.referralFigures.ofDepartment(id, now) : null,
  },
  ReferralAnswerCell: {
    answers: (cell) => cell,
  },
};
