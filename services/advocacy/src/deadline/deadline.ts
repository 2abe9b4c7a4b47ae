/*
 * A deadline of a case and the rules it comes from. Rules are versioned data: a deadline keeps the version it was made
 * under, and a new version never moves it.
 */
import { addWorkingDays, type Id, type WorkingCalendar } from '@guildhall/kernel';

/** What a deadline is for: the receipt, the first word of a case worker, a date in the university's procedure. */
export type DeadlineKind = 'ACKNOWLEDGE' | 'FIRST_CONTACT' | 'PROCEDURE';

/** One deadline; without a rule version it was set by the university. */
export type Deadline = {
  readonly id: Id<'Deadline'>;
  readonly caseId: Id<'Case'>;
  readonly kind: DeadlineKind;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly metAt: Date | undefined;
  readonly ruleVersion: number | undefined;
};

/** One version of the service's promises, all in working days of its calendar. */
export type ServiceRule = {
  readonly version: number;
  readonly calendar: WorkingCalendar;
  readonly acknowledgeDays: number;
  readonly firstContactDays: number;
  readonly departmentAnswerDays: number;
  readonly silenceDays: number;
};

/** The promises made to a student who opens a case: a receipt, then a first contact. */
export function intakeDeadlines(
  caseId: Id<'Case'>,
  rule: ServiceRule,
  { now, nextId }: { readonly now: Date; readonly nextId: () => Id<'Deadline'> },
): readonly Deadline[] {
  const promise = (kind: DeadlineKind, days: number): Deadline => ({
    id: nextId(),
    caseId,
    kind,
    startsAt: now,
    dueAt: addWorkingDays(now, days, rule.calendar),
    metAt: undefined,
    ruleVersion: rule.version,
  });
  return [promise('ACKNOWLEDGE', rule.acknowledgeDays), promise('FIRST_CONTACT', rule.firstContactDays)];
}
