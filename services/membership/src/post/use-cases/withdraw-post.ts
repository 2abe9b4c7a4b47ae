import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { type PostId, withdrawPost as withdraw } from '../post.js';
import { postPolicy } from '../post.policy.js';

/** Takes back a post of one's own. A proposal that was made of it stays, because it has words of its own. */
export function withdrawPost({ transaction, clock }: Deps, actor: Actor, { postId }: { readonly postId: PostId }) {
  return transaction(async ({ posts, outbox }) => {
    const post = await posts.findVisibleLocked(actor, postId);
    if (post === null) return err(notFound('Post'));
    if (!postPolicy.can(actor, 'WITHDRAW', post)) return err(notAllowed('WITHDRAW', 'Post'));
    const withdrawn = withdraw(post, clock.now());
    if (!withdrawn.ok) return withdrawn;
    await posts.save(withdrawn.value);
    if (post.kind === 'IDEA') await outbox.append('IdeaEnded', postId, { postId });
    return ok(withdrawn.value);
  });
}
