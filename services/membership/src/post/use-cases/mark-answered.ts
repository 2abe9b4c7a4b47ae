import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { PostReplyId } from '../../post-reply/post-reply.js';
import { markAnswered as mark, type PostId } from '../post.js';
import { findOpenPost } from './find-open-post.js';

/** Which reply answers a question; absent takes the mark away. */
export type MarkAnswered = { readonly postId: PostId; readonly replyId: PostReplyId | undefined };

/** Marks, as the author of a question, the reply that answered it. */
export function markAnswered({ transaction, clock }: Deps, actor: Actor, { postId, replyId }: MarkAnswered) {
  return transaction(async ({ posts, postReplies }) => {
    const now = clock.now();
    const found = await findOpenPost({ posts }, { actor, action: 'MARK_ANSWERED', now }, postId);
    if (!found.ok) return found;
    if (replyId !== undefined) {
      const placed = await postReplies.findVisible(actor, replyId);
      if (placed?.reply.postId !== postId || placed.reply.status !== 'PUBLISHED') return err(notFound('PostReply'));
    }
    const marked = mark(found.value.post, replyId, now);
    return marked.ok ? ok(await posts.save(marked.value)) : marked;
  });
}
