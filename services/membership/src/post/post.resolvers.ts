import { isMember, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { moderationLifecycle } from '../moderation/moderation.js';
import { supportersToAsk } from '../post-reaction/post-reaction.js';
import { postMutations } from './post.mutations.js';
import { postKinds, postLifecycle, type Post, type PostAction } from './post.js';
import { postPolicy } from './post.policy.js';

/** Resolvers of the noun Post. */
export const postResolvers: Resolvers = {
  Query: {
    post: async (_root, { id }, { loaders }) => (await loaders.posts.load(toId(id))) ?? null,
    campusPosts: (_root, { kind, language, ...page }, { actor, read }) =>
      read.posts.page(
        actor,
        { groupId: undefined, kind: kind ?? undefined, language: language ?? undefined },
        readPageRequest(page, ['instant', 'id']),
      ),
    pinnedCampusPosts: (_root, _args, { actor, now, read }) => read.posts.listPinned(actor, undefined, now),
  },
  Mutation: postMutations,
  Viewer: {
    campusPostKinds: (_viewer, _args, { actor }) =>
      postKinds.filter((kind) => postPolicy.canPublish(actor, { groupId: undefined, kind })),
  },
  Group: {
    posts: ({ id }, { kind, ...page }, { actor, read }) =>
      read.posts.page(actor, { groupId: id, kind: kind ?? undefined }, readPageRequest(page, ['instant', 'id'])),
    postKinds: ({ id }, _args, { actor }) =>
      postKinds.filter((kind) => postPolicy.canPublish(actor, { groupId: id, kind })),
    pinnedPosts: ({ id }, _args, { actor, now, read }) => read.posts.listPinned(actor, id, now),
  },
  Post: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.posts.load(toId(id))) ?? null,
    isCampus: ({ groupId }) => groupId === undefined,
    group: async ({ groupId }, _args, { loaders }) =>
      groupId === undefined ? null : ((await loaders.groups.load(groupId)) ?? null),
    author: async ({ authorId }, _args, { loaders }) => (await loaders.members.load(authorId)) ?? null,
    writtenAt: ({ postedAt }) => postedAt,
    editedAt: ({ editedAt }) => editedAt ?? null,
    pinnedUntil: ({ pinnedUntil }, _args, { now }) =>
      pinnedUntil !== undefined && pinnedUntil > now ? pinnedUntil : null,
    isAnswered: ({ answerId }) => answerId !== undefined,
    isOwn: ({ authorId }, _args, { actor }) => isMember(actor, authorId),
    removalReason: ({ removalReason }) => removalReason ?? null,
    viewerActions: async (post, _args, context) => {
      const { actor, now } = context;
      const actions = viewerActions(postLifecycle, post, now, (action) => postPolicy.can(actor, action, post));
      const open = await Promise.all(actions.map((action) => isOpen(action, post, context)));
      return actions.filter((_action, index) => open[index]);
    },
  },
};

/** What state and right do not tell: an appeal is made once, and an idea needs support before others ask for it. */
async function isOpen(action: PostAction, post: Post, { loaders, now }: Context): Promise<boolean> {
  if (action === 'APPEAL') {
    const item = await loaders.moderation.ownItemOf.load({ kind: 'POST', id: post.id });
    return item !== undefined && moderationLifecycle.can('APPEAL', item, now);
  }
  if (action !== 'ASK_TO_RAISE') return true;
  const [facts, asked] = await Promise.all([loaders.postFacts.load(post.id), loaders.raiseRequestsOf.load(post.id)]);
  return facts.supporterCount >= supportersToAsk && asked.length < 2;
}
