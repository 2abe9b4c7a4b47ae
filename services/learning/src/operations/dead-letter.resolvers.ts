import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of the events that this service could not apply. */
export const deadLetterResolvers: Resolvers = {
  Operations: {
    learningDeadLetters: (_operations, page, { actor, deadLetters }) =>
      deadLetters.page(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    retryLearningDeadLetter: async (_root, { input }, { actor, deadLetters }) =>
      toResult('RetryLearningDeadLetterSuccess', await deadLetters.retry(actor, input), (deadLetter) => ({
        deadLetter,
      })),
    discardLearningDeadLetter: async (_root, { input }, { actor, deadLetters }) =>
      toResult('DiscardLearningDeadLetterSuccess', await deadLetters.discard(actor, input), (deadLetter) => ({
        deadLetter,
      })),
  },
};
