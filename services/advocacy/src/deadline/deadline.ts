/*
 * A deadline of a case and the rules it comes from. Rules are versioned data: a deadline keeps the version it was made
 * under, and a new version never moves it. Life: owed, then met or missed; replaced when the worker corrects a date.
 */
import { addWorkingDays, type Id, type WorkingCalendar } from '@guildhall/kernel';
import type { DeadlineTerms } from './due.js';
import type { Pause } from './pause.js';

/**
 * What a deadline is for: the receipt, the first word of a case worker, a date the university named, the appeal after a
 * result, the whole formal and review procedure, the external adjudicator, a department's answer, an answer about mediation.
 */
export type DeadlineKind =
  | 'ACKNOWLEDGE'
  | 'FIRST_CONTACT'
  | 'PROCEDURE'
  | 'APPEAL'
  | 'WHOLE_PROCEDURE'
  | 'EXTERNAL'
  | 'REFERRAL'
  | 'MEDIATION';

/** The stage a deadline belongs to, where it belongs to one. */
export type DeadlineStage = 'ADVICE' | 'EARLY_RESOLUTION' | 'FORMAL' | 'REVIEW' | 'EXTERNAL';

/** A deadline as it is made; without terms the due date is a named one, without a rule version the university named it. */
export type NewDeadline = {
  readonly id: Id<'Deadline'>;
  readonly caseId: Id<'Case'>;
  readonly kind: DeadlineKind;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly metAt: Date | undefined;
  readonly ruleVersion: number | undefined;
  readonly terms?: DeadlineTerms;
  readonly stage?: DeadlineStage | undefined;
  /** What it belongs to beside the case, such as a referral. */
  readonly sourceId?: string | undefined;
};

/** One deadline as it stands at an instant: `dueAt` is derived from its terms and pauses, and is the latest it ever was. */
export type Deadline = Omit<NewDeadline, 'terms'> & {
  readonly terms: DeadlineTerms;
  readonly baseDueAt: Date;
  readonly calendar: WorkingCalendar;
  /** The pauses that stop this clock, oldest first. */
  readonly pauses: readonly Pause[];
  readonly missedAt: Date | undefined;
  readonly warnedAt: Date | undefined;
};

/** One version of the service's promises; days are working days of its calendar unless they say otherwise. */
export type ServiceRule = {
  readonly version: number;
  readonly validFrom: Date;
  readonly calendar: WorkingCalendar;
  readonly acknowledgeDays: number;
  readonly firstContactDays: number;
  readonly departmentAnswerDays: number;
  readonly silenceDays: number;
  /** So many working days before a deadline its worker is warned. */
  readonly warningDays: number;
  /** After so many working days of silence the student is reminded, once each. */
  readonly reminderDays: readonly [number, number];
  /** So many working days after falling dormant a case is closed for want of contact. */
  readonly noContactDays: number;
  readonly appealDays: number;
  /** Calendar days. */
  readonly wholeProcedureDays: number;
  readonly externalMonths: number;
  readonly mediationAnswerDays: number;
  /** Calendar days an export can be consented to and downloaded. */
  readonly exportDays: number;
};

/** Whether a deadline stands, and how it ended. */
export type DeadlineState = 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED';

/** The state at an instant. Met too late counts as missed: it was, and the record says so. */
export function stateOf({ dueAt, metAt, pauses }: Deadline, now: Date): DeadlineState {
  if ((metAt ?? now) > dueAt) return 'MISSED';
  if (metAt !== undefined) return 'MET';
  return pauses.some(({ from, to }) => from <= now && (to === undefined || to > now)) ? 'PAUSED' : 'RUNNING';
}

/** Whether a date is the university's procedure's, which the case worker notes as met, and the student has to keep. */
export function isKeptByWorker({ kind }: Pick<Deadline, 'kind'>): boolean {
  return kind === 'PROCEDURE' || kind === 'APPEAL' || kind === 'WHOLE_PROCEDURE' || kind === 'EXTERNAL';
}

/** The promises made to a student who opens a case: a receipt, then a first contact. */
export function intakeDeadlines(
  caseId: Id<'Case'>,
  rule: ServiceRule,
  { now, nextId }: { readonly now: Date; readonly nextId: () => Id<'Deadline'> },
): readonly NewDeadline[] {
  const promise = (kind: DeadlineKind, days: number): NewDeadline => ({
    id: nextId(),
    caseId,
    kind,
    startsAt: now,
    dueAt: addWorkingDays(now, days, rule.calendar),
    metAt: undefined,
    ruleVersion: rule.version,
    terms: { measure: 'WORKING_DAYS', amount: days },
  });
  return [promise('ACKNOWLEDGE', rule.acknowledgeDays), promise('FIRST_CONTACT', rule.firstContactDays)];
}
