/*
 * A message of a conversation. Life: sent, and within an hour taken back by its author, which leaves a gap; held and
 * removed by moderators after a report. It is never edited. Owner: membership.
 */
import { defineLifecycle, FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import type { ConversationId } from './conversation.js';

/** The id of a message. */
export type MessageId = Id<'Message'>;

/** Where a message stands. */
export type MessageStatus = 'SENT' | 'DELETED' | 'HELD' | 'REMOVED';

/** A message as stored. */
export type Message = {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  /** Its place in the conversation, from 1, without gap or double. */
  readonly number: number;
  readonly authorId: MemberId;
  readonly body: string;
  readonly writtenAt: Date;
  readonly status: MessageStatus;
  readonly removalReason: string | undefined;
};

/** What can happen to a message. */
export type MessageAction = 'DELETE' | 'REPORT' | 'HOLD' | 'RESTORE' | 'REMOVE';

/** How many characters a message has at most; our choice. */
export const messageLengthMax = 4000;

/** How long its author can take a message back, in milliseconds; our choice. */
export const deletableMs = 3_600_000;

/** The life of a message. */
export const messageLifecycle = defineLifecycle<Message, MessageStatus, MessageAction>(
  {
    name: 'Message',
    initial: ['SENT'],
    states: ['SENT', 'DELETED', 'HELD', 'REMOVED'],
    transitions: {
      DELETE: {
        from: ['SENT', 'HELD'],
        to: ['DELETED'],
        guard: ({ writtenAt }, now) => now.getTime() - writtenAt.getTime() <= deletableMs,
      },
      REPORT: { from: ['SENT'], to: ['SENT'] },
      HOLD: { from: ['SENT'], to: ['HELD'] },
      RESTORE: { from: ['HELD', 'REMOVED'], to: ['SENT'] },
      REMOVE: { from: ['SENT', 'HELD'], to: ['REMOVED'] },
    },
  },
  ({ status }) => status,
);

/** Checks what somebody wants to say, and makes it a message with the next number. */
export function writeMessage(
  body: string,
  made: Pick<Message, 'id' | 'conversationId' | 'number' | 'authorId' | 'writtenAt'>,
): Result<Message, ValidationError> {
  return new FieldChecks()
    .text('body', body, { max: messageLengthMax })
    .finish({ ...made, body: body.trim(), status: 'SENT' as const, removalReason: undefined });
}
