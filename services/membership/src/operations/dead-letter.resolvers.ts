import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of the events that this service could not apply. */
export const deadLetterResolvers: Resolvers = {
  Operations: {
    membershipDeadLetters: (_operations, page, { actor, deadLetters }) =>
      deadLetters.page(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    retryMembershipDeadLetter: async (_root, { input }, { actor, deadLetters }) =>
      toResult('RetryMembershipDeadLetterSuccess', await deadLetters.retry(actor, input), (deadLetter) => ({
        deadLetter,
      })),
    discardMembershipDeadLetter: async (_root, { input }, { actor, deadLetters }) =>
      toResult('DiscardMembershipDeadLetterSuccess', await deadLetters.discard(actor, input), (deadLetter) => ({
        deadLetter,
      })),
  },
};
