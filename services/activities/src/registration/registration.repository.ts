import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRows, updateRow, type Row } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Activity, ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import { RegistrationEntity } from './registration.entity.js';
import type { Registration, RegistrationId, SeatCount } from './registration.js';
import { registrationPolicy, visibleRegistrations } from './registration.policy.js';
import {
  heldSql,
  heldStatuses,
  liveSql,
  liveStatuses,
  openSql,
  seatSql,
  sqlStatuses,
  waitingOrder,
} from './registration-status.js';

type CountRow = { activity_id: ActivityId; taken: number; waiting: number };

/** What a member holds or had of an activity, read under its lock. */
export type MemberStanding = { readonly live: Registration | undefined; readonly wasRemoved: boolean };

/** Reads and writes registrations; reads of rows take the actor, counts are public. */
export type RegistrationRepository = ReturnType<typeof createRegistrationRepository>;

const keyOf = ({ queuedAt, id }: Registration): readonly string[] => [queuedAt.toISOString(), id];

function toRow(registration: Registration): Row {
  return {
    id: registration.id,
    activity_id: registration.activityId,
    member_id: registration.memberId,
    status: registration.status,
    status_reason: registration.statusReason ?? null,
    queued_at: registration.queuedAt,
    offered_at: registration.offeredAt ?? null,
    offer_expires_at: registration.offerExpiresAt ?? null,
    auto_accept: registration.autoAccept,
    priority: registration.priority,
    draw_number: registration.drawNumber ?? null,
    pool_id: registration.poolId ?? null,
    party_id: registration.partyId ?? null,
    despite_clash: registration.despiteClash,
    excused: registration.excused,
    checked_in_at: registration.checkedInAt ?? null,
    checked_out_at: registration.checkedOutAt ?? null,
    is_late: registration.isLate,
    rules_version: registration.rulesVersion,
    version: registration.version,
  };
}

