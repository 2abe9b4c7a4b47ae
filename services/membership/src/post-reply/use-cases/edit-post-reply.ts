import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { Words } from '../../post/post.js';
import { editReply, type PostReplyId } from '../post-reply.js';
import { postReplyPolicy } from '../post-reply.policy.js';

/** New words for which reply. */
export type EditPostReply = Words & { readonly replyId: PostReplyId };

/** Changes a reply of one's own. After the first minutes it says that it was changed. */
export function editPostReply({ transaction, clock }: Deps, actor: Actor, { replyId, ...words }: EditPostReply) {
  return transaction(async ({ postReplies }) => {
    const placed = await postReplies.findVisibleLocked(actor, replyId);
    if (placed === null) return err(notFound('PostReply'));
    if (!postReplyPolicy.can(actor, 'EDIT', placed)) return err(notAllowed('EDIT', 'PostReply'));
    const edited = editReply(placed.reply, words, clock.now());
    return edited.ok ? ok({ ...placed, reply: await postReplies.save(edited.value) }) : edited;
  });
}
