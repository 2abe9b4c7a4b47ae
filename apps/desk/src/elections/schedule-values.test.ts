import { describe, expect, it } from '@jest/globals';
import {
  findDateProblems,
  readSchedule,
  toScheduleValues,
  usualSchedule,
  type CampusDates,
} from './schedule-values.js';

/** A campus whose clocks are an hour ahead of UTC. */
const hourMs = 3_600_000;
const campus: CampusDates = {
  show: (date, instant) =>
    new Date(Date.parse(instant) + hourMs).toISOString().slice(0, date === 'mandatesStartAt' ? 10 : 16),
  read: (_date, value) => {
    const local = value.includes('T') ? value : `${value}T00:00`;
    return value === '' ? '' : new Date(Date.parse(`${local}Z`) - hourMs).toISOString();
  },
};
const known = {
  nominationsOpenAt: '2027-02-01T09:00:12.345Z',
  nominationsCloseAt: '2027-02-11T17:00:00.000Z',
  campaignOpensAt: '2027-02-16T09:00:00.000Z',
  votingOpensAt: '2027-03-01T09:00:00.000Z',
  votingClosesAt: '2027-03-04T17:00:00.000Z',
  mandatesStartAt: '2027-06-30T23:00:00.000Z',
};

describe('the dates of an election in a form', () => {
  it('begin on a Monday more than a week away and follow each other', () => {
    for (const today of ['2027-01-04', '2027-01-06', '2027-01-10']) {
      const schedule = readSchedule(usualSchedule(today), campus);
      expect(findDateProblems(schedule)).toEqual([]);
      const opens = new Date(Date.parse(schedule.nominationsOpenAt) + hourMs);
      expect(opens.getUTCDay()).toBe(1);
      expect(opens.getTime() - Date.parse(today)).toBeGreaterThan(7 * 24 * hourMs);
    }
  });

  it('stay the instants they were, to the millisecond, when nobody changes them', () => {
    expect(readSchedule(toScheduleValues(known, campus), campus, known)).toEqual(known);
  });

  it('are what the fields say when they were changed', () => {
    const values = { ...toScheduleValues(known, campus), 'schedule.votingClosesAt': '2027-04-01T17:00' };
    expect(readSchedule(values, campus, known)).toEqual({ ...known, votingClosesAt: '2027-04-01T16:00:00.000Z' });
  });

  it('tell at their field that they are missing or not later than the one before', () => {
    const early = { ...known, campaignOpensAt: '', votingClosesAt: known.votingOpensAt };
    expect(findDateProblems(early)).toEqual([
      { path: 'schedule.campaignOpensAt', rule: 'REQUIRED' },
      { path: 'schedule.votingClosesAt', rule: 'NOT_LATER' },
    ]);
    expect(findDateProblems(known, '2027-02-01T09:00:12.344Z')).toEqual([]);
    expect(findDateProblems(known, known.nominationsOpenAt)).toEqual([
      { path: 'schedule.nominationsOpenAt', rule: 'IN_THE_PAST' },
    ]);
  });
});
