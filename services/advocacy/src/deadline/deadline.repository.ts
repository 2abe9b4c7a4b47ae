import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Deadline, DeadlineKind, ServiceRule } from './deadline.js';

type RuleRow = {
  version: number;
  working_weekdays: number[];
  holidays: string[];
  closures: { from: string; to: string }[];
  acknowledge_days: number;
  first_contact_days: number;
  department_answer_days: number;
  silence_days: number;
};

type DeadlineRow = {
  id: Id<'Deadline'>;
  case_id: Id<'Case'>;
  kind: DeadlineKind;
  starts_at: Date;
  due_at: Date;
  met_at: Date | null;
  rule_version: number | null;
};

/** Reads the rules in force and keeps the deadlines of cases. Deadlines are read for cases that the viewer was shown already. */
export type DeadlineRepository = ReturnType<typeof createDeadlineRepository>;

/** A repository over one connection or transaction. */
export function createDeadlineRepository(manager: EntityManager, campusZone: string) {
  return {
    /** The rules in force at the instant. */
    async ruleAt(now: Date): Promise<ServiceRule> {
      const [row]: readonly RuleRow[] = await manager.query(
        'select * from service_rule where valid_from <= $1 order by valid_from desc limit 1',
        [now],
      );
      if (row === undefined) throw new Error('the migrations bring a first version of the rules');
      const calendar = {
        zone: campusZone,
        workingWeekdays: row.working_weekdays,
        holidays: row.holidays,
        closures: row.closures,
      };
      const { version, acknowledge_days: acknowledgeDays, first_contact_days: firstContactDays } = row;
      return {
        version,
        calendar,
        acknowledgeDays,
        firstContactDays,
        departmentAnswerDays: row.department_answer_days,
        silenceDays: row.silence_days,
      };
    },

    /** The deadlines of the cases, soonest first. */
    async listOf(caseIds: readonly Id<'Case'>[]): Promise<readonly Deadline[]> {
      const rows: readonly DeadlineRow[] = await manager.query(
        'select * from case_deadline where case_id = any($1::uuid[]) order by due_at, id',
        [caseIds],
      );
      return rows.map((row) => ({
        id: row.id,
        caseId: row.case_id,
        kind: row.kind,
        startsAt: row.starts_at,
        dueAt: row.due_at,
        metAt: row.met_at ?? undefined,
        ruleVersion: row.rule_version ?? undefined,
      }));
    },

    async add(deadlines: readonly Deadline[]): Promise<void> {
      for (const { id, caseId, kind, startsAt, dueAt, ruleVersion } of deadlines) {
        await manager.query(
          'insert into case_deadline (id, case_id, kind, starts_at, due_at, rule_version) values ($1, $2, $3, $4, $5, $6)',
          [id, caseId, kind, startsAt, dueAt, ruleVersion ?? null],
        );
      }
    },

    /** Marks a promise as kept; the first time counts. */
    async meet(caseId: Id<'Case'>, kind: DeadlineKind, now: Date): Promise<void> {
      await manager.query('update case_deadline set met_at = $3 where case_id = $1 and kind = $2 and met_at is null', [
        caseId,
        kind,
        now,
      ]);
    },
  };
}
