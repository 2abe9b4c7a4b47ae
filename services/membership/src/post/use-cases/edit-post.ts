import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { editPost as edit, type PostId, type Words } from '../post.js';
import { postPolicy } from '../post.policy.js';

/** Changes the words of a post of one's own. After the first minutes it says that it was changed. */
export function editPost(
  { transaction, clock }: Deps,
  actor: Actor,
  { postId, ...words }: Words & { readonly postId: PostId },
) {
  return transaction(async ({ posts }) => {
    const post = await posts.findVisibleLocked(actor, postId);
    if (post === null) return err(notFound('Post'));
    if (!postPolicy.can(actor, 'EDIT', post)) return err(notAllowed('EDIT', 'Post'));
    const edited = edit(post, words, clock.now());
    return edited.ok ? ok(await posts.save(edited.value)) : edited;
  });
}
