/*
 * A conversation: messages between two connected members, the two of a help match, or the members of a circle. Life:
 * opened with what it belongs to and closed with it; what was said stays readable to each until they hide it.
 * Owner: membership, and nothing of it ever leaves.
 */
import { defineLifecycle, type Id } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

/** The id of a conversation. */
export type ConversationId = Id<'Conversation'>;

/** What a conversation belongs to. */
export const conversationKinds = ['CONNECTION', 'HELP', 'CIRCLE', 'COMPANY'] as const;

/** What one conversation belongs to. */
export type ConversationKind = (typeof conversationKinds)[number];

/** Whether a conversation takes messages from one of its members now. Why it takes none is nobody's to know. */
export type ConversationStatus = 'OPEN' | 'CLOSED' | 'LEFT';

/** A conversation as one of its members has it before them. */
export type Conversation = {
  readonly id: ConversationId;
  readonly kind: ConversationKind;
  readonly sourceId: string;
  /** Whose view it is. */
  readonly viewerId: MemberId;
  readonly status: ConversationStatus;
  /** When something was last said that this member can read; when it was opened, before that. */
  readonly lastAt: Date;
  /** The number of the last message that this member can read; messages up to `afterNumber` are not shown to them. */
  readonly lastNumber: number;
  readonly afterNumber: number;
  readonly readNumber: number;
  readonly unreadCount: number;
  readonly isMuted: boolean;
  readonly showsReading: boolean;
};

/** Somebody who takes part, as another member of the conversation meets them. */
export type Participant = {
  readonly conversationId: ConversationId;
  readonly memberId: MemberId;
  /** The name they had when they last wrote: it stays when the conversation closes, whatever the reason. */
  readonly name: string;
  readonly hasLeft: boolean;
  /** Up to which message they have read, if they show that. */
  readonly readNumber: number | undefined;
};

/** A participant beside whether the conversation takes messages from the viewer, on which it depends what they see. */
export type ShownParticipant = Participant & { readonly status: ConversationStatus };

/** What a member can do with a conversation of theirs. */
export type ConversationAction = 'SEND' | 'READ' | 'CHANGE_SETTINGS' | 'HIDE';

const everywhere: readonly ConversationStatus[] = ['OPEN', 'CLOSED', 'LEFT'];

/** What can be done where. Opening, closing and leaving happen with what the conversation belongs to. */
export const conversationLifecycle = defineLifecycle<Conversation, ConversationStatus, ConversationAction>(
  {
    name: 'Conversation',
    initial: ['OPEN', 'CLOSED', 'LEFT'],
    states: everywhere,
    transitions: {
      SEND: { from: ['OPEN'], to: ['OPEN'] },
      READ: { from: everywhere, to: everywhere },
      CHANGE_SETTINGS: { from: ['OPEN'], to: ['OPEN'] },
      HIDE: { from: everywhere, to: everywhere },
    },
  },
  ({ status }) => status,
);
