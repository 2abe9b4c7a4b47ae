import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { ConversationId } from './conversation.js';
import { readable } from './conversation-rows.repository.js';
import type { Message, MessageId, MessageStatus } from './message.js';
import { visibleMessages } from './message.policy.js';

type MessageRow = {
  readonly id: MessageId;
  readonly conversation_id: ConversationId;
  readonly number: number;
  readonly author_id: MemberId;
  readonly body: string;
  readonly written_at: Date;
  readonly status: MessageStatus;
  readonly removal_reason: string | null;
};

const columns = 'm.id, m.conversation_id, m.number, m.author_id, m.body, m.written_at, m.status, m.removal_reason';

/** The messages that the member `$1` can read. */
const selectReadable = `select ${columns} from conversation_member me join message m on ${readable} where me.member_id = $1`;

/** Reads and writes messages; every read takes the actor, but for what moderation was shown. */
export type MessageRepository = ReturnType<typeof createMessageRepository>;

/** A repository over one connection or transaction. */
export function createMessageRepository(manager: EntityManager) {
  return {
    /** The messages of a conversation that the actor can read, the newest first. */
    async page(actor: Actor, conversationId: ConversationId, { first, after }: PageRequest): Promise<Page<Message>> {
      const rows: readonly MessageRow[] = await manager.query(
        `${selectReadable} and m.conversation_id = $2 and ($3::int is null or m.number < $3)
         order by m.number desc limit $4`,
        [visibleMessages(actor) ?? null, conversationId, after?.[0] ?? null, first + 1],
      );
      return toPage(rows.map(toMessage), first, ({ number }) => [String(number)]);
    },

    /** The last message of each conversation that the actor can read. */
    async listLast(actor: Actor, of: readonly ConversationId[]): Promise<readonly Message[]> {
      const rows: readonly MessageRow[] = await manager.query(
        `select ${columns} from conversation_member me
         cross join lateral (select * from message m where ${readable} order by m.number desc limit 1) m
         where me.member_id = $1 and me.conversation_id = any($2::uuid[])`,
        [visibleMessages(actor) ?? null, of],
      );
      return rows.map(toMessage);
    },

    /** One message, or nothing when the actor cannot read it. */
    async findVisible(actor: Actor, id: MessageId): Promise<Message | null> {
      const [row]: readonly MessageRow[] = await manager.query(`${selectReadable} and m.id = $2`, [
        visibleMessages(actor) ?? null,
        id,
      ]);
      return row === undefined ? null : toMessage(row);
    },

    /** As `findVisible`, and nobody else changes it until the transaction ends. */
    async findVisibleLocked(actor: Actor, id: MessageId): Promise<Message | null> {
      const [row]: readonly MessageRow[] = await manager.query(`${selectReadable} and m.id = $2 for update of m`, [
        visibleMessages(actor) ?? null,
        id,
      ]);
      return row === undefined ? null : toMessage(row);
    },

    /** Messages that were reported, for moderators to whom moderation has shown that they wait. */
    async listReported(ids: readonly MessageId[]): Promise<readonly Message[]> {
      const rows: readonly MessageRow[] = await manager.query(
        `select ${columns} from message m where m.id = any($1::uuid[]) and m.status <> 'DELETED'`,
        [ids],
      );
      return rows.map(toMessage);
    },

    /** A reported message, locked until the transaction ends. */
    async findReportedLocked(id: MessageId): Promise<Message | null> {
      const [row]: readonly MessageRow[] = await manager.query(
        `select ${columns} from message m where m.id = $1 and m.status <> 'DELETED' for update`,
        [id],
      );
      return row === undefined ? null : toMessage(row);
    },

    /** Adds a message whose number the locked conversation gave; its author has read up to it and has today's name. */
    async add(message: Message): Promise<Message> {
      const { id, conversationId, number, authorId, body, writtenAt, status } = message;
      await manager.query('update conversation set last_number = $2, last_at = $3 where id = $1', [
        conversationId,
        number,
        writtenAt,
      ]);
      await manager.query(
        `insert into message (id, conversation_id, number, author_id, body, written_at, status)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, conversationId, number, authorId, body, writtenAt, status],
      );
      await manager.query(
        `update conversation_member cm set read_number = $3, shown_name = m.display_name
         from member m where m.id = cm.member_id and cm.conversation_id = $1 and cm.member_id = $2`,
        [conversationId, authorId, number],
      );
      return message;
    },

    /** Writes what became of a message; one that was taken back loses its words. */
    async save(message: Message): Promise<Message> {
      const { id, status, removalReason } = message;
      const body = status === 'DELETED' ? '' : message.body;
      await manager.query('update message set status = $2, removal_reason = $3, body = $4 where id = $1', [
        id,
        status,
        removalReason ?? null,
        body,
      ]);
      return { ...message, body };
    },

    /**
     * Who is to be told of a message: all that can read it, wrote it not, muted nothing, and have not been told of the
     * conversation since they last looked.
     */
    async listToTell({ conversationId, authorId }: Message): Promise<readonly MemberId[]> {
      const rows: readonly { member_id: MemberId }[] = await manager.query(
        `select cm.member_id from conversation_member cm
         where cm.conversation_id = $1 and cm.member_id <> $2 and cm.left_at is null and not cm.is_muted
           and not exists (select 1 from notification n where n.member_id = cm.member_id and n.reason = 'MESSAGE'
             and n.subject_id = $1 and n.read_at is null)`,
        [conversationId, authorId],
      );
      return rows.map((row) => row.member_id);
    },
  };
}

function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    number: row.number,
    authorId: row.author_id,
    body: row.body,
    writtenAt: row.written_at,
    status: row.status,
    removalReason: row.removal_reason ?? undefined,
  };
}
