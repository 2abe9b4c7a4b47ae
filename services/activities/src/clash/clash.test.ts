import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import {
  betterTimes,
  clashesAt,
  stretchAround,
  weightOf,
  type Rival,
  type Surroundings,
  type TimeSpan,
} from './clash.js';
import { campusPeriods, clashRules } from './clash-rules.js';

const zone = 'Europe/London';
/** A Wednesday in term, while the clocks are on summer time. */
const evening = { startsAt: new Date('2026-10-07T18:00:00Z'), endsAt: new Date('2026-10-07T20:00:00Z') };
const later = ({ startsAt, endsAt }: TimeSpan, hours: number): TimeSpan => ({
  startsAt: new Date(startsAt.getTime() + hours * 3_600_000),
  endsAt: new Date(endsAt.getTime() + hours * 3_600_000),
});
const rival = (span: TimeSpan, sharedMembers?: number, place = 1): Rival => ({
  ...span,
  id: `018f0000-0000-7000-8000-00000000000${place}` as Id<'Activity'>,
  sharedMembers,
});
const nothing: Surroundings = { shared: [], sameKind: [], venue: undefined };
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '00:00', closesAt: '24:00' }));
const plan = { ...evening, campusZone: zone, notBefore: new Date('2026-09-21T00:00:00Z') };

describe('what clashes with a plan', () => {
  it('is what overlaps it, each activity told of once, and not what only touches it', () => {
    const [shared, same] = [rival(later(evening, 1), 9), rival(later(evening, -1), undefined, 2)];
    const clashes = clashesAt(
      evening,
      {
        ...nothing,
        shared: [shared, rival(later(evening, 2), 30, 3)],
        sameKind: [shared, same, rival(later(evening, -2), undefined, 4)],
      },
      zone,
    );
    expect(clashes).toEqual({ shared: [shared], sameKind: [same], periods: [], isVenueTaken: undefined });
    expect(weightOf(clashes)).toBe(clashRules.weights.sharedActivity + 9 + clashRules.weights.sameKind);
    expect(weightOf(clashesAt(evening, nothing, zone))).toBe(0);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['2026-10-07T18:00:00Z', '2026-10-07T20:00:00Z', []],
    ['2027-01-11T18:00:00Z', '2027-01-11T20:00:00Z', ['EXAMS']],
    ['2027-01-22T22:00:00Z', '2027-01-22T23:30:00Z', ['EXAMS']],
    ['2027-01-23T00:00:00Z', '2027-01-23T02:00:00Z', []],
    ['2026-12-12T10:00:00Z', '2026-12-12T12:00:00Z', ['VACATION']],
    ['2027-01-10T10:00:00Z', '2027-01-11T12:00:00Z', ['EXAMS', 'VACATION']],
  ])('are the periods from %s to %s, by the days of the campus', (startsAt, endsAt, kinds) => {
    const clashes = clashesAt({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, nothing, zone);
    expect(clashes.periods.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('is a venue that is taken, closed or shut', () => {
    const at = (hours: typeof always, taken: readonly TimeSpan[]): boolean | undefined =>
      clashesAt(evening, { ...nothing, venue: { hours, taken } }, zone).isVenueTaken;
    expect([at(always, []), at(always, [later(evening, 1)]), at(always, [later(evening, 2)]), at([], [])]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('is read for every time that could be suggested', () => {
    const { from, to } = stretchAround(evening);
    const times = betterTimes(plan, { ...nothing, shared: [rival(evening, 20)] });
    for (const { startsAt, endsAt } of times) expect([startsAt > from, endsAt < to]).toEqual([true, true]);
  });

  it('names periods that are in order and do not end before they begin', () => {
    for (const { from, to } of campusPeriods) expect(from <= to).toBe(true);
  });
});

describe('better times', () => {
  it('are none where nothing clashes', () => {
    expect(betterTimes(plan, nothing)).toEqual([]);
  });

  it('are the nearest of those with least against them, three at most', () => {
    const times = betterTimes(plan, { ...nothing, shared: [rival(evening, 20)] });
    expect(times.map(({ startsAt, weight }) => [startsAt.toISOString(), weight])).toEqual([
      ['2026-10-07T20:00:00.000Z', 0],
      ['2026-10-07T16:00:00.000Z', 0],
      ['2026-10-07T15:00:00.000Z', 0],
    ]);
  });

  it('are days at the same time of day where the whole day is taken, also across the change of the clocks', () => {
    const late = { startsAt: new Date('2026-10-24T18:00:00Z'), endsAt: new Date('2026-10-24T20:00:00Z') };
    const day = { startsAt: new Date('2026-10-24T00:00:00Z'), endsAt: new Date('2026-10-25T00:00:00Z') };
    const times = betterTimes({ ...plan, ...late }, { ...nothing, shared: [rival(day, 20)] });
    expect(times.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-10-23T18:00:00.000Z',
      '2026-10-25T19:00:00.000Z',
      '2026-10-22T18:00:00.000Z',
    ]);
  });

  it('never lie before the earliest possible start, nor in the night', () => {
    const times = betterTimes(
      { ...plan, notBefore: new Date('2026-10-08T00:00:00Z') },
      { ...nothing, shared: [rival(evening, 20)] },
    );
    expect(times.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ]);
    const early = { startsAt: new Date('2026-10-07T07:00:00Z'), endsAt: new Date('2026-10-07T09:00:00Z') };
    const mornings = betterTimes({ ...plan, ...early }, { ...nothing, shared: [rival(early, 20)] });
    expect(mornings.every(({ startsAt }) => startsAt.toISOString().slice(11, 16) >= '07:00')).toBe(true);
  });
});
