import { addWorkingDays, type Id, type WorkingCalendar } from '@guildhall/kernel';
import { quantileAfter, survivalOf, type SurvivalCurve } from './kaplan-meier.js';
import { workingDaysOf, type Wait } from './promise-clock.js';

/**
 * When an answer may come, from past waits: in four of five cases between the earliest and the latest day, half of them
 * by the expected one. A later day is absent where the past waits do not reach so far.
 */
export type ExpectedAnswer = {
  readonly earliestOn: string;
  readonly expectedOn: string | undefined;
  readonly latestOn: string | undefined;
  /** Whether the department's own answers tell, or those of all departments because its own are too few. */
  readonly basis: 'DEPARTMENT' | 'ALL_DEPARTMENTS';
};

/** What waits now, since when. */
export type OpenWait = { readonly departmentId: Id<'Department'>; readonly from: Date };

/** Fewer answers than this say nothing of a department; of all departments together it takes twice as many. */
const ownAnswersMin = 5;
const allAnswersMin = 10;

const shares = { earliest: 0.1, expected: 0.5, latest: 0.9 } as const;

/** What past waits tell of the ones that go on; the working days of each are counted once. */
export function createForecast(waits: readonly Wait[], calendar: WorkingCalendar) {
  const observed = waits.map((wait) => ({
    departmentId: wait.departmentId,
    days: workingDaysOf(wait, calendar),
    answered: wait.answeredAt !== undefined,
  }));
  const byDepartment = Map.groupBy(observed, ({ departmentId }) => departmentId);
  const answers = (list: readonly { answered: boolean }[]): number => list.filter(({ answered }) => answered).length;
  const curveOf = (id: Id<'Department'>): { curve: SurvivalCurve; basis: ExpectedAnswer['basis'] } | undefined => {
    const own = byDepartment.get(id) ?? [];
    if (answers(own) >= ownAnswersMin) return { curve: survivalOf(own), basis: 'DEPARTMENT' };
    return answers(observed) >= allAnswersMin ? { curve: survivalOf(observed), basis: 'ALL_DEPARTMENTS' } : undefined;
  };
  return {
    /** When the answer may come, given how long it was waited for already; nothing when the past tells nothing. */
    expect({ departmentId, from }: OpenWait, now: Date): ExpectedAnswer | undefined {
      const known = curveOf(departmentId);
      if (known === undefined) return undefined;
      const open = { departmentId, person: '', from, answeredAt: undefined, seenUntil: now, pauses: [] };
      const waited = workingDaysOf(open, calendar);
      const dayOf = (share: number): string | undefined => {
        const days = quantileAfter(known.curve, waited, share);
        return days === undefined ? undefined : campusDay(addWorkingDays(from, days, calendar), calendar.zone);
      };
      const earliestOn = dayOf(shares.earliest);
      if (earliestOn === undefined) return undefined;
      return {
        earliestOn,
        expectedOn: dayOf(shares.expected),
        latestOn: dayOf(shares.latest),
        basis: known.basis,
      };
    },
  };
}

/** The campus day of an instant, `YYYY-MM-DD`. */
export function campusDay(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);
}
