import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '@guildhall/kernel';
import { dueFrom, dueWith, endOfCampusDay, warnAt, type DeadlineTerms, type Owed } from './due.js';

const london: WorkingCalendar = {
  zone: 'Europe/London',
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-04-03', '2026-04-06', '2026-12-25'],
  closures: [{ from: '2026-12-21', to: '2027-01-03' }],
};
const everyDay: WorkingCalendar = { ...london, workingWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays: [], closures: [] };
const at = (iso: string) => new Date(iso);
const counted = (start: string, terms: DeadlineTerms, calendar = london): Owed => ({
  startsAt: at(start),
  baseDueAt: dueFrom(at(start), terms, calendar),
  terms,
  calendar,
});
const named = (start: string, due: string): Owed => ({
  startsAt: at(start),
  baseDueAt: at(due),
  terms: { measure: 'DATE', amount: 0 },
  calendar: london,
});

describe('terms of a deadline', () => {
  it('count working days over a closure, calendar days through it, and months to the same day', () => {
    const start = at('2026-12-18T10:00:00Z');
    expect(dueFrom(start, { measure: 'WORKING_DAYS', amount: 10 }, london).toISOString()).toBe(
      '2027-01-15T23:59:59.999Z',
    );
    expect(dueFrom(start, { measure: 'CALENDAR_DAYS', amount: 90 }, london).toISOString()).toBe(
      '2027-03-18T23:59:59.999Z',
    );
    expect(dueFrom(start, { measure: 'MONTHS', amount: 12 }, london).toISOString()).toBe('2027-12-18T23:59:59.999Z');
  });

  it('end a count of months on the last day of a shorter month, by the campus day of the start', () => {
    const months = { measure: 'MONTHS', amount: 1 } as const;
    expect(dueFrom(at('2027-01-31T12:00:00Z'), months, london).toISOString()).toBe('2027-02-28T23:59:59.999Z');
    expect(dueFrom(at('2026-06-30T23:30:00Z'), months, london).toISOString()).toBe('2026-08-01T22:59:59.999Z');
  });

  it('are no count for a date that the university named', () => {
    expect(() => dueFrom(at('2026-11-02T09:00:00Z'), { measure: 'DATE', amount: 0 }, london)).toThrow(RangeError);
  });
});

describe('a pause', () => {
  it('moves a named date by the campus days it touched and keeps its time of day over a change of clocks', () => {
    const owed = named('2026-10-05T09:00:00Z', '2026-10-23T15:00:00Z');
    const pause = { from: at('2026-10-12T10:00:00Z'), to: at('2026-10-15T10:00:00Z') };
    expect(dueWith(owed, [pause]).toISOString()).toBe('2026-10-27T16:00:00.000Z');
  });

  it('stops calendar days of the whole procedure, and is forgotten when it lies before the start or after the due date', () => {
    const owed = counted('2026-11-02T09:00:00Z', { measure: 'CALENDAR_DAYS', amount: 10 });
    const days = (from: string, to: string) => [{ from: at(from), to: at(to) }];
    expect(dueWith(owed, days('2026-11-04T09:00:00Z', '2026-11-06T09:00:00Z')).toISOString()).toBe(
      '2026-11-15T23:59:59.999Z',
    );
    expect(dueWith(owed, days('2026-10-01T09:00:00Z', '2026-10-09T09:00:00Z'))).toEqual(owed.baseDueAt);
    expect(dueWith(owed, days('2026-12-01T09:00:00Z', '2026-12-09T09:00:00Z'))).toEqual(owed.baseDueAt);
  });
});

const zones = ['Europe/London', 'Asia/Shanghai', 'America/Santiago', 'Pacific/Auckland', 'America/St_Johns'] as const;
const dayMs = 86_400_000;
const instant = fc.date({ min: at('2026-01-01'), max: at('2028-01-01'), noInvalidDate: true });
const calendar = fc.record({
  zone: fc.constantFrom(...zones),
  workingWeekdays: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7], [7, 1, 2, 3, 4]),
  holidays: fc.constant(london.holidays),
  closures: fc.array(
    fc.tuple(instant, fc.nat(20)).map(([from, days]) => ({
      from: from.toISOString().slice(0, 10),
      to: new Date(from.getTime() + days * dayMs).toISOString().slice(0, 10),
    })),
    { maxLength: 3 },
  ),
});
const terms = fc.oneof(
  fc.record({ measure: fc.constant('WORKING_DAYS' as const), amount: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ measure: fc.constant('CALENDAR_DAYS' as const), amount: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ measure: fc.constant('MONTHS' as const), amount: fc.integer({ min: 1, max: 24 }) }),
);
const span = fc
  .tuple(instant, fc.nat(30 * 24))
  .map(([from, hours]) => ({ from, to: new Date(from.getTime() + hours * 3_600_000) }));
