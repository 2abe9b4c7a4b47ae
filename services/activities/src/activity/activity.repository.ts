import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { GroupId } from '../references/group.js';
import { ActivityEntity } from './activity.entity.js';
import type { Activity, ActivityId, ActivityKind, ActivityStatus } from './activity.js';
import { visibleActivities } from './activity.policy.js';

/** Narrows the calendar; absent means no narrowing. `from` leaves out what ends earlier, `to` what starts later. */
export type ActivityFilter = {
  readonly kind: ActivityKind | undefined;
  readonly status: ActivityStatus | undefined;
  readonly groupId: GroupId | undefined;
  readonly search: string | undefined;
  readonly from: Date;
  readonly to: Date | undefined;
};

/** Reads and writes activities; every read takes the actor. */
export type ActivityRepository = ReturnType<typeof createActivityRepository>;

const keyOf = ({ startsAt, id }: Activity): readonly string[] => [startsAt.toISOString(), id];

/** The rows an actor may see, as SQL over the alias, with its parameters. */
function scopeOf(
  actor: Actor,
  alias: string,
): { readonly sql: string; readonly parameters: Readonly<Record<string, unknown>> } {
  const { unpublished } = visibleActivities(actor);
  if (unpublished === 'all') return { sql: 'true', parameters: {} };
  const { groupIds, organiserId } = unpublished;
  const sql = `(${alias}.published_at is not null or ${alias}.group_id = any(:scopeGroups) or ${alias}.organiser_id = :scopeOrganiser
    or exists (select 1 from team_place p where p.activity_id = ${alias}.id and p.member_id = :scopeOrganiser and p.status in ('ASKED', 'ON_TEAM')))`;
  return { sql, parameters: { scopeGroups: groupIds, scopeOrganiser: organiserId ?? null } };
}

/** A repository over one connection or transaction. */
export function createActivityRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Activity> => {
    const { sql, parameters } = scopeOf(actor, 'activity');
    return manager.createQueryBuilder(ActivityEntity, 'activity').where(sql, parameters);
  };

  return {
    /** The activities among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly ActivityId[]): Promise<readonly Activity[]> =>
      visible(actor).andWhere('activity.id = any(:ids)', { ids }).getMany(),

    /** One activity, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: ActivityId): Promise<Activity | null> =>
      visible(actor).andWhere('activity.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else changes it or its registrations until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: ActivityId): Promise<Activity | null> =>
      visible(actor).andWhere('activity.id = :id', { id }).setLock('for_no_key_update').getOne(),

    /** Activities by start, soonest first. */
    async page(
      actor: Actor,
      { first, after }: PageRequest,
      { kind, status, groupId, search, from, to }: ActivityFilter,
    ): Promise<Page<Activity>> {
      const query = visible(actor).andWhere('activity.endsAt > :from', { from });
      if (to !== undefined) query.andWhere('activity.startsAt < :to', { to });
      if (kind !== undefined) query.andWhere('activity.kind = :kind', { kind });
      if (status !== undefined) query.andWhere('activity.status = :status', { status });
      if (groupId !== undefined) query.andWhere('activity.groupId = :groupId', { groupId });
      if (search !== undefined) query.andWhere('strpos(lower(activity.title), lower(:search)) > 0', { search });
      if (after !== undefined)
        query.andWhere('(activity.startsAt, activity.id) > (:startsAt, :id)', { startsAt: after[0], id: after[1] });
      const rows = await query
        .orderBy('activity.startsAt')
        .addOrderBy('activity.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, keyOf);
    },

    /** The same page of several groups in one statement: what is not over at `now`, soonest first. */
    async pageOfGroups(
      actor: Actor,
      groupIds: readonly GroupId[],
      { first, after }: PageRequest,
      now: Date,
    ): Promise<ReadonlyMap<GroupId, Page<Activity>>> {
      const rows = await visible(actor)
        .andWhere(
          `activity.id in (
             select ranked.id from (
               select a.id, row_number() over (partition by a.group_id order by a.starts_at, a.id) as place
               from activity a
               where a.group_id = any(:groupIds) and a.ends_at > :now and ${scopeOf(actor, 'a').sql}
                 and (cast(:startsAt as timestamptz) is null or (a.starts_at, a.id) > (:startsAt, :afterId))
             ) ranked where ranked.place <= :surplus)`,
          { groupIds, now, startsAt: after?.[0] ?? null, afterId: after?.[1] ?? null, surplus: first + 1 },
        )
        .orderBy('activity.startsAt')
        .addOrderBy('activity.id')
        .getMany();
      const byGroup = Map.groupBy(rows, (activity) => activity.groupId);
      return new Map(groupIds.map((groupId) => [groupId, toPage(byGroup.get(groupId) ?? [], first, keyOf)]));
    },

    add: (activity: Activity): Promise<Activity> => insertRow(manager, ActivityEntity, activity),
    save: (activity: Activity): Promise<Activity> => updateRow(manager, ActivityEntity, activity),
  };
}
