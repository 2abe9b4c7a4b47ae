import type { Resolvers } from '../generated/graphql.js';
import { proposalPolicy } from '../proposal/proposal.policy.js';

/** What ideas add to proposals. The people of a group know who had an idea, so whoever may not know the author may not know it. */
export const ideaResolvers: Resolvers = {
  Proposal: {
    origin: async (file, _args, { actor, loaders }) => {
      if (!proposalPolicy.canSeeAuthor(actor, file)) return null;
      const postId = await loaders.originOf.load(file.proposal.id);
      return postId === undefined ? null : { id: postId };
    },
  },
};