const owedOf = fc
  .tuple(instant, terms, calendar, fc.option(fc.nat(86_000_000)))
  .map(([startsAt, wanted, days, early]): Owed => {
    const dueAt = dueFrom(startsAt, wanted, days);
    return early === null
      ? { startsAt, baseDueAt: dueAt, terms: wanted, calendar: days }
      : {
          startsAt,
          baseDueAt: new Date(Math.max(startsAt.getTime(), dueAt.getTime() - early)),
          terms: { measure: 'DATE', amount: 0 },
          calendar: days,
        };
  });

describe('due dates', () => {
  it('never move backwards, whatever pauses are added and in whatever order', () => {
    fc.assert(
      fc.property(owedOf, fc.array(span, { maxLength: 4 }), span, (owed, spans, another) => {
        const before = dueWith(owed, spans).getTime();
        expect(before).toBeGreaterThanOrEqual(owed.baseDueAt.getTime());
        expect(dueWith(owed, [...spans, another]).getTime()).toBeGreaterThanOrEqual(before);
        expect(dueWith(owed, [another, ...spans])).toEqual(dueWith(owed, [...spans, another]));
      }),
    );
  });

  it('never move backwards while a pause lasts, and are ahead of every instant of it when they were at its start', () => {
    fc.assert(
      fc.property(owedOf, instant, fc.nat(60 * 24), fc.nat(60 * 24), (owed, from, one, other) => {
        const hours = (count: number) => new Date(from.getTime() + 1 + count * 3_600_000);
        const [sooner, later] = [hours(Math.min(one, other)), hours(Math.max(one, other))];
        const during = dueWith(owed, [{ from, to: sooner }]);
        expect(dueWith(owed, [{ from, to: later }]).getTime()).toBeGreaterThanOrEqual(during.getTime());
        if (
          owed.terms.measure !== 'DATE' &&
          owed.terms.measure !== 'MONTHS' &&
          owed.startsAt < from &&
          from <= owed.baseDueAt
        )
          expect(during.getTime()).toBeGreaterThanOrEqual(sooner.getTime());
      }),
    );
  });

  it('give exactly the working days of the terms that no closure, holiday or pause took', () => {
    const working = fc.record({
      measure: fc.constant('WORKING_DAYS' as const),
      amount: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(instant, working, calendar, fc.array(span, { maxLength: 3 }), (startsAt, wanted, days, spans) => {
        const owed = { startsAt, baseDueAt: dueFrom(startsAt, wanted, days), terms: wanted, calendar: days };
        const due = dueWith(owed, spans);
        const kept = spans.filter(({ from, to }) => from < to && to > startsAt);
        expect(workingDaysBetween(startsAt, due, { ...days, pausedSpans: kept })).toBe(wanted.amount);
      }),
    );
  });

  it('move by a closure of some days for everybody who has not come so far, and for nobody else', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 20 }),
        fc.nat(40),
        fc.nat(14),
        (startsAt, amount, after, length) => {
          const date = (days: number) => new Date(startsAt.getTime() + days * dayMs).toISOString().slice(0, 10);
          const closed = { ...everyDay, closures: [{ from: date(after + 1), to: date(after + 1 + length) }] };
          const plain = addWorkingDays(startsAt, amount, everyDay).getTime();
          const moved = addWorkingDays(startsAt, amount, closed).getTime();
          const isReached =
            endOfCampusDay(new Date(startsAt.getTime() + (after + 1) * dayMs), everyDay).getTime() <= plain + dayMs;
          if (moved === plain) expect(after + 2).toBeGreaterThanOrEqual(amount);
          else expect(isReached).toBe(true);
        },
      ),
    );
  });

  it('are warned of on a morning before them, with the working days left that the rule names', () => {
    fc.assert(
      fc.property(owedOf, fc.integer({ min: 1, max: 5 }), (owed, warningDays) => {
        const due = owed.baseDueAt;
        const warning = warnAt(owed, due, warningDays);
        expect(warning.getTime()).toBeGreaterThanOrEqual(owed.startsAt.getTime());
        expect(
          workingDaysBetween(new Date(warning.getTime() - 10 * 3_600_000), due, owed.calendar),
        ).toBeLessThanOrEqual(Math.max(warningDays, 0) + 1);
      }),
    );
  });

  it('of a two-day promise are warned of one working day before, on its morning', () => {
    const owed = counted('2026-11-06T17:00:00Z', { measure: 'WORKING_DAYS', amount: 2 });
    expect(owed.baseDueAt.toISOString()).toBe('2026-11-10T23:59:59.999Z');
    expect(warnAt(owed, owed.baseDueAt, 2).toISOString()).toBe('2026-11-10T09:00:00.000Z');
    const longer = counted('2026-10-19T17:00:00Z', { measure: 'WORKING_DAYS', amount: 10 });
    expect(warnAt(longer, longer.baseDueAt, 2).toISOString()).toBe('2026-10-30T09:00:00.000Z');
  });
});
