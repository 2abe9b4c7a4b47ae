import { err, illegalTransition, memberOf, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { conversationLifecycle, type ConversationId } from '../conversation.js';
import { conversationPolicy } from '../conversation.policy.js';
import { keyedRequest } from '../keyed-request.js';
import { writeMessage } from '../message.js';

/** What to say in which conversation. */
export type SendMessage = {
  readonly conversationId: ConversationId;
  readonly body: string;
  readonly idempotencyKey: string;
};

/** Says something in a conversation. The others are told that there is something, and not what. */
export function sendMessage({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: SendMessage) {
  const { conversationId, body } = input;
  return idempotentTransaction(
    keyedRequest(actor, 'sendMessage', input),
    ({ messages }, id) => messages.findVisible(actor, toId(id)),
    async (unit) => {
      const { conversations, messages, notifications } = unit;
      await holdPair(unit, actor, conversationId);
      const conversation = await conversations.findVisibleLocked(actor, conversationId);
      const authorId = memberOf(actor);
      if (conversation === null || authorId === undefined || !conversationPolicy.can(actor, 'SEND', conversation))
        return err(notFound('Conversation'));
      const now = clock.now();
      if (!conversationLifecycle.can('SEND', conversation, now))
        return err(illegalTransition('SEND', conversation.status));
      const number = conversation.lastNumber + 1;
      const written = writeMessage(body, { id: ids.random(), conversationId, number, authorId, writtenAt: now });
      if (!written.ok) return written;
      await messages.add(written.value);
      await notifications.tell({
        to: await messages.listToTell(written.value),
        reason: 'MESSAGE',
        sourceId: written.value.id,
        subject: { kind: 'CONVERSATION', id: conversationId },
        from: authorId,
      });
      return ok(written.value);
    },
  );
}

/** What is between two people neither begins nor ends until this is said, so that no message follows a block. */
async function holdPair(
  { connections, conversations }: Unit<Repositories>,
  actor: Actor,
  conversationId: ConversationId,
): Promise<void> {
  const [one, other, ...more] = await conversations.listParticipants(actor, [conversationId]);
  if (one !== undefined && other !== undefined && more.length === 0)
    await connections.lockPair(one.memberId, other.memberId);
}
