import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of the events that this service could not apply. */
export const deadLetterResolvers: Resolvers = {
  Operations: {
    activitiesDeadLetters: (_operations, page, { actor, deadLetters }) =>
      deadLetters.page(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    retryActivitiesDeadLetter: async (_root, { input }, { actor, deadLetters }) =>
      toResult('RetryActivitiesDeadLetterSuccess', await deadLetters.retry(actor, input), (deadLetter) => ({
        deadLetter,
      })),
    discardActivitiesDeadLetter: async (_root, { input }, { actor, deadLetters }) =>
      toResult('DiscardActivitiesDeadLetterSuccess', await deadLetters.discard(actor, input), (deadLetter) => ({
        deadLetter,
      })),
  },
};
