import { memberOf, toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import type { PostId } from './post.js';
import { moderatedPosts, postPolicy } from './post.policy.js';

async function removalReason(
  { id, authorId, state }: { readonly id: PostId; readonly authorId: string | undefined; readonly state: string },
  { actor, loaders }: Context,
): Promise<string | null> {
  const isOwn = authorId !== undefined && memberOf(actor) === authorId;
  return isOwn && state !== 'VISIBLE' ? ((await loaders.issues.removalReasons.load(id)) ?? null) : null;
}

/** Resolvers of what is reported, decided and appealed. */
export const postResolvers: Resolvers = {
  Query: {
    reportedIssuePosts: (_root, page, { actor, read }) =>
      read.posts.page(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    reportIssuePost: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ReportIssuePostSuccess',
        await advocacy.reportIssuePost(actor, { ...input, idempotencyKey: input.idempotencyKey ?? undefined }),
        ({ issue }) => ({ issue }),
      ),
    decideIssuePost: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DecideIssuePostSuccess',
        await advocacy.decideIssuePost(actor, { ...input, postId: toId<'Issue'>(input.postId) }),
        ({ state }) => ({ postState: state }),
      ),
    appealIssuePostRemoval: async (_root, { input }, { actor, advocacy }) =>
      toResult('AppealIssuePostRemovalSuccess', await advocacy.appealIssuePostRemoval(actor, input), ({ issue }) => ({
        issue,
      })),
  },
  Viewer: {
    moderatesIssues: (_viewer, _args, { actor }) => moderatedPosts(actor).moderates,
  },
  Issue: {
    removalReason: ({ issue: { id, authorId, postState } }, _args, context) =>
      removalReason({ id, authorId, state: postState }, context),
  },
  IssueReply: {
    removalReason: ({ id, authorId, postState }, _args, context) =>
      removalReason({ id, authorId, state: postState }, context),
  },
  ReportedIssuePost: {
    title: ({ title }) => title ?? null,
    constituency: ({ constituencyId }) => ({ id: constituencyId }),
    postState: ({ state }) => state,
    reportCount: ({ reports }) => reports,
    reportReasons: ({ reasons }) => reasons,
    appeal: ({ appeal, state }) => (state === 'APPEALED' ? (appeal ?? null) : null),
    viewerActions: (post, _args, { actor, now }) => postPolicy.decisions(actor, post, now),
  },
};
