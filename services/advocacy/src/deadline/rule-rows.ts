import type { EntityManager } from 'typeorm';
import type { ServiceRule } from './deadline.js';

type RuleRow = {
  version: number;
  valid_from: Date;
  working_weekdays: number[];
  holidays: string[];
  closures: { from: string; to: string }[];
  acknowledge_days: number;
  first_contact_days: number;
  department_answer_days: number;
  silence_days: number;
  warning_days: number;
  reminder_days: [number, number];
  no_contact_days: number;
  appeal_days: number;
  whole_procedure_days: number;
  external_months: number;
  mediation_answer_days: number;
  export_days: number;
};

/** Every version of the rules, the earliest in force first. */
export async function listRules(manager: EntityManager, zone: string): Promise<readonly ServiceRule[]> {
  const rows: readonly RuleRow[] = await manager.query('select * from service_rule order by valid_from');
  return rows.map((row) => ({
    version: row.version,
    validFrom: row.valid_from,
    calendar: { zone, workingWeekdays: row.working_weekdays, holidays: row.holidays, closures: row.closures },
    acknowledgeDays: row.acknowledge_days,
    firstContactDays: row.first_contact_days,
    departmentAnswerDays: row.department_answer_days,
    silenceDays: row.silence_days,
    warningDays: row.warning_days,
    reminderDays: row.reminder_days,
    noContactDays: row.no_contact_days,
    appealDays: row.appeal_days,
    wholeProcedureDays: row.whole_procedure_days,
    externalMonths: row.external_months,
    mediationAnswerDays: row.mediation_answer_days,
    exportDays: row.export_days,
  }));
}
