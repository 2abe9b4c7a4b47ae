import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Case } from '../case/case.js';
import type { Vault } from '../sealing/sealing.js';
import type { AssignmentEnd, AssignmentId, AssignmentPart, Colleague } from './assignment.js';

type ColleagueRow = { is_worker: boolean; is_staff: boolean; is_officer: boolean; member_id: Id<'Member'> | null };

const colleague = `
  select exists (select 1 from actor_appointment a where a.subject = $1 and a.role = 'CASE_WORKER' and a.starts_at <= $2 and a.ends_at > $2) as is_worker,
    exists (select 1 from actor_appointment a where a.subject = $1 and a.role in ('CASE_WORKER', 'ADVICE_MANAGER', 'MEDIATOR')
      and a.starts_at <= $2 and a.ends_at > $2) as is_staff,
    exists (select 1 from actor_mandate d join actor_member m using (member_id)
      where m.subject = $1 and d.kind = 'UNION_OFFICER' and d.starts_at <= $2 and d.ends_at > $2) as is_officer,
    (select member_id from actor_member where subject = $1) as member_id`;

const managers = `
  select distinct a.subject, m.member_id from actor_appointment a left join actor_member m using (subject)
  where a.role = 'ADVICE_MANAGER' and a.starts_at <= $2 and a.ends_at > $2 and not is_behind_wall($1, a.subject)
    and not exists (select 1 from actor_mandate d
      where d.member_id = m.member_id and m.is_active and d.kind = 'UNION_OFFICER' and d.starts_at <= $2 and d.ends_at > $2)
  order by a.subject`;

/** Reads who could work on cases and keeps who did. */
export type AssignmentRepository = ReturnType<typeof createAssignmentRepository>;

/** A repository over one connection or transaction. */
export function createAssignmentRepository(manager: EntityManager, vault: Vault) {
  return {
    /** What this service knows of a subject: whether they are of the advice service now, hold a union office, and which member they are. */
    async readColleague(subject: string, now: Date): Promise<Colleague> {
      const [row]: readonly ColleagueRow[] = await manager.query(colleague, [subject, now]);
      return {
        isWorker: row?.is_worker ?? false,
        isStaff: row?.is_staff ?? false,
        isOfficer: row?.is_officer ?? false,
        memberId: row?.member_id ?? undefined,
      };
    },

    /** The advice managers who share out a case, by sign-in name: in office, no elected officer, not its student, and kept from it by no wall. */
    async listManagers({ id, student }: Pick<Case, 'id' | 'student'>, now: Date): Promise<readonly string[]> {
      const rows: readonly { subject: string; member_id: Id<'Member'> | null }[] = await manager.query(managers, [
        id,
        now,
      ]);
      const isStudent = (memberId: Id<'Member'> | null): boolean =>
        memberId !== null && vault.pseudonym(memberId) === student;
      return rows.filter(({ member_id: memberId }) => !isStudent(memberId)).map(({ subject }) => subject);
    },

    begin(assignment: {
      readonly id: AssignmentId;
      readonly caseId: Id<'Case'>;
      readonly subject: string;
      readonly part: AssignmentPart;
      readonly at: Date;
    }): Promise<unknown> {
      const { id, caseId, subject, part, at } = assignment;
      return manager.query(
        'insert into case_assignment (id, case_id, subject, part, assigned_at) values ($1, $2, $3, $4, $5)',
        [id, caseId, subject, part, at],
      );
    },

    /** Ends the living assignment of that part, if there is one. */
    end: (
      caseId: Id<'Case'>,
      part: AssignmentPart,
      { reason, at }: { readonly reason: AssignmentEnd; readonly at: Date },
    ): Promise<unknown> =>
      manager.query(
        'update case_assignment set ended_at = $3, end_reason = $4 where case_id = $1 and part = $2 and ended_at is null',
        [caseId, part, at, reason],
      ),
  };
}
