import { memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Presence, StudyAttendance, StudySessionId } from './study-session.js';

/** Reads and writes who was at sessions. */
export type StudyAttendanceRepository = ReturnType<typeof createStudyAttendanceRepository>;

/** A repository over one connection or transaction. */
export function createStudyAttendanceRepository(manager: EntityManager) {
  return {
    /** Everything recorded of a session, for decisions under the lock of its group. */
    listAll: (sessionId: StudySessionId): Promise<readonly StudyAttendance[]> =>
      manager.query(
        `select session_id as "sessionId", member_id as "memberId", is_present as "isPresent", is_by_themselves as "isByThemselves"
         from study_attendance where session_id = $1`,
        [sessionId],
      ),

    /** Everybody with a seat or recorded, of sessions the viewer hosts. */
    listForHost: (actor: Actor, sessionIds: readonly StudySessionId[]): Promise<readonly StudyAttendance[]> =>
      manager.query(
        `select s.id as "sessionId", who.member_id as "memberId", coalesce(a.is_present, false) as "isPresent",
           coalesce(a.is_by_themselves, false) as "isByThemselves"
         from study_session s
         cross join lateral (
           select member_id from study_place where group_id = s.group_id and status = 'SEATED'
           union select member_id from study_attendance where session_id = s.id
         ) who
         left join study_attendance a on a.session_id = s.id and a.member_id = who.member_id
         where s.id = any($1::uuid[]) and s.host_id = $2::uuid
         order by s.id, who.member_id`,
        [sessionIds, memberOf(actor) ?? null],
      ),

    /** How many were at each session. */
    async count(actor: Actor, sessionIds: readonly StudySessionId[]): Promise<ReadonlyMap<StudySessionId, Presence>> {
      const rows: readonly { id: StudySessionId; present: number; is_viewer: boolean }[] = await manager.query(
        `select session_id as id, count(*)::int as present,
           coalesce(bool_or(member_id = $2::uuid), false) as is_viewer
         from study_attendance where session_id = any($1::uuid[]) and is_present group by session_id`,
        [sessionIds, memberOf(actor) ?? null],
      );
      return new Map(rows.map(({ id, present, is_viewer }) => [id, { count: present, isViewer: is_viewer }]));
    },

    /** Says of members whether they were there, each once. A member's own word is replaced by nothing but "was not there". */
    async record(attendance: readonly StudyAttendance[], now: Date): Promise<void> {
      await manager.query(
        `insert into study_attendance (session_id, member_id, is_present, is_by_themselves, recorded_at)
         select "sessionId", "memberId", "isPresent", "isByThemselves", $2
         from jsonb_to_recordset($1::jsonb) as said("sessionId" uuid, "memberId" uuid, "isPresent" boolean, "isByThemselves" boolean)
         on conflict (session_id, member_id) do update set is_present = excluded.is_present, recorded_at = excluded.recorded_at,
           is_by_themselves = case when excluded.is_present then study_attendance.is_by_themselves or excluded.is_by_themselves else false end`,
        [JSON.stringify(attendance), now],
      );
    },

    /** Those among `ids` who have a seat in the group of the session or were recorded there. */
    async listKnown(sessionId: StudySessionId, ids: readonly Id<'Member'>[]): Promise<readonly Id<'Member'>[]> {
      const rows: readonly { id: Id<'Member'> }[] = await manager.query(
        `select p.member_id as id from study_session s join study_place p on p.group_id = s.group_id and p.status = 'SEATED'
         where s.id = $1 and p.member_id = any($2::uuid[])
         union select member_id from study_attendance where session_id = $1 and member_id = any($2::uuid[])`,
        [sessionId, ids],
      );
      return rows.map(({ id }) => id);
    },
  };
}
