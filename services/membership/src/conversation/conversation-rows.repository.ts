import type { MemberId } from '../member/member.js';
import type { Conversation, ConversationId, ConversationKind, ConversationStatus } from './conversation.js';

/** One member's own side of a conversation: `$1` is the conversation, `$2` the member. */
export const ownSide = 'conversation_id = $1 and member_id = $2';

/** The number of the last message that the member `me` can read of the conversation `c`. */
export const lastOf = 'least(c.last_number, coalesce(me.until_number, c.last_number))';

/**
 * Which messages of a conversation its member `me` can read: not those from before they came or what they hid, nor
 * anything after they left.
 */
export const readable =
  'm.conversation_id = me.conversation_id and m.number > me.after_number and (me.until_number is null or m.number <= me.until_number)';

/**
 * Conversations `c` as their member `me` has them. One of two people is open while they are connected, or matched, and
 * neither blocked the other. The three ends look the same: the same columns, and the same statement finds them.
 */
export const selectConversations = `
  select c.id, c.kind, c.source_id, me.member_id, ${lastOf} as last_number, me.after_number, me.read_number,
    me.is_muted, me.shows_reading, coalesce(me.left_at, c.last_at) as last_at,
    case when me.left_at is not null then 'LEFT'
      when c.closed_at is not null or (c.kind in ('CONNECTION', 'HELP') and exists (
        select 1 from conversation_member o where o.conversation_id = c.id and o.member_id <> me.member_id
          and (is_blocked(o.member_id, me.member_id)
            or (c.kind = 'CONNECTION' and not is_connected(o.member_id, me.member_id))))) then 'CLOSED'
      else 'OPEN' end as status,
    (select count(*)::int from message m where ${readable} and m.number > me.read_number
      and m.author_id <> me.member_id and m.status = 'SENT') as unread_count
  from conversation_member me join conversation c on c.id = me.conversation_id`;

/** A conversation as its columns come. */
export type ConversationRow = {
  readonly id: ConversationId;
  readonly kind: ConversationKind;
  readonly source_id: string;
  readonly member_id: MemberId;
  readonly last_number: number;
  readonly after_number: number;
  readonly read_number: number;
  readonly is_muted: boolean;
  readonly shows_reading: boolean;
  readonly last_at: Date;
  readonly status: ConversationStatus;
  readonly unread_count: number;
};

/** A conversation made of its columns. */
export function toConversation(row: ConversationRow): Conversation {
  return {
    id: row.id,
    kind: row.kind,
    sourceId: row.source_id,
    viewerId: row.member_id,
    status: row.status,
    lastAt: row.last_at,
    lastNumber: row.last_number,
    afterNumber: row.after_number,
    readNumber: row.read_number,
    unreadCount: row.unread_count,
    isMuted: row.is_muted,
    showsReading: row.shows_reading,
  };
}
