import { err, illegalTransition, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { moderate } from '../../moderation/use-cases/moderate-content.js';
import type { PostId } from '../post.js';
import { postPolicy } from '../post.policy.js';

/** Removes somebody's post for a reason, as a moderator of where it stands. Its author may appeal once. */
export function removePost(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { postId, reason }: { readonly postId: PostId; readonly reason: string },
) {
  return transaction(async (unit) => {
    const found = await unit.posts.findVisible(actor, postId);
    if (found?.status === 'REMOVED' && postPolicy.can(actor, 'REMOVE', found))
      return err(illegalTransition('REMOVE', found.status));
    const subject = { kind: 'POST', id: postId } as const;
    const removed = await moderate(unit, { actor, ids, now: clock.now() }, { subject, decision: 'REMOVE', reason });
    if (!removed.ok) return removed;
    const post = await unit.posts.findVisible(actor, postId);
    return post === null ? err(notFound('Post')) : ok(post);
  });
}
