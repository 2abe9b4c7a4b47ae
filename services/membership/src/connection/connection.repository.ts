import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import { ConnectionEntity } from './connection.entity.js';
import type { Connection, ConnectionId, ConnectionList } from './connection.js';

/** Reads and writes connections. Every read names the member whose they are: nobody else may know of them. */
export type ConnectionRepository = ReturnType<typeof createConnectionRepository>;

/** What the member may know of: what is made, requests to them that are not silent, all that they sent themselves. */
const known = `(c.status = 'CONNECTED' or (c.expiresAt > :now and (c.status = 'REQUESTED' or (c.status = 'SILENT' and c.requesterId = :member))))`;

const listed: Readonly<Record<ConnectionList, string>> = {
  CONNECTED: `c.status = 'CONNECTED' and (c.requesterId = :member or c.addresseeId = :member)`,
  ASKED_OF_MEMBER: `c.status = 'REQUESTED' and c.addresseeId = :member and c.expiresAt > :now`,
  ASKED_BY_MEMBER: `c.status in ('REQUESTED', 'SILENT') and c.requesterId = :member and c.expiresAt > :now`,
};

/** A repository over one connection or transaction. */
export function createConnectionRepository(manager: EntityManager) {
  const all = () => manager.createQueryBuilder(ConnectionEntity, 'c');
  const ask = async (question: string, parameters: readonly unknown[]): Promise<boolean> => {
    const [row]: readonly { yes: boolean }[] = await manager.query(`select ${question} as yes`, [...parameters]);
    return row?.yes ?? false;
  };

  return {
    /** Whether the two are connected now. */
    areConnected: (a: MemberId, b: MemberId): Promise<boolean> => ask('is_connected($1::uuid, $2::uuid)', [a, b]),

    /** Whether one of the two has blocked the other. */
    areBlocked: (a: MemberId, b: MemberId): Promise<boolean> => ask('is_blocked($1::uuid, $2::uuid)', [a, b]),

    /** Waits for its turn and keeps it until the transaction ends: what is between two people has one writer at a time. */
    lockPair: async (a: MemberId, b: MemberId): Promise<void> =>
      void (await manager.query(
        `select pg_advisory_xact_lock(hashtextextended(least($1, $2) || greatest($1, $2), 12))`,
        [a, b],
      )),

    /** Everything between the two that is not closed, silent requests too, for decisions about both. */
    listBetween: (a: MemberId, b: MemberId, now: Date): Promise<readonly Connection[]> =>
      all()
        .where('((c.requesterId = :a and c.addresseeId = :b) or (c.requesterId = :b and c.addresseeId = :a))', { a, b })
        .andWhere(`(c.status = 'CONNECTED' or (c.status in ('REQUESTED', 'SILENT') and c.expiresAt > :now))`, { now })
        .getMany(),

    /** What is between the member and each of the others, as far as the member may know. */
    listKnown: (member: MemberId, others: readonly MemberId[], now: Date): Promise<readonly Connection[]> =>
      all()
        .where(known, { now, member })
        .andWhere(
          '((c.requesterId = :member and c.addresseeId = any(:others)) or (c.addresseeId = :member and c.requesterId = any(:others)))',
          { others },
        )
        .getMany(),

    /** One connection by id, whoever's, for the platform's own tasks; nobody else changes it until the transaction ends. */
    findLocked: (id: ConnectionId): Promise<Connection | null> =>
      all().where('c.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** One connection of the member's, as far as they may know; for repeating the first answer to a key. */
    findKnown: (member: MemberId, id: ConnectionId, now: Date): Promise<Connection | null> =>
      all().where(known, { now, member }).andWhere('c.id = :id', { id }).getOne(),

    /** A member's connections, the latest first; people whose membership is not active are left out. */
    async page(
      member: MemberId,
      { list, search, now }: { readonly list: ConnectionList; readonly search?: string; readonly now: Date },
      { first, after }: PageRequest,
    ): Promise<Page<Connection>> {
      const since = list === 'CONNECTED' ? 'c.connectedAt' : 'c.requestedAt';
      const query = all()
        .innerJoin(
          'Member',
          'other',
          'other.id = case when c.requesterId = :member then c.addresseeId else c.requesterId end',
        )
        .where(listed[list], { member, now })
        .andWhere(`other.status = 'ACTIVE'`);
      if (search !== undefined)
        query.andWhere(
          `other.audiences->>'displayName' <> 'ONLY_ME' and strpos(lower(other.displayName), lower(:search)) > 0`,
          { search },
        );
      if (after !== undefined) query.andWhere(`(${since}, c.id) < (:at, :id)`, { at: after[0], id: after[1] });
      const rows = await query
        .orderBy(since, 'DESC')
        .addOrderBy('c.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, (row) => [
        ((list === 'CONNECTED' ? row.connectedAt : undefined) ?? row.requestedAt).toISOString(),
        row.id,
      ]);
    },

    /** How many requests of the member wait, and how often they asked this person since the instant. */
    async countRequests(
      by: MemberId,
      { of, now, since }: { readonly of: MemberId; readonly now: Date; readonly since: Date },
    ): Promise<{ readonly open: number; readonly ofPerson: number }> {
      const [row]: readonly { open: number; of_person: number }[] = await manager.query(
        `select (count(*) filter (where status in ('REQUESTED', 'SILENT') and expires_at > $3))::int as open,
           (count(*) filter (where addressee_id = $2 and requested_at > $4))::int as of_person
         from member_connection where requester_id = $1`,
        [by, of, now, since],
      );
      return { open: row?.open ?? 0, ofPerson: row?.of_person ?? 0 };
    },

    add: (connection: Connection): Promise<Connection> => insertRow(manager, ConnectionEntity, connection),
    save: (connection: Connection): Promise<Connection> => updateRow(manager, ConnectionEntity, connection),

    /** Closes requests of the one to the other whose time is over and whose job has not run yet. */
    closeExpired: async (from: MemberId, to: MemberId, now: Date): Promise<void> =>
      void (await manager.query(
        `update member_connection set status = 'CLOSED', message = null, closed_at = $3, version = version + 1
         where (requester_id = $1 and addressee_id = $2 or requester_id = $2 and addressee_id = $1)
           and status in ('REQUESTED', 'SILENT') and expires_at <= $3`,
        [from, to, now],
      )),

    /** Forgets a connection. */
    forget: async (id: ConnectionId): Promise<void> =>
      void (await manager.query('delete from member_connection where id = $1', [id])),
  };
}
