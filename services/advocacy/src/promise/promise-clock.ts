/*
 * The promise clock: how long departments take to answer, in public. Pauses are shown beside the waits, and small cells are
 * withheld. Figures are of whole past months, so that no single answer moves one, least of all that to a referral.
 */
import { suppress, roundFigure, kFor, type Figure } from '@guildhall/disclosure';
import { workingDaysBetween, type Id, type PausedSpan, type WorkingCalendar } from '@guildhall/kernel';

/** What departments answer. */
export type PromiseKind = 'PROPOSAL' | 'ISSUE' | 'REFERRAL';

/** One wait for a department's first answer. */
export type Wait = {
  readonly departmentId: Id<'Department'>;
  /** Whom it stands for when cells are counted: a proposal for itself, being public; an issue and a referral for a person. */
  readonly person: string;
  readonly from: Date;
  readonly answeredAt: Date | undefined;
  /** The last instant at which it was seen waiting, when it is not answered. */
  readonly seenUntil: Date;
  /** While somebody else was to act: their time is not the department's. */
  readonly pauses: readonly PausedSpan[];
};

/** The figures of one department and kind. Days are working days of the university but for the calendar days. */
export type PromiseLine = {
  readonly kind: PromiseKind;
  readonly answered: Figure;
  readonly quickestQuarterDays: Figure;
  readonly medianDays: Figure;
  readonly slowestQuarterDays: Figure;
  readonly medianCalendarDays: Figure;
  readonly medianPausedDays: Figure;
};

/** The whole months that figures are of: from the first instant, up to and without the last. */
export type PromiseWindow = { readonly from: Date; readonly until: Date };

type Measure = { readonly working: number; readonly calendar: number; readonly paused: number };

const dayMs = 86_400_000;

/** How many people (or public proposals) a cell must stand for: proposals are public one by one, the rest is not. */
const thresholds: Readonly<Record<PromiseKind, number>> = {
  PROPOSAL: kFor('OPERATIONAL'),
  ISSUE: kFor('PUBLIC'),
  REFERRAL: kFor('PUBLIC'),
};

/** To which multiples figures are rounded: a referral is part of a case, so even its days are only told roughly. */
const rounding: Readonly<Record<PromiseKind, { readonly count: number; readonly days: number }>> = {
  PROPOSAL: { count: 1, days: 1 },
  ISSUE: { count: 5, days: 1 },
  REFERRAL: { count: 5, days: 5 },
};

/** The working days of a wait, without pauses, closures and holidays. */
export function workingDaysOf({ from, answeredAt, seenUntil, pauses }: Wait, calendar: WorkingCalendar): number {
  return workingDaysBetween(from, answeredAt ?? seenUntil, { ...calendar, pausedSpans: pauses });
}

function measure(wait: Wait, calendar: WorkingCalendar): Measure {
  const until = wait.answeredAt ?? wait.seenUntil;
  const working = workingDaysOf(wait, calendar);
  const weekdays = workingDaysBetween(wait.from, until, { ...calendar, closures: [] });
  return {
    working,
    calendar: Math.round((until.getTime() - wait.from.getTime()) / dayMs),
    paused: Math.max(0, weekdays - working),
  };
}

/** The value below which a share of the values lies, between two of them by proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return Math.round(low + (high - low) * (place - Math.floor(place)));
}

/** The figures of one department and kind, already safe to show to anybody. */
export function promiseLine(
  kind: PromiseKind,
  waits: readonly Wait[],
  { window, calendar }: { readonly window: PromiseWindow; readonly calendar: WorkingCalendar },
): PromiseLine {
  const answered = waits.filter(
    ({ answeredAt }) => answeredAt !== undefined && answeredAt >= window.from && answeredAt < window.until,
  );
  const people = new Set(answered.map(({ person }) => person)).size;
  const measures = answered.map((wait) => measure(wait, calendar));
  const { count, days } = rounding[kind];
  const figure = (value: number, step: number): Figure => {
    const [shown] = suppress([{ value, people }], thresholds[kind]);
    if (shown === undefined) throw new Error('one cell gives one figure');
    return roundFigure(shown, step);
  };
  const working = measures.map((one) => one.working);
  return {
    kind,
    answered: figure(answered.length, count),
    quickestQuarterDays: figure(quantile(working, 0.25), days),
    medianDays: figure(quantile(working, 0.5), days),
    slowestQuarterDays: figure(quantile(working, 0.75), days),
    medianCalendarDays: figure(
      quantile(
        measures.map((one) => one.calendar),
        0.5,
      ),
      days,
    ),
    medianPausedDays: figure(
      quantile(
        measures.map((one) => one.paused),
        0.5,
      ),
      days,
    ),
  };
}
