import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { PostId } from '../../post/post.js';
import { findOpenPost } from '../../post/use-cases/find-open-post.js';
import type { ReactionKind } from '../post-reaction.js';

/** Which reaction to which post, given or taken back. */
export type ReactToPost = { readonly postId: PostId; readonly kind: ReactionKind; readonly given: boolean };

/** Reacts to a post or takes that back. Saying it twice is saying it once. */
export function reactToPost({ transaction, clock }: Deps, actor: Actor, { postId, kind, given }: ReactToPost) {
  return transaction(async ({ posts, postReactions }) => {
    const now = clock.now();
    const found = await findOpenPost({ posts }, { actor, action: 'REACT', now }, postId);
    if (!found.ok) return found;
    const { post, memberId } = found.value;
    if (given) await postReactions.add({ postId, memberId, kind, reactedAt: now });
    else await postReactions.remove({ postId, memberId, kind });
    return ok(post);
  });
}
