import { systemActor, toId } from '@guildhall/kernel';
import type { ModeratedSubject, ModeratedWords, ModerationUnit } from '../moderation/moderated.subject.js';
import { moderationTask } from '../post/post-scope.js';
import type { PlacedReply } from './post-reply.policy.js';
import { moderateReply, type PostReplyId } from './post-reply.js';

const platform = systemActor(moderationTask);

/** How replies are moderated: by whoever moderates the space of their post. */
export const postReplySubject: ModeratedSubject = {
  async findReadable({ postReplies }, actor, id) {
    const placed = await postReplies.findVisible(actor, toId(id));
    const status = placed?.reply.status;
    return placed !== null && (status === 'PUBLISHED' || status === 'HELD') ? toWords(placed) : null;
  },
  async findLocked({ postReplies }, id) {
    const placed = await postReplies.findVisibleLocked(platform, toId(id));
    return placed === null ? null : toWords(placed);
  },
  async list({ postReplies }, ids) {
    const found = await postReplies.listVisible(
      platform,
      ids.map((id) => toId<'PostReply'>(id)),
    );
    return found.map(toWords);
  },
  hold: (unit, id, now) => change(unit, toId(id), { decision: 'HOLD', reason: undefined, now }),
  restore: (unit, id, now) => change(unit, toId(id), { decision: 'RESTORE', reason: undefined, now }),
  remove: (unit, id, { reason, now }) => change(unit, toId(id), { decision: 'REMOVE', reason, now }),
};

async function change(
  { postReplies }: ModerationUnit,
  replyId: PostReplyId,
  {
    decision,
    ...how
  }: { readonly decision: 'HOLD' | 'RESTORE' | 'REMOVE'; readonly reason: string | undefined; readonly now: Date },
): Promise<void> {
  const placed = await postReplies.findVisibleLocked(platform, replyId);
  const moved = placed === null ? undefined : moderateReply(placed.reply, decision, how);
  if (!moved?.ok) throw new Error('the item and its reply say the same');
  await postReplies.save(moved.value);
}

function toWords({ reply, groupId }: PlacedReply): ModeratedWords {
  const { id, postId, authorId, body, language, postedAt } = reply;
  return { id, authorId, groupId, words: body, language, writtenAt: postedAt, place: { kind: 'POST', id: postId } };
}
