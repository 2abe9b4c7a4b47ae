import { memberOf, toId } from '@guildhall/kernel';
import type { ModeratedSubject, ModeratedWords, ModerationUnit } from '../moderation/moderated.subject.js';
import { messageLifecycle, type Message, type MessageAction } from './message.js';

/**
 * How messages are moderated, by officers of the union. They see the words of a reported message and nothing else of the
 * conversation; who takes part in it alone can report one.
 */
export const messageSubject: ModeratedSubject = {
  async findReadable({ messages }, actor, id) {
    const message = await messages.findVisible(actor, toId(id));
    return message?.status === 'SENT' && memberOf(actor) !== undefined ? toWords(message) : null;
  },
  async findLocked({ messages }, id) {
    const message = await messages.findReportedLocked(toId(id));
    return message === null ? null : toWords(message);
  },
  async list({ messages }, ids) {
    return (await messages.listReported(ids.map((id) => toId<'Message'>(id)))).map(toWords);
  },
  hold: (unit, id, now) => change(unit, id, { action: 'HOLD', reason: undefined, now }),
  restore: (unit, id, now) => change(unit, id, { action: 'RESTORE', reason: undefined, now }),
  remove: (unit, id, { reason, now }) => change(unit, id, { action: 'REMOVE', reason, now }),
};

type Change = { readonly action: MessageAction; readonly reason: string | undefined; readonly now: Date };

async function change({ messages }: ModerationUnit, id: string, { action, reason, now }: Change): Promise<void> {
  const message = await messages.findReportedLocked(toId(id));
  const status = message === null ? undefined : messageLifecycle.next(action, message, now);
  if (message === null || !status?.ok) throw new Error('the item and its message say the same');
  await messages.save({ ...message, status: status.value, removalReason: reason });
}

function toWords({ id, conversationId, authorId, body, writtenAt }: Message): ModeratedWords {
  return {
    id,
    authorId,
    groupId: undefined,
    words: body,
    language: undefined,
    writtenAt,
    place: { kind: 'CONVERSATION', id: conversationId },
  };
}
