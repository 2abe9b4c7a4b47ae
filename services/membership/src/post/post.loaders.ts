import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { PlacedReply } from '../post-reply/post-reply.policy.js';
import type { PostReplyId } from '../post-reply/post-reply.js';
import type { PostFacts } from '../post-reaction/post-reaction.js';
import type { RaiseFile } from '../raise-request/raise-request.policy.js';
import type { Post, PostId } from './post.js';

/** Posts by id; nothing for the hidden. */
export function createPostLoader(actor: Actor, posts: Repositories['posts']): DataLoader<PostId, Post | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await posts.listVisible(actor, ids)).map((post) => [post.id, post]));
    return ids.map((id) => byId.get(id));
  });
}

const noFacts: PostFacts = { replyCount: 0, counts: {}, supporterCount: 0, viewerReactions: [], isMuted: false };

/** What is counted about posts that the viewer was shown. */
export function createPostFactsLoader(
  actor: Actor,
  postReactions: Repositories['postReactions'],
): DataLoader<PostId, PostFacts> {
  return new DataLoader(async (ids) => {
    const facts = await postReactions.listFacts(actor, ids);
    return ids.map((id) => facts.get(id) ?? noFacts);
  });
}

/** Replies by id; nothing for the hidden. */
export function createPostReplyLoader(
  actor: Actor,
  postReplies: Repositories['postReplies'],
): DataLoader<PostReplyId, PlacedReply | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await postReplies.listVisible(actor, ids)).map((placed) => [placed.reply.id, placed]));
    return ids.map((id) => byId.get(id));
  });
}

/** Who asked to raise ideas, as far as the viewer asked or is asked. */
export function createRaiseRequestLoader(
  actor: Actor,
  raiseRequests: Repositories['raiseRequests'],
): DataLoader<PostId, readonly RaiseFile[]> {
  return new DataLoader(async (ids) => {
    const byPost = Map.groupBy(await raiseRequests.listOfPosts(actor, ids), ({ request }) => request.postId);
    return ids.map((id) => byPost.get(id) ?? []);
  });
}
