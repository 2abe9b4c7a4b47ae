import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { StudyPlaceEntity } from './study-group.entity.js';
import type { StudyGroupId } from './study-group.js';
import { isVisibleStudyGroup, studyScope } from './study-group.repository.js';
import type { StudyPlace, StudyPlaceId } from './study-place.js';

/** Reads and writes places in study groups; who sits in one group is seen alike by everybody in it, whatever stands between two of them. */
export type StudyPlaceRepository = ReturnType<typeof createStudyPlaceRepository>;

const live = "('INVITED', 'WAITING', 'SEATED')";

/** A repository over one connection or transaction. */
export function createStudyPlaceRepository(manager: EntityManager) {
  const places = (): SelectQueryBuilder<StudyPlace> => manager.createQueryBuilder(StudyPlaceEntity, 'place');
  /** The places of groups the viewer may see. */
  const visible = (actor: Actor): SelectQueryBuilder<StudyPlace> =>
    places()
      .innerJoin('study_group', 'studyGroup', 'studyGroup.id = place.groupId')
      .where(isVisibleStudyGroup('studyGroup'), studyScope(actor));

  return {
    /** One place, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: StudyPlaceId): Promise<StudyPlace | null> =>
      visible(actor).andWhere('place.id = :id', { id }).getOne(),

    /** The last place of a member in each group: the live one, or else the latest. */
    async listLastOf(
      memberId: Id<'Member'> | undefined,
      groupIds: readonly StudyGroupId[],
    ): Promise<readonly StudyPlace[]> {
      if (memberId === undefined) return [];
      return places()
        .where('place.memberId = :memberId and place.groupId = any(:groupIds)', { memberId, groupIds })
        .distinctOn(['place.groupId'])
        .orderBy('place.groupId')
        .addOrderBy(`case when place.status in ${live} then 0 else 1 end`)
        .addOrderBy('place.since', 'DESC')
        .addOrderBy('place.id', 'DESC')
        .getMany();
    },

    /** Everybody with a seat, in the order they got it; for decisions under the lock of the group. */
    listSeated: (groupId: StudyGroupId): Promise<readonly StudyPlace[]> =>
      places()
        .where("place.groupId = :groupId and place.status = 'SEATED'", { groupId })
        .orderBy('place.since')
        .addOrderBy('place.turn')
        .getMany(),

    /** Whoever waited longest and is kept apart from nobody with a seat; for decisions under the lock of the group. */
    findNext: (groupId: StudyGroupId): Promise<StudyPlace | null> =>
      places()
        .where("place.groupId = :groupId and place.status = 'WAITING'", { groupId })
        .andWhere(
          `not exists (select 1 from study_place seat where seat.group_id = place.groupId and seat.status = 'SEATED'
             and is_blocked(seat.member_id, place.memberId))`,
        )
        .orderBy('place.since')
        .addOrderBy('place.turn')
        .getOne(),

    /** How many invitations of a group wait. */
    countInvited: (groupId: StudyGroupId): Promise<number> =>
      places().where("place.groupId = :groupId and place.status = 'INVITED'", { groupId }).getCount(),

    /** How many seats of each group are taken. */
    async countSeats(groupIds: readonly StudyGroupId[]): Promise<ReadonlyMap<StudyGroupId, number>> {
      const rows: readonly { group_id: StudyGroupId; taken: number }[] = await manager.query(
        `select group_id, count(*)::int as taken from study_place
         where group_id = any($1::uuid[]) and status = 'SEATED' group by group_id`,
        [groupIds],
      );
      return new Map(rows.map(({ group_id, taken }) => [group_id, taken]));
    },

    /** How many wait before each waiting place, itself included. */
    async countBefore(ids: readonly StudyPlaceId[]): Promise<ReadonlyMap<StudyPlaceId, number>> {
      const rows: readonly { id: StudyPlaceId; before: number }[] = await manager.query(
        `select p.id, (select count(*) from study_place w where w.group_id = p.group_id and w.status = 'WAITING'
           and (w.since, w.turn) <= (p.since, p.turn))::int as before
         from study_place p where p.id = any($1::uuid[]) and p.status = 'WAITING'`,
        [ids],
      );
      return new Map(rows.map(({ id, before }) => [id, before]));
    },

    /** The viewer's own live places in groups that have not ended, latest first. */
    async pageOwn(actor: Actor, { first, after }: PageRequest): Promise<Page<StudyPlace>> {
      const query = visible(actor)
        .andWhere(`place.memberId = cast(:viewer as uuid) and place.status in ${live}`)
        .andWhere("studyGroup.status <> 'ARCHIVED'");
      if (after !== undefined)
        query.andWhere('(place.since, place.id) < (:at, cast(:placeId as uuid))', keyOfCursor(after));
      const rows = await query
        .orderBy('place.since', 'DESC')
        .addOrderBy('place.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ since, id }) => [since.toISOString(), id]);
    },

    /** The places of a group in these states, in order. */
    async pageOfGroup(
      actor: Actor,
      { groupId, statuses }: { readonly groupId: StudyGroupId; readonly statuses: readonly StudyPlace['status'][] },
      { first, after }: PageRequest,
    ): Promise<Page<StudyPlace>> {
      const query = visible(actor).andWhere('place.groupId = :groupId and place.status = any(:statuses)', {
        groupId,
        statuses,
      });
      if (after !== undefined)
        query.andWhere('(place.since, place.id) > (:at, cast(:placeId as uuid))', keyOfCursor(after));
      const rows = await query
        .orderBy('place.since')
        .addOrderBy('place.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ since, id }) => [since.toISOString(), id]);
    },

    add: (place: StudyPlace): Promise<StudyPlace> => insertRow(manager, StudyPlaceEntity, place),
    save: (place: StudyPlace): Promise<StudyPlace> => updateRow(manager, StudyPlaceEntity, place),
  };
}

function keyOfCursor(after: readonly string[]): Readonly<Record<string, unknown>> {
  return { at: after[0], placeId: after[1] };
}
