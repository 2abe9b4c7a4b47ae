import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import { TeamPlaceEntity } from './team.entity.js';
import type { TeamPlace, TeamPlaceId } from './team.js';
import { visibleTeams } from './team.policy.js';

/** Reads and writes places on teams; every read takes the actor. */
export type TeamRepository = ReturnType<typeof createTeamRepository>;

/** A repository over one connection or transaction. */
export function createTeamRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<TeamPlace> => {
    const scope = visibleTeams(actor);
    const query = manager.createQueryBuilder(TeamPlaceEntity, 'place');
    if (scope === 'all') return query.where('true');
    return query.where(
      `(place.member_id = :ownMember
        or exists (select 1 from activity a where a.id = place.activity_id and a.group_id = any(:ownGroups))
        or exists (select 1 from team_place own where own.activity_id = place.activity_id
                   and own.member_id = :ownMember and own.status = 'ON_TEAM'))`,
      { ownMember: scope.memberId ?? null, ownGroups: scope.groupIds },
    );
  };

  return {
    /** One place, or nothing when missing or hidden; nobody else changes the team of its activity until the transaction ends. */
    async findVisibleLocked(actor: Actor, id: TeamPlaceId): Promise<TeamPlace | null> {
      await manager.query(
        'select 1 from activity where id = (select activity_id from team_place where id = $1) for no key update',
        [id],
      );
      return visible(actor).andWhere('place.id = :id', { id }).getOne();
    },

    /** The places among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly TeamPlaceId[]): Promise<readonly TeamPlace[]> =>
      visible(actor).andWhere('place.id = any(:ids)', { ids }).getMany(),

    /** The live places of the activities, asked or taken, in the order they were asked. */
    listLive: (actor: Actor, activityIds: readonly ActivityId[]): Promise<readonly TeamPlace[]> =>
      visible(actor)
        .andWhere(`place.activityId = any(:activityIds) and place.status in ('ASKED', 'ON_TEAM')`, { activityIds })
        .orderBy('place.askedAt')
        .addOrderBy('place.id')
        .getMany(),

    /** The viewer's own live places, the latest first; empty for who is no member. */
    async pageOwn(actor: Actor, { first, after }: PageRequest): Promise<Page<TeamPlace>> {
      const query = visible(actor).andWhere(`place.member_id = :self and place.status in ('ASKED', 'ON_TEAM')`, {
        self: memberOf(actor) ?? null,
      });
      if (after !== undefined)
        query.andWhere('(place.askedAt, place.id) < (:at, :after)', { at: after[0], after: after[1] });
      const rows = await query
        .orderBy('place.askedAt', 'DESC')
        .addOrderBy('place.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ askedAt, id }) => [askedAt.toISOString(), id]);
    },

    /** Whether somebody is an active member, as this service was told. */
    async isActiveMember(memberId: MemberId): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        'select 1 from actor_member where member_id = $1 and is_active',
        [memberId],
      );
      return rows.length > 0;
    },

    /** Marks who led the activity when it ended, and says whose places these are. Call it under the activity's lock. */
    async markLed(
      activityId: ActivityId,
      ledAt: Date,
    ): Promise<readonly Pick<TeamPlace, 'id' | 'memberId' | 'role'>[]> {
      const [rows]: [readonly { id: TeamPlaceId; member_id: MemberId; role: TeamPlace['role'] }[], number] =
        await manager.query(
          `update team_place set led_at = $2, version = version + 1
           where activity_id = $1 and status = 'ON_TEAM' and role in ('LEAD', 'COORDINATOR') and led_at is null
           returning id, member_id, role`,
          [activityId, ledAt],
        );
      return rows.map(({ id, member_id: memberId, role }) => ({ id, memberId, role }));
    },

    add: (place: TeamPlace): Promise<TeamPlace> => insertRow(manager, TeamPlaceEntity, place),
    save: (place: TeamPlace): Promise<TeamPlace> => updateRow(manager, TeamPlaceEntity, place),
  };
}
