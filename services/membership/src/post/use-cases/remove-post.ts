import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { type PostId, removePost as remove } from '../post.js';
import { postPolicy } from '../post.policy.js';

/** Removes somebody's post for a reason. */
export function removePost(
  { transaction, clock }: Deps,
  actor: Actor,
  { postId, reason }: { readonly postId: PostId; readonly reason: string },
) {
  return transaction(async ({ posts, outbox }) => {
    const post = await posts.findVisibleLocked(actor, postId);
    if (post === null) return err(notFound('Post'));
    if (!postPolicy.can(actor, 'REMOVE', post)) return err(notAllowed('REMOVE', 'Post'));
    const removed = remove(post, reason, clock.now());
    if (!removed.ok) return removed;
    await posts.save(removed.value);
    if (post.kind === 'IDEA') await outbox.append('IdeaEnded', postId, { postId });
    return ok(removed.value);
  });
}
