import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { StudyGroupId } from '../study-group/study-group.js';
import type { HostTurn } from './fair-host.js';
import { StudySessionEntity } from './study-session.entity.js';
import type { StudySession, StudySessionId } from './study-session.js';

/** Reads and writes sessions; a session is seen by whoever has a seat in its group. */
export type StudySessionRepository = ReturnType<typeof createStudySessionRepository>;

const keyOf = ({ startsAt, id }: StudySession): readonly string[] => [startsAt.toISOString(), id];

/** A repository over one connection or transaction. */
export function createStudySessionRepository(manager: EntityManager) {
  const sessions = (): SelectQueryBuilder<StudySession> => manager.createQueryBuilder(StudySessionEntity, 'session');
  const visible = (actor: Actor): SelectQueryBuilder<StudySession> =>
    sessions().where(
      `(:everything or exists (select 1 from study_place own where own.group_id = session.group_id
         and own.member_id = cast(:viewer as uuid) and own.status = 'SEATED'))`,
      { everything: actor.kind === 'system', viewer: memberOf(actor) ?? null },
    );
  const page = async (
    query: SelectQueryBuilder<StudySession>,
    { first, after }: PageRequest,
    order: 'ASC' | 'DESC',
  ): Promise<Page<StudySession>> => {
    if (after !== undefined)
      query.andWhere(`(session.startsAt, session.id) ${order === 'ASC' ? '>' : '<'} (:at, cast(:id as uuid))`, {
        at: after[0],
        id: after[1],
      });
    const rows = await query
      .orderBy('session.startsAt', order)
      .addOrderBy('session.id', order)
      .limit(first + 1)
      .getMany();
    return toPage(rows, first, keyOf);
  };

  return {
    /** One session, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: StudySessionId): Promise<StudySession | null> =>
      visible(actor).andWhere('session.id = :id', { id }).getOne(),

    /** The sessions among `ids` that the actor may see, in no particular order. */
    listVisible: (actor: Actor, ids: readonly StudySessionId[]): Promise<readonly StudySession[]> =>
      visible(actor).andWhere('session.id = any(:ids)', { ids }).getMany(),

    /** The next session of each group that is not over, for whoever has a seat. */
    listNext: (actor: Actor, groupIds: readonly StudyGroupId[]): Promise<readonly StudySession[]> =>
      visible(actor)
        .andWhere("session.groupId = any(:groupIds) and session.status in ('PLANNED', 'RUNNING')", { groupIds })
        .distinctOn(['session.groupId'])
        .orderBy('session.groupId')
        .addOrderBy('session.startsAt')
        .getMany(),

    /** The sessions of a group, latest first. */
    pageOfGroup: (actor: Actor, groupId: StudyGroupId, request: PageRequest): Promise<Page<StudySession>> =>
      page(visible(actor).andWhere('session.groupId = :groupId', { groupId }), request, 'DESC'),

    /** The viewer's sessions to come and those that run, soonest first. */
    pageOwn: (actor: Actor, request: PageRequest): Promise<Page<StudySession>> =>
      page(visible(actor).andWhere("session.status in ('PLANNED', 'RUNNING')"), request, 'ASC'),

    /** What a group still plans, soonest first; for decisions under its lock. */
    listPlanned: (groupId: StudyGroupId): Promise<readonly StudySession[]> =>
      sessions()
        .where("session.groupId = :groupId and session.status = 'PLANNED'", { groupId })
        .orderBy('session.startsAt')
        .getMany(),

    /** The last sessions of a group that took place or to which nobody came, latest first. */
    listLastHeld: (groupId: StudyGroupId, count: number): Promise<readonly StudySession[]> =>
      sessions()
        .where("session.groupId = :groupId and (session.status = 'DONE' or session.skipReason = 'EMPTY')", { groupId })
        .orderBy('session.startsAt', 'DESC')
        .limit(count)
        .getMany(),

    /** Everybody with a seat, with what they host or hosted; what nobody came to was no turn. */
    async listTurns(groupId: StudyGroupId): Promise<readonly HostTurn[]> {
      const rows: readonly (Omit<HostTurn, 'lastHostedAt'> & { lastHostedAt: Date | null })[] = await manager.query(
        `select p.member_id as "memberId", count(s.id)::int as hosted, max(s.starts_at) as "lastHostedAt", p.since as "seatedAt"
         from study_place p left join study_session s on s.group_id = p.group_id and s.host_id = p.member_id and s.status <> 'SKIPPED'
         where p.group_id = $1 and p.status = 'SEATED' group by p.member_id, p.since`,
        [groupId],
      );
      return rows.map((row) => ({ ...row, lastHostedAt: row.lastHostedAt ?? undefined }));
    },

    add: (session: StudySession): Promise<StudySession> => insertRow(manager, StudySessionEntity, session),
    save: (session: StudySession): Promise<StudySession> => updateRow(manager, StudySessionEntity, session),
  };
}
