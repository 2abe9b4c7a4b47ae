import { toId } from '@guildhall/kernel';
import type { Resolvers } from '../generated/graphql.js';

const similarMax = 5;

/** Resolvers of what resembles an issue while it is written. */
export const similarIssuesResolvers: Resolvers = {
  Query: {
    similarIssues: async (_root, { constituencyId, title, body }, { actor, read }) => {
      const words = { constituencyId: toId<'Constituency'>(constituencyId), title, body: body ?? '' };
      const ids = await read.issueTexts.listSimilar(actor, words, similarMax);
      const files = new Map((await read.issues.listVisible(actor, ids)).map((file) => [file.issue.id, file]));
      return ids.flatMap((id) => files.get(id) ?? []);
    },
  },
};
