/*
 * The numbers of strikes and the calendar of vacations, as versioned data. A strike keeps the version it was given
 * under, so that a change never moves an end that somebody was told (domain 1.2, "not retroactive").
 */
import { addWorkingDays, type WorkingCalendar } from '@guildhall/kernel';

/** What a strike is given for. */
export type StrikeKind = 'LATE_CANCEL' | 'NO_SHOW';

/** From a total weight on, what it does; the last step that is reached counts. */
export type StrikeStep = {
  readonly from: number;
  /** Registration opens so many minutes later. */
  readonly delayMinutes: number;
  /** What an entry in a draw weighs, in per cent of a full one. */
  readonly drawPercent: number;
};

/** One version of the numbers. Days are campus days outside vacations, weekends included. */
export type StrikeRules = {
  readonly version: number;
  readonly weight: Readonly<Record<StrikeKind, number>>;
  readonly expiryDays: Readonly<Record<StrikeKind, number>>;
  readonly appealDays: number;
  readonly steps: readonly StrikeStep[];
  /** Vacations of the university, both days included. */
  readonly vacations: WorkingCalendar['closures'];
};

/** Version 1; the numbers are our choice. One strike alone does nothing: everybody forgets once. */
const version1: StrikeRules = {
  version: 1,
  weight: { LATE_CANCEL: 1, NO_SHOW: 2 },
  expiryDays: { LATE_CANCEL: 30, NO_SHOW: 60 },
  appealDays: 14,
  steps: [
    { from: 3, delayMinutes: 60, drawPercent: 75 },
    { from: 5, delayMinutes: 24 * 60, drawPercent: 50 },
  ],
  vacations: [
    { from: '2025-12-13', to: '2026-01-11' },
    { from: '2026-03-28', to: '2026-04-19' },
    { from: '2026-06-13', to: '2026-09-20' },
    { from: '2026-12-12', to: '2027-01-10' },
    { from: '2027-03-20', to: '2027-04-11' },
    { from: '2027-06-12', to: '2027-09-19' },
    { from: '2027-12-11', to: '2028-01-09' },
    { from: '2028-04-01', to: '2028-04-23' },
    { from: '2028-06-10', to: '2028-09-17' },
  ],
};

const versions: ReadonlyMap<number, StrikeRules> = new Map([[version1.version, version1]]);

/** The version that new strikes are given under. */
export const currentStrikeRules: StrikeRules = version1;

/** The numbers of one version; throws for a version that never was, because a stored strike always has one. */
export function strikeRulesOf({ rulesVersion }: { readonly rulesVersion: number }): StrikeRules {
  const rules = versions.get(rulesVersion);
  if (rules === undefined) throw new Error(`there are no strike rules of version ${rulesVersion}`);
  return rules;
}

/** The end of the day on which so many days outside vacations have passed since `start`, whose own day does not count. */
export function afterTermDays(start: Date, days: number, calendar: Pick<StrikeRules, 'vacations'>, zone: string): Date {
  const everyDay = { zone, workingWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays: [], closures: calendar.vacations };
  return addWorkingDays(start, days, everyDay);
}

/** What a total weight of strikes does now. */
export function strikeStepOf(weight: number): Omit<StrikeStep, 'from'> {
  const { steps } = currentStrikeRules;
  return steps.findLast(({ from }) => weight >= from) ?? { delayMinutes: 0, drawPercent: 100 };
}

/** How much later registration opens for each of those whose strikes delay it, in milliseconds. */
export function strikeDelays<Member>(weights: ReadonlyMap<Member, number>): ReadonlyMap<Member, number> {
  const delays = [...weights].map(([member, weight]) => [member, strikeStepOf(weight).delayMinutes * 60_000] as const);
  return new Map(delays.filter(([, delay]) => delay > 0));
}
