import {
  actorKey,
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
} from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { postLifecycle, type PostId, type Words } from '../../post/post.js';
import { postPolicy } from '../../post/post.policy.js';
import { replyTo } from '../post-reply.js';

/** What somebody replies to which post. */
export type ReplyToPost = Words & { readonly postId: PostId; readonly idempotencyKey: string };

/** Replies to a post that the actor reads, and tells its author and those who replied before. */
export function replyToPost({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: ReplyToPost) {
  const { idempotencyKey: key, ...said } = input;
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'replyToPost', input: said },
    async ({ postReplies }, id) => {
      const placed = await postReplies.findVisible(actor, toId(id));
      return placed === null ? null : { ...placed, id: placed.reply.id };
    },
    async ({ posts, postReplies, notifications }) => {
      const now = clock.now();
      const authorId = memberOf(actor);
      const post = await posts.findVisibleLocked(actor, said.postId);
      if (post === null || authorId === undefined) return err(notFound('Post'));
      if (!postPolicy.can(actor, 'REPLY', post)) return err(notAllowed('REPLY', 'Post'));
      if (!postLifecycle.can('REPLY', post, now)) return err(illegalTransition('REPLY', post.status));
      const reply = replyTo(post.id, said, { id: ids.ordered(), authorId, now });
      if (!reply.ok) return reply;
      await postReplies.add(reply.value);
      await notifications.tell({
        to: await postReplies.listToTell(post.id, authorId),
        reason: 'POST_REPLIED',
        sourceId: reply.value.id,
        subject: { kind: 'POST', id: post.id },
        groupId: post.groupId,
        from: authorId,
      });
      return ok({ reply: reply.value, groupId: post.groupId, id: reply.value.id });
    },
  );
}
