import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { takeBack } from '../../moderation/use-cases/take-back.js';
import { withdrawReply, type PostReplyId } from '../post-reply.js';
import { postReplyPolicy } from '../post-reply.policy.js';

/** Takes back a reply of one's own; a gap without words stays where it was. */
export function withdrawPostReply(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { replyId }: { readonly replyId: PostReplyId },
) {
  return transaction(async (unit) => {
    const at = clock.now();
    // Decisions lock what is moderated before the reply, so that neither waits for the other.
    const item = await unit.reports.findLocked({ kind: 'REPLY', id: replyId });
    const placed = await unit.postReplies.findVisibleLocked(actor, replyId);
    if (placed === null) return err(notFound('PostReply'));
    if (!postReplyPolicy.can(actor, 'WITHDRAW', placed)) return err(notAllowed('WITHDRAW', 'PostReply'));
    const withdrawn = withdrawReply(placed.reply, at);
    if (!withdrawn.ok) return withdrawn;
    const reply = await unit.postReplies.save(withdrawn.value);
    await takeBack(unit, ids, { item, place: { kind: 'POST', id: reply.postId }, at });
    return ok({ ...placed, reply });
  });
}
