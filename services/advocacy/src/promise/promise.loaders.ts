import { addWorkingDays, type Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import { campusDay, createForecast } from './expected-answer.js';
import { promiseLine, type PromiseKind, type PromiseLine, type PromiseWindow } from './promise-clock.js';

/** A department's promise clock: whole campus months, and a line for each kind of matter. */
export type PromiseClock = {
  /** The first day of the figures, `YYYY-MM-DD`. */
  readonly since: string;
  /** The day after the last. */
  readonly until: string;
  readonly lines: readonly PromiseLine[];
};

type Read = Pick<Repositories, 'promises' | 'deadlines'>;

const kinds: readonly PromiseKind[] = ['PROPOSAL', 'ISSUE', 'REFERRAL'];
const windowMonths = 12;
/** An answer of this year may be to what was asked in the one before. */
const reachMonths = 24;

/** The promise clocks of departments, and what past answers tell of those to come. */
export function createPromiseLoaders({ promises, deadlines }: Read, now: Date) {
  const forecastOf = new DataLoader(async (asked: readonly PromiseKind[]) => {
    const { calendar } = await deadlines.ruleAt(now);
    const since = monthStart(now, calendar.zone, -reachMonths);
    return Promise.all(
      asked.map(async (kind) =>
        createForecast(await promises.listWaits(kind, { departmentIds: undefined, since, now }), calendar),
      ),
    );
  });
  const promiseOf = new DataLoader<Id<'Department'>, PromiseClock>(async (ids) => {
    const { calendar } = await deadlines.ruleAt(now);
    const { zone } = calendar;
    const window: PromiseWindow = { from: monthStart(now, zone, -windowMonths), until: monthStart(now, zone, 0) };
    const since = monthStart(now, zone, -reachMonths);
    const waits = await Promise.all(
      kinds.map(async (kind) => ({
        kind,
        byDepartment: Map.groupBy(
          await promises.listWaits(kind, { departmentIds: ids, since, now }),
          ({ departmentId }) => departmentId,
        ),
      })),
    );
    return ids.map((id) => ({
      since: campusDay(window.from, zone),
      until: campusDay(window.until, zone),
      lines: waits.map(({ kind, byDepartment }) => promiseLine(kind, byDepartment.get(id) ?? [], { window, calendar })),
    }));
  });
  return { forecastOf, promiseOf };
}

/** The first instant of a campus month: that after the last one of the day before. */
function monthStart(now: Date, zone: string, months: number): Date {
  const [year = 0, month = 1] = campusDay(now, zone).split('-').map(Number);
  const noonBefore = new Date(Date.UTC(year, month - 1 + months, 0, 12));
  const everyDay = { zone, workingWeekdays: [1], holidays: [], closures: [] };
  return new Date(addWorkingDays(noonBefore, 0, everyDay).getTime() + 1);
}
