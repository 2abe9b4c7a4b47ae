import { activityPolicy } from '../activity/activity.policy.js';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of what was learned. */
export const lessonResolvers: Resolvers = {
  Group: {
    lessons: async ({ id }, _args, { actor, loaders }) =>
      activityPolicy.canDraft(actor, id) ? [...(await loaders.groupLessons.load(id))] : [],
  },
  ActivityLesson: {
    activity: async ({ activityId }, _args, { loaders }) => (await loaders.activities.load(activityId)) ?? null,
    wentWell: ({ wentWell }) => wentWell ?? null,
    toChange: ({ toChange }) => toChange ?? null,
  },
};
