import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of the events that this service could not apply. */
export const deadLetterResolvers: Resolvers = {
  Operations: {
    advocacyDeadLetters: (_operations, page, { actor, deadLetters }) =>
      deadLetters.page(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    retryAdvocacyDeadLetter: async (_root, { input }, { actor, deadLetters }) =>
      toResult('RetryAdvocacyDeadLetterSuccess', await deadLetters.retry(actor, input), (deadLetter) => ({
        deadLetter,
      })),
    discardAdvocacyDeadLetter: async (_root, { input }, { actor, deadLetters }) =>
      toResult('DiscardAdvocacyDeadLetterSuccess', await deadLetters.discard(actor, input), (deadLetter) => ({
        deadLetter,
      })),
  },
};
