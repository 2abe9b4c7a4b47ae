import { describe, expect, it } from '@jest/globals';
import { toId, type Id, type WorkingCalendar } from '@guildhall/kernel';
import { createForecast } from './expected-answer.js';
import { promiseLine, quantile, type Wait } from './promise-clock.js';

const housing: Id<'Department'> = toId('0196f000-0000-7000-8000-000000000001');
const library: Id<'Department'> = toId('0196f000-0000-7000-8000-000000000002');
const calendar: WorkingCalendar = {
  zone: 'Europe/London',
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: [],
  closures: [{ from: '2026-12-24', to: '2027-01-03' }],
};
const window = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2027-02-01T00:00:00Z') };
const hidden = { value: null, suppressed: true, reason: 'BELOW_THRESHOLD' };

/** A wait from one Monday on for so many weeks. */
function wait(weeks: number, changes: Partial<Wait> & { readonly person: string }): Wait {
  const from = new Date('2026-09-07T09:00:00Z');
  return {
    departmentId: housing,
    from,
    answeredAt: new Date(from.getTime() + weeks * 7 * 86_400_000),
    seenUntil: new Date('2027-01-20T09:00:00Z'),
    pauses: [],
    ...changes,
  };
}
const many = (count: number, people = count): readonly Wait[] =>
  Array.from({ length: count }, (_, index) => wait((index % 4) + 1, { person: String(index % people) }));
const line = (kind: 'PROPOSAL' | 'ISSUE' | 'REFERRAL', waits: readonly Wait[]) =>
  promiseLine(kind, waits, { window, calendar });

describe('the promise clock', () => {
  it('tells the median and its quarters in working days', () => {
    expect(line('PROPOSAL', many(8))).toMatchObject({
      answered: { value: 8 },
      quickestQuarterDays: { value: 9 },
      medianDays: { value: 13 },
      slowestQuarterDays: { value: 16 },
      medianCalendarDays: { value: 18 },
      medianPausedDays: { value: 0 },
    });
  });

  it('withholds what stands for too few', () => {
    expect(line('PROPOSAL', many(4)).medianDays).toEqual(hidden);
    expect(line('PROPOSAL', many(5)).medianDays.suppressed).toBe(false);
    for (const kind of ['ISSUE', 'REFERRAL'] as const) {
      expect(line(kind, many(30, 9)).answered).toEqual(hidden);
      expect(line(kind, many(30, 9)).medianDays).toEqual(hidden);
      expect(line(kind, many(10)).medianDays.suppressed).toBe(false);
    }
    expect(Object.values(line('REFERRAL', [])).slice(1)).toEqual(Array.from({ length: 6 }, () => hidden));
  });

  it('tells of referrals nothing that one more answer would show', () => {
    const shown = line('REFERRAL', many(21));
    expect(line('REFERRAL', [...many(21), wait(2, { person: 'one more' })])).toEqual(shown);
    for (const figure of Object.values(shown).slice(1))
      expect(figure).toMatchObject({ value: expect.any(Number), suppressed: false });
    expect(shown.answered).toMatchObject({ value: 20 });
    expect(shown.medianDays).toMatchObject({ value: 10 });
  });

  it('does not count against a department when somebody else had to act, nor when the university is closed, and shows it', () => {
    const pause = { from: new Date('2026-09-09T09:00:00Z'), to: new Date('2026-09-16T09:00:00Z') };
    const paused = Array.from({ length: 6 }, (_, index) => wait(4, { person: String(index), pauses: [pause] }));
    expect(line('PROPOSAL', paused)).toMatchObject({
      medianDays: { value: 14 },
      medianPausedDays: { value: 6 },
      medianCalendarDays: { value: 28 },
    });
    const overClosure = Array.from({ length: 6 }, (_, index) => wait(17, { person: String(index) }));
    expect(line('PROPOSAL', overClosure)).toMatchObject({ medianDays: { value: 78 }, medianPausedDays: { value: 7 } });
  });

  it('is of answers within its months alone', () => {
    const late = Array.from({ length: 6 }, (_, index) =>
      wait(1, { person: String(index), answeredAt: new Date('2027-02-01T00:00:00Z') }),
    );
    expect(line('PROPOSAL', late).answered).toEqual(hidden);
  });

  it('takes quantiles between values by proportion', () => {
    expect([quantile([1, 2, 3, 4], 0.5), quantile([10, 20], 0.25), quantile([7], 0.9), quantile([], 0.5)]).toEqual([
      3, 13, 7, 0,
    ]);
  });
});

describe('the expected answer', () => {
  const now = new Date('2026-11-02T09:00:00Z');
  const open = { departmentId: housing, from: now };

  it('comes from the department’s own past, as campus days', () => {
    expect(createForecast(many(8), calendar).expect(open, now)).toEqual({
      earliestOn: '2026-11-09',
      expectedOn: '2026-11-16',
      latestOn: '2026-11-30',
      basis: 'DEPARTMENT',
    });
  });

  it('comes from all departments when its own answers are too few, and from nothing when those are', () => {
    const others = many(10).map((one) => ({ ...one, departmentId: library }));
    expect(createForecast([...others, ...many(4)], calendar).expect(open, now)).toMatchObject({
      basis: 'ALL_DEPARTMENTS',
    });
    expect(createForecast([...others.slice(0, 5), ...many(4)], calendar).expect(open, now)).toBeUndefined();
  });

  it('moves on for what waits long, and is silent beyond everything known', () => {
    const forecast = createForecast(many(8), calendar);
    const waiting = { departmentId: housing, from: new Date('2026-10-19T09:00:00Z') };
    expect(forecast.expect(waiting, now)).toMatchObject({ expectedOn: '2026-11-09' });
    const forgotten = { departmentId: housing, from: new Date('2026-06-01T09:00:00Z') };
    expect(forecast.expect(forgotten, now)).toBeUndefined();
  });

  it('takes what still waits into account, so that silence makes nobody quick', () => {
    const silent = Array.from({ length: 8 }, (_, index) => wait(0, { person: `open ${index}`, answeredAt: undefined }));
    const forecast = createForecast([...many(8), ...silent], calendar).expect(open, now);
    expect(forecast).toMatchObject({ earliestOn: '2026-11-09', latestOn: undefined });
    expect(forecast?.expectedOn).toBe('2026-11-30');
  });
});
