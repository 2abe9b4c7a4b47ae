import { err, limitReached, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { findSpacePost } from './find-space-post.js';
import { changePostState, checkPostWords } from '../post.js';

/** Against the removal of which post, and in which words. */
export type AppealIssuePostRemoval = { readonly postId: string; readonly words: string };

/** Appeals, as the writer of a post that was taken down, to another moderator; once. */
export function appealIssuePostRemoval(
  { transaction, clock }: Deps,
  actor: Actor,
  { postId, words }: AppealIssuePostRemoval,
) {
  return transaction(async (unit) => {
    const at = clock.now();
    const post = await findSpacePost(unit, actor, postId);
    if (post === null) return err(notFound('Post'));
    if (!post.isOwn) return err(notAllowed('APPEAL', 'Post'));
    const appealed = changePostState(post, 'APPEAL', at);
    if (!appealed.ok) return appealed;
    const checked = checkPostWords('words', words);
    if (!checked.ok) return checked;
    if (!(await unit.posts.appeal(post, checked.value, at)))
      return err(limitReached('You have appealed for this post before.', 1));
    await unit.posts.saveState(post, appealed.value.state, post.version);
    return ok({ issue: await unit.issues.findVisible(actor, post.issueId) });
  });
}
