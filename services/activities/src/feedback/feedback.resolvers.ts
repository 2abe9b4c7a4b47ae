import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Activity } from '../activity/activity.js';
import type { Resolvers } from '../generated/graphql.js';
import { feedbackPolicy } from './feedback.policy.js';
import { summarise, takesAnswers, type FeedbackWindow } from './feedback.js';
import { feedbackRulesOf } from './feedback-rules.js';

/** A window together with its activity. */
export type FeedbackModel = FeedbackWindow & { readonly activity: Activity };

/** Resolvers of the noun Feedback, and of what it adds to Activity. */
export const feedbackResolvers: Resolvers = {
  Mutation: {
    giveFeedback: async (_root, { input }, { actor, activities }) =>
      toResult(
        'GiveFeedbackSuccess',
        await activities.giveFeedback(actor, {
          activityId: toId(input.activityId),
          rating: input.rating,
          text: input.text ?? '',
        }),
        (activity) => ({ activity }),
      ),
  },
  Activity: {
    feedback: async (activity, _args, { loaders }): Promise<FeedbackModel | null> => {
      const window = await loaders.feedbackWindows.load(activity.id);
      return window === undefined ? null : { ...window, activity };
    },
  },
  ActivityFeedback: {
    isOpen: (window, _args, { now }) => takesAnswers(window, now),
    viewerAnswer: async ({ activityId }, _args, { loaders }) => (await loaders.ownFeedback.load(activityId)) ?? null,
    viewerActions: async (window, _args, { actor, now, loaders }) => {
      const registration = await loaders.ownRegistrations.load(window.activityId);
      return takesAnswers(window, now) && feedbackPolicy.canGive(actor, registration) ? ['GIVE'] : [];
    },
    summary: async (window, _args, { actor, loaders }) => {
      if (!feedbackPolicy.canSeeSummary(actor, window.activity)) return null;
      return summarise(window, await loaders.ratingCounts.load(window.activityId), feedbackRulesOf(window));
    },
  },
  FeedbackSummary: {
    answerCount: ({ counts }) => counts?.reduce((sum, { count }) => sum + count, 0) ?? null,
    ratings: ({ counts }) => counts ?? null,
    texts: ({ activityId, counts }, page, { read }) => {
      const request = readPageRequest(page, ['id']);
      return counts === undefined
        ? { edges: [], pageInfo: { hasNextPage: false, endCursor: undefined } }
        : read.feedback.pageTexts(activityId, request);
    },
  },
};
