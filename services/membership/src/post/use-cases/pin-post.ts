import { err, limitReached, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { pinPost as pin, pinsMax, unpinPost, type PostId } from '../post.js';
import { postPolicy } from '../post.policy.js';
import { findOpenPost } from './find-open-post.js';

/** Until when a notice is at the top; absent takes it from there. */
export type PinPost = { readonly postId: PostId; readonly until: Date | undefined };

/** Puts a notice at the top of its space until a time, or takes it from there. No space has more than three. */
export function pinPost({ transaction, clock }: Deps, actor: Actor, { postId, until }: PinPost) {
  return transaction(async ({ posts }) => {
    const now = clock.now();
    const action = until === undefined ? 'UNPIN' : 'PIN';
    const read = await posts.findVisible(actor, postId);
    if (read === null) return err(notFound('Post'));
    if (!postPolicy.can(actor, action, read)) return err(notAllowed(action, 'Post'));
    // Before the post is locked: freeing places changes posts whose time at the top is over, this one perhaps.
    const slot = await posts.findFreePin(read.groupId, now);
    const found = await findOpenPost({ posts }, { actor, action, now }, postId);
    if (!found.ok) return found;
    if (until === undefined) {
      const unpinned = unpinPost(found.value.post, now);
      return unpinned.ok ? ok(await posts.save(unpinned.value)) : unpinned;
    }
    const pinned = pin(found.value.post, { until, slot: slot ?? pinsMax, now });
    if (!pinned.ok) return pinned;
    if (slot === undefined)
      return err(limitReached(`At most ${pinsMax} notices stand at the top. Take one away first.`, pinsMax));
    return ok(await posts.save(pinned.value));
  });
}
