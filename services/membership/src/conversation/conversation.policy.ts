import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import type { Conversation, ConversationAction } from './conversation.js';

/** Whose conversations an actor may see; the repository turns this into SQL. Nobody holds an office that reads along. */
export function visibleConversations(actor: Actor): MemberId | undefined {
  return memberOf(actor);
}

/** Who may do what with a conversation: each member with their own side of it, and nobody else. */
export const conversationPolicy = {
  can: (actor: Actor, _action: ConversationAction, { viewerId }: Pick<Conversation, 'viewerId'>): boolean =>
    isMember(actor, viewerId),
  /** Members open conversations with others; whether the two are connected is asked of the database. */
  canOpen: (actor: Actor, withMember: MemberId): boolean =>
    memberOf(actor) !== undefined && !isMember(actor, withMember),
};
