import type { Resolvers } from '../generated/graphql.js';
import { spacesOf } from './issue-space.js';

/** Resolvers of the spaces of courses. */
export const issueSpaceResolvers: Resolvers = {
  Viewer: {
    issueSpaces: (_viewer, _args, { actor }) => spacesOf(actor) ?? null,
  },
  IssueSpace: {
    constituency: ({ id }) => ({ id }),
    digest: async ({ id, isRep }, _args, { loaders }) =>
      isRep ? ((await loaders.issues.digests.load(id)) ?? null) : null,
  },
};
