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

const insertRule = `
  insert into service_rule (version, valid_from, working_weekdays, holidays, closures, acknowledge_days, first_contact_days,
    department_answer_days, silence_days, warning_days, reminder_days, no_contact_days, appeal_days, whole_procedure_days,
    external_months, mediation_answer_days, export_days, published_by, published_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

/** Writes one version; nothing ever changes it. */
export async function insertRuleRow(
  manager: EntityManager,
  rule: ServiceRule,
  published: { readonly by: string; readonly at: Date },
): Promise<void> {
  const { calendar } = rule;
  await manager.query(insertRule, [
    rule.version,
    rule.validFrom,
    calendar.workingWeekdays,
    calendar.holidays,
    JSON.stringify(calendar.closures),
    rule.acknowledgeDays,
    rule.firstContactDays,
    rule.departmentAnswerDays,
    rule.silenceDays,
    rule.warningDays,
    rule.reminderDays,
    rule.noContactDays,
    rule.appealDays,
    rule.wholeProcedureDays,
    rule.externalMonths,
    rule.mediationAnswerDays,
    rule.exportDays,
    published.by,
    published.at,
  ]);
}