/** A repository over one connection or transaction. */
export function createRegistrationRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Registration> => {
    const scope = visibleRegistrations(actor);
    const query = manager.createQueryBuilder(RegistrationEntity, 'registration');
    if (scope === 'all') return query.where('true');
    return query.where(
      `(registration.member_id = :ownMember or exists (
         select 1 from activity a where a.id = registration.activity_id and a.group_id = any(:ownGroups)) or exists (
         select 1 from team_place t where t.activity_id = registration.activity_id and t.member_id = :ownMember
           and t.status = 'ON_TEAM' and t.role <> 'WELFARE_LEAD'))`,
      { ownMember: scope.memberId ?? null, ownGroups: scope.groupIds },
    );
  };

  const findVisible = (actor: Actor, id: RegistrationId): Promise<Registration | null> =>
    visible(actor).andWhere('registration.id = :id', { id }).getOne();

  /** Counts several activities in one statement. */
  const listSeats = async (activityIds: readonly ActivityId[]): Promise<ReadonlyMap<ActivityId, SeatCount>> => {
    const rows: readonly CountRow[] = await manager.query(
      `select activity_id, count(*) filter (where status in ${seatSql})::int as taken, count(*) filter (where status = 'WAITLISTED')::int as waiting
       from registration where activity_id = any($1::uuid[]) and status in ${liveSql} group by activity_id`,
      [activityIds],
    );
    return new Map(rows.map(({ activity_id, taken, waiting }) => [activity_id, { taken, waiting }]));
  };

  return {
    findVisible,

    /** One registration, or nothing; nobody else changes its activity or any registration of it until the transaction ends. */
    async findVisibleLocked(actor: Actor, id: RegistrationId): Promise<Registration | null> {
      await manager.query(
        'select 1 from activity where id = (select activity_id from registration where id = $1) for no key update',
        [id],
      );
      return findVisible(actor, id);
    },

    /** The viewer's own live registrations among the activities. */
    listOwn: (actor: Actor, activityIds: readonly ActivityId[]): Promise<readonly Registration[]> =>
      visible(actor)
        .andWhere(
          `registration.activityId = any(:activityIds) and registration.memberId = :self and registration.status in ${liveSql}`,
          { activityIds, self: memberOf(actor) ?? null },
        )
        .getMany(),

    /** The viewer's own latest registrations that are over, one of each activity. */
    listOwnLast: (actor: Actor, activityIds: readonly ActivityId[]): Promise<readonly Registration[]> =>
      visible(actor)
        .andWhere(
          `registration.id in (select distinct on (r.activity_id) r.id from registration r
             where r.activity_id = any(:activityIds) and r.member_id = :self and r.status not in ${liveSql}
             order by r.activity_id, r.queued_at desc, r.id desc)`,
          { activityIds, self: memberOf(actor) ?? null },
        )
        .getMany(),

    /** What members hold or had of the activity; nothing for those who had nothing. Call it under the activity's lock. */
    async listStandings(
      activityId: ActivityId,
      memberIds: readonly MemberId[],
    ): Promise<ReadonlyMap<MemberId, MemberStanding>> {
      const rows = await manager
        .createQueryBuilder(RegistrationEntity, 'registration')
        .where(
          `registration.activityId = :activityId and registration.memberId = any(:memberIds) and registration.status in ${sqlStatuses([...liveStatuses, 'REMOVED'])}`,
          { activityId, memberIds },
        )
        .getMany();
      const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
      return new Map(
        [...byMember].map(([memberId, held]) => [
          memberId,
          {
            live: held.find(({ status }) => status !== 'REMOVED'),
            wasRemoved: held.some(({ status }) => status === 'REMOVED'),
          },
        ]),
      );
    },

    listSeats,

    /** Counts one activity. Under its lock the figures hold until the transaction ends. */
    countSeats: async (activityId: ActivityId): Promise<SeatCount> =>
      (await listSeats([activityId])).get(activityId) ?? { taken: 0, waiting: 0 },

    /** The places, from 1, that waiting registrations have in their queues; nothing for those that do not wait. */
    async listWaitingPlaces(ids: readonly RegistrationId[]): Promise<ReadonlyMap<RegistrationId, number>> {
      const rows: readonly { id: RegistrationId; place: number }[] = await manager.query(
        `select r.id, (
           select count(*)::int from registration w
           where w.activity_id = r.activity_id and w.status = 'WAITLISTED' and (${waitingOrder('w')}) <= (${waitingOrder('r')})) as place
         from registration r where r.id = any($1::uuid[]) and r.status = 'WAITLISTED'`,
        [ids],
      );
      return new Map(rows.map(({ id, place }) => [id, place]));
    },

    /** The registrations of a member, latest first; empty for everybody but that member. */
    async pageOfMember(actor: Actor, memberId: MemberId, { first, after }: PageRequest): Promise<Page<Registration>> {
      if (memberOf(actor) !== memberId) return toPage([], first, () => []);
      const query = visible(actor).andWhere('registration.memberId = :memberId', { memberId });
      if (after !== undefined)
        query.andWhere('(registration.queuedAt, registration.id) < (:queuedAt, :id)', {
          queuedAt: after[0],
          id: after[1],
        });
      const rows = await query
        .orderBy('registration.queuedAt', 'DESC')
        .addOrderBy('registration.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, keyOf);
    },

    /** The same page of several activities in one statement, in the order of the queue; empty for who may not see the rows. */
    async pageOfActivities(
      actor: Actor,
      activities: readonly Activity[],
      { first, after }: PageRequest,
    ): Promise<readonly Page<Registration>[]> {
      const scope = visibleRegistrations(actor);
      const mayList = (activity: Activity): boolean =>
        scope === 'all' || registrationPolicy.canReadRoster(actor, activity);
      const activityIds = activities.filter(mayList).map(({ id }) => id);
      const rows =
        activityIds.length === 0
          ? []
          : await visible(actor)
              .andWhere(
                `registration.id in (
             select ranked.id from (
               select r.id, row_number() over (partition by r.activity_id order by r.queued_at, r.id) as place
               from registration r
               where r.activity_id = any(:activityIds) and (cast(:queuedAt as timestamptz) is null or (r.queued_at, r.id) > (:queuedAt, :afterId))
             ) ranked where ranked.place <= :surplus)`,
                { activityIds, queuedAt: after?.[0] ?? null, afterId: after?.[1] ?? null, surplus: first + 1 },
              )
              .orderBy('registration.queuedAt')
              .addOrderBy('registration.id')
              .getMany();
      const byActivity = Map.groupBy(rows, (registration) => registration.activityId);
      return activities.map(({ id }) => toPage(byActivity.get(id) ?? [], first, keyOf));
    },

    /** Every place that is held: confirmed or in. Call it under the activity's lock. */
    listSeated: (activityId: ActivityId): Promise<readonly Registration[]> =>
      manager
        .createQueryBuilder(RegistrationEntity, 'registration')
        .where(`registration.activityId = :activityId and registration.status in ${heldSql}`, {
          activityId,
        })
        .orderBy('registration.queuedAt')
        .addOrderBy('registration.id')
        .getMany(),

    /** Whoever has a seat or waits for one. Call it under the activity's lock. */
    async listHolders(activityId: ActivityId): Promise<readonly MemberId[]> {
      const rows: readonly { member_id: MemberId }[] = await manager.query(
        `select member_id from registration
         where activity_id = $1 and status in ${openSql} order by member_id`,
        [activityId],
      );
      return rows.map((row) => row.member_id);
    },

    /** Voids everything live of an activity that will not happen. Call it under the activity's lock. */
    async voidLive(activityId: ActivityId): Promise<void> {
      await manager.query(
        `update registration set status = 'VOID', version = version + 1 where activity_id = $1 and status in ${openSql}`,
        [activityId],
      );
    },

    /** Takes back the scans of an activity that was moved: nobody has come to the new date yet. Call it under the activity's lock. */
    async undoCheckIns(activityId: ActivityId): Promise<void> {
      await manager.query(
        `update registration set status = 'CONFIRMED', checked_in_at = null, checked_out_at = null, is_late = false, version = version + 1
         where activity_id = $1 and status in ('CHECKED_IN', 'CHECKED_OUT')`,
        [activityId],
      );
    },

    /** Settles everybody with a seat: the scanned attended, the others did not, and an offer nobody answered is over. Call it under the activity's lock. */
    async settleAttendance(activityId: ActivityId): Promise<void> {
      await manager.query(
        `update registration set version = version + 1, status = case status when 'CONFIRMED' then 'NO_SHOW' when 'OFFERED' then 'OFFER_EXPIRED' else 'ATTENDED' end
         where activity_id = $1 and status in ${sqlStatuses(['OFFERED', ...heldStatuses])}`,
        [activityId],
      );
    },

    /** The registrations among `ids` that are of the activity. Call it for somebody who keeps its door. */
    listOfActivity: (activityId: ActivityId, ids: readonly RegistrationId[]): Promise<readonly Registration[]> =>
      manager
        .createQueryBuilder(RegistrationEntity, 'registration')
        .where('registration.activityId = :activityId and registration.id = any(:ids)', { activityId, ids })
        .getMany(),

    /** Adds newcomers. Call it under the activity's lock. */
    addAll: async (newcomers: readonly Registration[]): Promise<void> => {
      await insertRows(manager, 'registration', newcomers.map(toRow));
    },
    save: (registration: Registration): Promise<Registration> => updateRow(manager, RegistrationEntity, registration),
  };
}
