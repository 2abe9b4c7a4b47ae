import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import type { Message, MessageAction, MessageStatus } from './message.js';

/** Of whose conversations an actor may read messages; the repository turns this into SQL. */
export function visibleMessages(actor: Actor): MemberId | undefined {
  return memberOf(actor);
}

const isAuthor = (actor: Actor, { authorId }: Message): boolean => isMember(actor, authorId);
const isSystem = (actor: Actor): boolean => actor.kind === 'system';

const rights: Readonly<Record<MessageAction, (actor: Actor, message: Message) => boolean>> = {
  DELETE: isAuthor,
  REPORT: (actor, message) => memberOf(actor) !== undefined && !isAuthor(actor, message),
  // Carried out by the platform, for whoever moderates what was reported; nobody reaches a message otherwise.
  HOLD: isSystem,
  RESTORE: isSystem,
  REMOVE: isSystem,
};

/** Who may do what to a message they can read. */
export const messagePolicy = {
  can: (actor: Actor, action: MessageAction, message: Message): boolean => rights[action](actor, message),
  /** What was held or removed is read by its author alone. */
  canReadWords: (actor: Actor, message: Message): boolean => wordsFor[message.status] || isAuthor(actor, message),
};

const wordsFor: Readonly<Record<MessageStatus, boolean>> = { SENT: true, DELETED: false, HELD: false, REMOVED: false };
