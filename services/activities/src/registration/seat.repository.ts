import type { EntityManager } from 'typeorm';
import type { Activity, ActivityId } from '../activity/activity.js';
import type { PoolId } from '../pool/pool.js';
import type { MemberId } from '../references/member.js';
import { RegistrationEntity } from './registration.entity.js';
import type { Registration } from './registration.js';
import type { PoolCount } from './seat-book.js';
import { heldSql, seatSql, waitingOrder } from './registration-status.js';

/** Counts and gives out the seats of an activity. Everything here is called under the activity's lock. */
export type SeatRepository = ReturnType<typeof createSeatRepository>;

/** The first number of the locks that a member's own places are compared under; the second is made of the member's id. */
const clashLock = 1_919_247_211;

/** A repository over one transaction. */
export function createSeatRepository(manager: EntityManager) {
  return {
    /** Seats taken and whether somebody waits, by pool. Where nobody waits is known without counting the queue. */
    async count(activityId: ActivityId): Promise<readonly PoolCount[]> {
      const rows: readonly { pool_id: PoolId | null; taken: number; is_awaited: boolean }[] = await manager.query(
        `with seats as (
           select pool_id, count(*)::int as taken from registration where activity_id = $1 and status in ${seatSql} group by pool_id
         ), places as (
           select id as pool_id from pool where activity_id = $1 union all select null
         )
         select p.pool_id, coalesce(s.taken, 0) as taken, case when p.pool_id is null
             then exists (select 1 from registration r where r.activity_id = $1 and r.status = 'WAITLISTED')
             else exists (select 1 from registration r where r.pool_id = p.pool_id and r.status = 'WAITLISTED') end as is_awaited
         from places p left join seats s on s.pool_id is not distinct from p.pool_id`,
        [activityId],
      );
      return rows.map((row) => ({ poolId: row.pool_id ?? undefined, taken: row.taken, isAwaited: row.is_awaited }));
    },

    /** The latest place in the queue's clock; nothing before the first. */
    async lastQueuedAt(activityId: ActivityId): Promise<Date | undefined> {
      const rows: readonly { last: Date | null }[] = await manager.query(
        'select max(queued_at) as last from registration where activity_id = $1',
        [activityId],
      );
      return rows[0]?.last ?? undefined;
    },

    /** The first who wait, in the order of the list: so many of all, and so many of each of the pools. */
    listNext: (
      activityId: ActivityId,
      width: number,
      widths: readonly { readonly poolId: PoolId; readonly width: number }[],
    ): Promise<readonly Registration[]> =>
      manager
        .createQueryBuilder(RegistrationEntity, 'registration')
        .where(
          `registration.id in (
             (select r.id from registration r where r.activity_id = :activityId and r.status = 'WAITLISTED'
               order by ${waitingOrder('r')} limit :width)
             union
             select next.id from unnest(cast(:pools as uuid[]), cast(:widths as int[])) as wanted(pool_id, width)
             cross join lateral (select r.id from registration r
               where r.activity_id = :activityId and r.pool_id = wanted.pool_id and r.status = 'WAITLISTED'
               order by ${waitingOrder('r')} limit wanted.width) next)`,
          {
            activityId,
            width,
            pools: widths.map(({ poolId }) => poolId),
            widths: widths.map((wanted) => wanted.width),
          },
        )
        .orderBy('registration.priority')
        .addOrderBy(`coalesce(registration.draw_number, '~')`)
        .addOrderBy('registration.queuedAt')
        .addOrderBy('registration.id')
        .getMany(),

    /** Offers whose time is over and that nobody has ended yet. */
    listOverdueOffers: (activityId: ActivityId, now: Date): Promise<readonly Registration[]> =>
      manager
        .createQueryBuilder(RegistrationEntity, 'registration')
        .where(
          `registration.activityId = :activityId and registration.status = 'OFFERED' and registration.offerExpiresAt <= :now`,
          { activityId, now },
        )
        .getMany(),

    /** Writes what became of registrations: status, pool and offer; each must stand as it was read. */
    async saveAll(registrations: readonly Registration[]): Promise<void> {
      if (registrations.length === 0) return;
      const rows = registrations.map(({ id, status, poolId, offeredAt, offerExpiresAt, version }) => ({
        id,
        status,
        pool_id: poolId ?? null,
        offered_at: offeredAt ?? null,
        offer_expires_at: offerExpiresAt ?? null,
        version,
      }));
      const [, count]: [unknown, number] = await manager.query(
        `update registration r set status = n.status, pool_id = n.pool_id, offered_at = n.offered_at,
           offer_expires_at = n.offer_expires_at, version = r.version + 1
         from jsonb_populate_recordset(null::registration, $1::jsonb) n where n.id = r.id and n.version = r.version`,
        [JSON.stringify(rows)],
      );
      if (count !== rows.length) throw new Error('registrations changed under the lock of their activity');
    },

    /** Takes back the calls of everybody who waits but those: no seat is left for them to accept. */
    async endCalls(activityId: ActivityId, except: readonly Registration[]): Promise<void> {
      await manager.query(
        `update registration set offered_at = null, offer_expires_at = null, version = version + 1
         where activity_id = $1 and status = 'WAITLISTED' and offered_at is not null and id <> all($2::uuid[])`,
        [activityId, except.map(({ id }) => id)],
      );
    },

    /**
     * Which of the members hold a place in another activity at the same time, with one such activity. It waits for others
     * who are giving these members a place, so that two overlapping places cannot both be given unseen. Members are locked
     * after activities, and in one order, so that nobody waits in a circle.
     */
    async listClashes(
      { id, startsAt, endsAt }: Activity,
      memberIds: readonly MemberId[],
    ): Promise<ReadonlyMap<MemberId, ActivityId>> {
      if (memberIds.length === 0) return new Map();
      await manager.query(
        `select pg_advisory_xact_lock($1, list.lock) from (
           select distinct hashtext(m::text) as lock from unnest($2::uuid[]) m order by 1 offset 0) list`,
        [clashLock, memberIds],
      );
      const rows: readonly { member_id: MemberId; activity_id: ActivityId }[] = await manager.query(
        `select distinct on (r.member_id) r.member_id, r.activity_id from registration r join activity a on a.id = r.activity_id
         where r.member_id = any($1::uuid[]) and r.activity_id <> $2 and r.status in ${heldSql}
           and a.starts_at < $4 and a.ends_at > $3
         order by r.member_id, a.starts_at, a.id`,
        [memberIds, id, startsAt, endsAt],
      );
      return new Map(rows.map((row) => [row.member_id, row.activity_id]));
    },
  };
}
