import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { thanksPolicy } from './thanks.policy.js';
import { isOver } from './thanks.js';

/** Resolvers of the noun Thanks, and of what it adds to Activity. */
export const thanksResolvers: Resolvers = {
  Mutation: {
    thankCrew: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ThankCrewSuccess',
        await activities.thankCrew(actor, {
          activityId: toId(input.activityId),
          text: input.text,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (thanks) => ({ thanks }),
      ),
  },
  Activity: {
    thanks: (activity, _args, { actor, loaders }) =>
      thanksPolicy.canRead(actor, activity) ? loaders.thanks.load(activity.id) : [],
    canThank: (activity, _args, { actor, now }) => thanksPolicy.canGive(actor, activity) && isOver(activity, now),
  },
  Thanks: {
    giver: ({ giverId }) => ({ id: giverId }),
    text: ({ body }) => body,
  },
};
