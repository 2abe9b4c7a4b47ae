import { memberOf, type Actor } from '@guildhall/kernel';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../references/member.js';
import type { CalendarFeed, CalendarFeedId } from './calendar-feed.js';

/** Reads and writes secret addresses; a member's own alone. */
export type CalendarFeedRepository = ReturnType<typeof createCalendarFeedRepository>;

type FeedRow = {
  readonly id: CalendarFeedId;
  readonly member_id: MemberId;
  readonly name: string;
  readonly created_at: Date;
};

const columns = 'id, member_id, name, created_at';

/** A repository over one connection or transaction. */
export function createCalendarFeedRepository(manager: EntityManager) {
  return {
    /** The actor's own addresses, the oldest first. */
    async listOwn(actor: Actor): Promise<readonly CalendarFeed[]> {
      const rows: readonly FeedRow[] = await manager.query(
        `select ${columns} from calendar_feed where member_id = $1 order by created_at, id`,
        [memberOf(actor) ?? null],
      );
      return rows.map(toFeed);
    },

    /** Whose calendar a secret opens; nothing for secrets that open none, and when its member is no longer active. */
    async findReader(digest: Uint8Array): Promise<MemberId | undefined> {
      const [row]: readonly { member_id: MemberId }[] = await manager.query(
        `select f.member_id from calendar_feed f join actor_member m on m.member_id = f.member_id and m.is_active
         where f.token_digest = $1`,
        [Buffer.from(digest)],
      );
      return row?.member_id;
    },

    /** Nobody else adds an address of this member until the transaction ends. */
    lock: async (memberId: MemberId): Promise<void> =>
      void (await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 23))', [memberId])),

    /** Adds an address. */
    add: ({ id, memberId, name, createdAt }: CalendarFeed, digest: Uint8Array): Promise<void> =>
      insertRows(manager, 'calendar_feed', [
        {
          id,
          member_id: memberId,
          name,
          token_digest: `\\x${Buffer.from(digest).toString('hex')}`,
          created_at: createdAt,
        },
      ]),

    /** Forgets an address of the actor's own. */
    remove: async (actor: Actor, id: CalendarFeedId): Promise<void> =>
      void (await manager.query('delete from calendar_feed where id = $1 and member_id = $2', [
        id,
        memberOf(actor) ?? null,
      ])),
  };
}

function toFeed(row: FeedRow): CalendarFeed {
  return { id: row.id, memberId: row.member_id, name: row.name, createdAt: row.created_at };
}
