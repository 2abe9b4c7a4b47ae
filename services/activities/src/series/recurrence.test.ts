import { describe, expect, it } from '@jest/globals';
import { dayAndTime, expandRule, instantOn } from './recurrence.js';

const zone = 'Europe/London';
const days = (rule: string, firstOn = '2026-10-12', max = 60) => expandRule(rule, { firstOn, zone, max });

describe('a recurrence rule', () => {
  it('is expanded over days, at most as many as are asked for', () => {
    expect(days('FREQ=WEEKLY;COUNT=3')).toEqual(['2026-10-12', '2026-10-19', '2026-10-26']);
    expect(days('FREQ=WEEKLY;INTERVAL=2;UNTIL=20261109')).toEqual(['2026-10-12', '2026-10-26', '2026-11-09']);
    expect(days('FREQ=WEEKLY;UNTIL=20261018T233000Z')).toEqual(['2026-10-12', '2026-10-19']);
    expect(days('FREQ=MONTHLY;BYDAY=2MO;COUNT=2')).toEqual(['2026-10-12', '2026-11-09']);
    expect(days('FREQ=MONTHLY;COUNT=2', '2026-10-31')).toEqual(['2026-10-31', '2026-12-31']);
    expect(days('FREQ=WEEKLY')).toHaveLength(60);
  });

  it.each([
    '',
    'WEEKLY',
    'FREQ=DAILY',
    'FREQ=YEARLY',
    'FREQ=WEEKLY;BYHOUR=3',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;UNTIL=soon',
    'FREQ=WEEKLY;UNTIL=20261018T996000Z',
    'FREQ=WEEKLY;COUNT=',
    'FREQ=WEEKLY\nDTSTART:20200101T000000Z',
    `FREQ=WEEKLY;BYDAY=${'MO,'.repeat(80)}MO`,
  ])('is not read as %j', (rule) => {
    expect(days(rule)).toBeUndefined();
  });
});

describe('a time of day on campus', () => {
  it('stays the same when the clocks change', () => {
    const at = (on: string, time = '18:00') => instantOn(on, time, zone).toISOString();
    expect([at('2026-10-19'), at('2026-10-26')]).toEqual(['2026-10-19T17:00:00.000Z', '2026-10-26T18:00:00.000Z']);
    expect(at('2027-03-28', '01:30')).toBe('2027-03-28T01:30:00.000Z');
    expect(at('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('is read from an instant in the zone', () => {
    expect(dayAndTime(new Date('2026-07-01T23:15:00.000Z'), zone)).toEqual({ on: '2026-07-02', time: '00:15' });
  });
});
