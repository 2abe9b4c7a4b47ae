import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { NotificationScope } from '../notification/notification-scope.js';
import type { Conversation, ConversationId, ConversationKind, Participant } from './conversation.js';
import { visibleConversations } from './conversation.policy.js';
import {
  lastOf,
  ownSide,
  selectConversations,
  toConversation,
  type ConversationRow,
} from './conversation-rows.repository.js';

/** What a conversation belongs to and who takes part. */
export type Opening = {
  readonly kind: ConversationKind;
  /** The connection, match, circle or company; two connected members have one conversation, whatever this is. */
  readonly sourceId: string;
  readonly members: readonly MemberId[];
};

/** Opens and closes conversations and shows them to those who take part; every read takes the actor. */
export type ConversationRepository = ReturnType<typeof createConversationRepository>;

/** A repository over one connection or transaction. */
export function createConversationRepository(
  manager: EntityManager,
  { clock, ids }: Pick<NotificationScope, 'clock' | 'ids'>,
) {
  const listVisible = async (
    actor: Actor,
    conversationIds: readonly ConversationId[],
  ): Promise<readonly Conversation[]> => {
    const rows: readonly ConversationRow[] = await manager.query(
      `${selectConversations} where me.member_id = $1 and c.id = any($2::uuid[])`,
      [visibleConversations(actor) ?? null, conversationIds],
    );
    return rows.map(toConversation);
  };
  return {
    /**
     * Opens the conversation of a source, or opens it again, with these members in it. Who comes later does not read
     * what was said before.
     */
    async openFor({ kind, sourceId, members }: Opening): Promise<ConversationId> {
      const [row]: readonly { id: ConversationId; last_number: number }[] = await manager.query(
        `insert into conversation (id, kind, source_id, opened_at, closed_at, last_number, last_at)
         values ($1, $2, case when $2 = 'CONNECTION' then
           (select md5(string_agg(m::text, ':' order by m))::uuid from unnest($5::uuid[]) m) else $3::uuid end, $4, null, 0, $4)
         on conflict on constraint conversation_one_per_source do update set closed_at = null
         returning id, last_number`,
        [ids.random(), kind, sourceId, clock.now(), members],
      );
      if (row === undefined) throw new Error('a conversation is made or there already');
      await manager.query(
        `insert into conversation_member (conversation_id, member_id, shown_name, joined_at, after_number, read_number, is_muted, shows_reading)
         select $1, m.id, m.display_name, $3, $4, $4, false, false from member m where m.id = any($2::uuid[])
         on conflict on constraint conversation_member_pk do update
           set shown_name = excluded.shown_name, left_at = null, until_number = null`,
        [row.id, members, clock.now(), row.last_number],
      );
      return row.id;
    },

    /** Closes the conversation of a source: from now on it takes no message, and what was said stays. */
    async close(kind: ConversationKind, sourceId: string): Promise<void> {
      await manager.query(
        'update conversation set closed_at = $3 where kind = $1 and source_id = $2 and closed_at is null',
        [kind, sourceId, clock.now()],
      );
    },

    /** Takes somebody out of the conversation of a source: they read what was said until now and nothing later. */
    async leave(kind: ConversationKind, sourceId: string, memberId: MemberId): Promise<void> {
      await manager.query(
        `with c as (select id, last_number from conversation where kind = $1 and source_id = $2 for update)
         update conversation_member m set left_at = $4, until_number = c.last_number
         from c where m.conversation_id = c.id and m.member_id = $3 and m.left_at is null`,
        [kind, sourceId, memberId, clock.now()],
      );
    },

    /** The ids of the conversations of sources; whether the actor may read one is asked when it is loaded. */
    async listIdsOf(
      kind: ConversationKind,
      sourceIds: readonly string[],
    ): Promise<ReadonlyMap<string, ConversationId>> {
      const rows: readonly { id: ConversationId; source_id: string }[] = await manager.query(
        'select id, source_id from conversation where kind = $1 and source_id = any($2::uuid[])',
        [kind, sourceIds],
      );
      return new Map(rows.map((row) => [row.source_id, row.id]));
    },

    /** The conversations among `conversationIds` that the actor takes or took part in, in no particular order. */
    listVisible,

    /** One conversation as the actor has it before them, or nothing when missing or not theirs. */
    findVisible: async (actor: Actor, id: ConversationId): Promise<Conversation | null> =>
      (await listVisible(actor, [id]))[0] ?? null,

    /**
     * As `findVisible`, and nobody else writes until the transaction ends. It is read after the wait, so that a message
     * never follows the end of what the conversation belongs to.
     */
    async findVisibleLocked(actor: Actor, id: ConversationId): Promise<Conversation | null> {
      const viewer = visibleConversations(actor) ?? null;
      await manager.query(
        `select 1 from conversation c join conversation_member me on me.conversation_id = c.id
         where me.member_id = $1 and c.id = $2 for update of c`,
        [viewer, id],
      );
      return this.findVisible(actor, id);
    },

    /** The actor's conversations, the one with the newest message first; hidden ones come back with a new message. */
    async page(actor: Actor, { first, after }: PageRequest): Promise<Page<Conversation>> {
      const rows: readonly ConversationRow[] = await manager.query(
        `select * from (${selectConversations} where me.member_id = $1
           and (${lastOf} > me.after_number or (me.hidden_at is null and c.kind <> 'CONNECTION'))) seen
         where $2::timestamptz is null or (last_at, id) < ($2, $3::uuid)
         order by last_at desc, id desc limit $4`,
        [visibleConversations(actor) ?? null, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toConversation), first, ({ id, lastAt }) => [lastAt.toISOString(), id]);
    },

    /** In how many of the actor's conversations something is unread. */
    async countUnread(actor: Actor): Promise<number> {
      const [row]: readonly { unread: number }[] = await manager.query(
        `select count(*)::int as unread from (${selectConversations} where me.member_id = $1 and not me.is_muted
           and ${lastOf} > greatest(me.read_number, me.after_number)) seen where unread_count > 0`,
        [visibleConversations(actor) ?? null],
      );
      return row?.unread ?? 0;
    },

    /** Who takes part in the actor's conversations, by joining. What they read is told of open ones alone, if they show it. */
    async listParticipants(actor: Actor, of: readonly ConversationId[]): Promise<readonly Participant[]> {
      const rows: readonly ParticipantRow[] = await manager.query(
        `select o.conversation_id, o.member_id, o.shown_name, o.left_at is not null and seen.status = 'OPEN' as has_left,
           case when o.member_id = $1 or (o.shows_reading and seen.status = 'OPEN') then o.read_number end as read_number
         from (${selectConversations} where me.member_id = $1 and c.id = any($2::uuid[])) seen
         join conversation_member o on o.conversation_id = seen.id
         order by o.conversation_id, o.joined_at, o.member_id`,
        [visibleConversations(actor) ?? null, of],
      );
      return rows.map((row) => ({
        conversationId: row.conversation_id,
        memberId: row.member_id,
        name: row.shown_name,
        hasLeft: row.has_left,
        readNumber: row.read_number ?? undefined,
      }));
    },

    /** Notes that the viewer has read up to a message, never back; and that they need no telling of it any more. */
    async markRead({ id, viewerId, lastNumber }: Conversation, upTo: number): Promise<void> {
      const number = Math.min(upTo, lastNumber);
      await manager.query(`update conversation_member set read_number = greatest(read_number, $3) where ${ownSide}`, [
        id,
        viewerId,
        number,
      ]);
      if (number === lastNumber)
        await manager.query(
          `update notification set read_at = $3 where member_id = $2 and reason = 'MESSAGE' and subject_id = $1 and read_at is null`,
          [id, viewerId, clock.now()],
        );
    },

    /** Changes the viewer's own settings of a conversation. */
    async saveSettings({ id, viewerId, isMuted, showsReading }: Conversation): Promise<void> {
      await manager.query(`update conversation_member set is_muted = $3, shows_reading = $4 where ${ownSide}`, [
        id,
        viewerId,
        isMuted,
        showsReading,
      ]);
    },

    /** Hides from the viewer alone what was said until now. */
    async hide({ id, viewerId, lastNumber }: Conversation): Promise<void> {
      await manager.query(
        `update conversation_member set hidden_at = $3, after_number = $4, read_number = greatest(read_number, $4) where ${ownSide}`,
        [id, viewerId, clock.now(), lastNumber],
      );
    },
  };
}

type ParticipantRow = {
  readonly conversation_id: ConversationId;
  readonly member_id: MemberId;
  readonly shown_name: string;
  readonly has_left: boolean;
  readonly read_number: number | null;
};
