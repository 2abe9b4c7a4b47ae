import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { takeBack } from '../../moderation/use-cases/take-back.js';
import { type PostId, withdrawPost as withdraw } from '../post.js';
import { postPolicy } from '../post.policy.js';

/** Takes back a post of one's own. A proposal that was made of it stays, because it has words of its own. */
export function withdrawPost({ transaction, clock, ids }: Deps, actor: Actor, { postId }: { readonly postId: PostId }) {
  return transaction(async (unit) => {
    const { posts, reports, outbox } = unit;
    const at = clock.now();
    // Decisions lock what is moderated before the post, so that neither waits for the other.
    const item = await reports.findLocked({ kind: 'POST', id: postId });
    const post = await posts.findVisibleLocked(actor, postId);
    if (post === null) return err(notFound('Post'));
    if (!postPolicy.can(actor, 'WITHDRAW', post)) return err(notAllowed('WITHDRAW', 'Post'));
    const withdrawn = withdraw(post, at);
    if (!withdrawn.ok) return withdrawn;
    await posts.save(withdrawn.value);
    await takeBack(unit, ids, { item, place: { kind: 'POST', id: postId }, at });
    if (post.kind === 'IDEA' && post.status === 'PUBLISHED') await outbox.append('IdeaEnded', postId, { postId });
    return ok(withdrawn.value);
  });
}
