import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { StudyGroupEntity } from './study-group.entity.js';
import type { StudyGroup, StudyGroupFilter, StudyGroupId } from './study-group.js';
import { visibleStudyGroups } from './study-group.policy.js';

/** Reads and writes study groups; every read takes the actor. */
export type StudyGroupRepository = ReturnType<typeof createStudyGroupRepository>;

/** The scope of {@link visibleStudyGroups} over a row of `study_group`; parameters come from {@link studyScope}. */
export function isVisibleStudyGroup(group: string): string {
  const own = (statuses: string): string =>
    `exists (select 1 from study_place own where own.group_id = ${group}.id and own.member_id = cast(:viewer as uuid) and own.status in (${statuses}))`;
  return `(:everything or ${own(`'SEATED', 'WAITING'`)}
    or (cast(:viewer as uuid) is not null and ${group}.status <> 'ARCHIVED' and (${group}.admission = 'OPEN' or ${own(`'INVITED'`)})
      and not exists (select 1 from study_place seat where seat.group_id = ${group}.id and seat.status = 'SEATED'
        and is_blocked(seat.member_id, cast(:viewer as uuid))))
    or (:reported and exists (select 1 from study_report r where r.group_id = ${group}.id and r.outcome is null)))`;
}

/** The parameters of {@link isVisibleStudyGroup}. */
export function studyScope(actor: Actor): Readonly<Record<string, unknown>> {
  const { viewer, reported, everything } = visibleStudyGroups(actor);
  return { viewer: viewer ?? null, reported, everything };
}

/** A repository over one connection or transaction. */
export function createStudyGroupRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<StudyGroup> =>
    manager
      .createQueryBuilder(StudyGroupEntity, 'studyGroup')
      .where(isVisibleStudyGroup('studyGroup'), studyScope(actor));
  const findVisible = (actor: Actor, id: StudyGroupId): Promise<StudyGroup | null> =>
    visible(actor).andWhere('studyGroup.id = :id', { id }).getOne();

  return {
    findVisible,

    /** As `findVisible`, and nobody else changes it, its places or its sessions until the transaction ends. */
    async findLocked(actor: Actor, id: StudyGroupId): Promise<StudyGroup | null> {
      // A statement of its own: what is read after it is as whoever had the lock before left it.
      await manager.query('select 1 from study_group where id = $1 for no key update', [id]);
      return findVisible(actor, id);
    },

    /** The study groups among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly StudyGroupId[]): Promise<readonly StudyGroup[]> =>
      visible(actor).andWhere('studyGroup.id = any(:ids)', { ids }).getMany(),

    /** What a member can find, by title; nothing for whoever is no member. */
    async page(actor: Actor, { first, after }: PageRequest, filter: StudyGroupFilter): Promise<Page<StudyGroup>> {
      const query = visible(actor).andWhere(`studyGroup.status <> 'ARCHIVED' and cast(:viewer as uuid) is not null`);
      narrow(query, filter);
      if (after !== undefined)
        query.andWhere('(lower(studyGroup.title), studyGroup.id) > (:afterTitle, cast(:afterId as uuid))', {
          afterTitle: after[0],
          afterId: after[1],
        });
      const rows = await query
        .orderBy('lower(studyGroup.title)')
        .addOrderBy('studyGroup.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ title, id }) => [title.toLowerCase(), id]);
    },

    /** How many study groups that have not ended the actor organises. */
    countOrganised: (actor: Actor): Promise<number> =>
      manager
        .createQueryBuilder(StudyGroupEntity, 'studyGroup')
        .where("studyGroup.organiserId = :organiser and studyGroup.status <> 'ARCHIVED'", {
          organiser: memberOf(actor) ?? null,
        })
        .getCount(),

    add: (group: StudyGroup): Promise<StudyGroup> => insertRow(manager, StudyGroupEntity, group),
    save: (group: StudyGroup): Promise<StudyGroup> => updateRow(manager, StudyGroupEntity, group),
  };
}

function narrow(query: SelectQueryBuilder<StudyGroup>, filter: StudyGroupFilter): void {
  const { search, constituencyId, style, setting, language, weekday, hasFreeSeat } = filter;
  for (const [index, word] of (search ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8).entries())
    query.andWhere(`strpos(lower(studyGroup.title || ' ' || studyGroup.course), :word${index}) > 0`, {
      [`word${index}`]: word,
    });
  if (constituencyId !== undefined)
    query.andWhere('(studyGroup.constituencyId is null or studyGroup.constituencyId = :constituencyId)', {
      constituencyId,
    });
  if (style !== undefined) query.andWhere('studyGroup.style = :style', { style });
  if (setting !== undefined) query.andWhere('studyGroup.setting = :setting', { setting });
  if (language !== undefined)
    query.andWhere("(studyGroup.language = :language or starts_with(studyGroup.language, :language || '-'))", {
      language,
    });
  if (weekday !== undefined)
    query.andWhere('studyGroup.times @> cast(:weekday as jsonb)', { weekday: JSON.stringify([{ weekday }]) });
  if (hasFreeSeat)
    query.andWhere(
      `studyGroup.capacity > (select count(*) from study_place taken where taken.group_id = studyGroup.id and taken.status = 'SEATED')`,
    );
}
