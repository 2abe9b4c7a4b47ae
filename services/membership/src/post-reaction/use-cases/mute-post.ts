import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { PostId } from '../../post/post.js';
import { findOpenPost } from '../../post/use-cases/find-open-post.js';

/** Stops being told of further replies to a post, or begins again. */
export function mutePost(
  { transaction, clock }: Deps,
  actor: Actor,
  { postId, muted }: { readonly postId: PostId; readonly muted: boolean },
) {
  return transaction(async ({ posts, postReactions }) => {
    const now = clock.now();
    const found = await findOpenPost({ posts }, { actor, action: 'MUTE', now }, postId);
    if (!found.ok) return found;
    const { post, memberId } = found.value;
    await postReactions.mute({ postId, memberId }, muted ? now : undefined);
    return ok(post);
  });
}
