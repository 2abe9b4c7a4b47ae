import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { hoursProblem, isOpenThroughout, type OpeningHours } from './opening-hours.js';
import { planClosure, planVenue, type Venue } from './venue.js';
import { venueActions, venuePolicy } from './venue.policy.js';
import { personas } from '../../test/personas.js';

const zone = 'Europe/London';
const day = (weekday: number, opensAt: string, closesAt: string): OpeningHours => ({ weekday, opensAt, closesAt });
const evenings = [1, 2, 3, 4, 5].map((weekday) => day(weekday, '09:00', '23:00'));
const around = [1, 2, 3, 4, 5, 6, 7].map((weekday) => day(weekday, '00:00', '24:00'));
const venue: Venue = {
  id: '018f0000-0000-7000-8000-0000000000c1' as Id<'Venue'>,
  name: 'Drill Hall Theatre',
  place: 'Market Street 4',
  capacity: 120,
  accessFeatures: ['HEARING_LOOP', 'STEP_FREE'],
  openingHours: evenings,
  bookedBy: 'UNION_OFFICERS',
  version: 1,
};

describe('opening hours', () => {
  it.each<readonly [string, string, string, readonly OpeningHours[], boolean]>([
    ['inside one evening', '2026-10-07T18:00:00Z', '2026-10-07T21:00:00Z', evenings, true],
    ['up to the last minute, in campus time', '2026-10-07T08:00:00Z', '2026-10-07T22:00:00Z', evenings, true],
    ['a minute too long', '2026-10-07T08:00:00Z', '2026-10-07T22:01:00Z', evenings, false],
    ['on a day off', '2026-10-10T18:00:00Z', '2026-10-10T19:00:00Z', evenings, false],
    ['over a night that is closed', '2026-10-07T18:00:00Z', '2026-10-08T10:00:00Z', evenings, false],
    ['over three days that never close', '2026-10-07T18:00:00Z', '2026-10-10T10:00:00Z', around, true],
    ['up to midnight', '2026-10-07T18:00:00Z', '2026-10-07T23:00:00Z', around, true],
    ['over the hour that the clocks change', '2026-10-24T22:30:00Z', '2026-10-25T03:00:00Z', around, true],
    [
      'where one opening follows on another',
      '2026-10-07T09:00:00Z',
      '2026-10-07T12:00:00Z',
      [day(3, '12:00', '14:00'), day(3, '09:00', '12:00')],
      true,
    ],
    [
      'over a break at noon',
      '2026-10-07T09:00:00Z',
      '2026-10-07T12:30:00Z',
      [day(3, '09:00', '12:00'), day(3, '13:00', '18:00')],
      false,
    ],
  ])('cover %s', (_case, ...[from, to, hours, isOpen]) => {
    expect(isOpenThroughout(hours, { from: new Date(from), to: new Date(to) }, zone)).toBe(isOpen);
  });

  it.each<readonly [string, readonly OpeningHours[]]>([
    ['an eighth day', [day(8, '09:00', '10:00')]],
    ['half a day', [day(1.5, '09:00', '10:00')]],
    ['a time that is none', [day(1, '9:00', '10:00')]],
    ['a twenty-fifth hour', [day(1, '09:00', '25:00')]],
    ['opening at the end of the day', [day(1, '24:00', '24:00')]],
    ['closing before it opens', [day(1, '10:00', '09:00')]],
    ['two openings at once', [day(1, '09:00', '12:00'), day(1, '11:00', '13:00')]],
  ])('refuse %s', (_case, hours) => {
    expect(hoursProblem(hours)).toBeDefined();
    expect(planVenue({ ...venue, openingHours: hours })).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'openingHours' }] },
    });
  });
});

describe('a venue', () => {
  it('is stored tidily, its hours in order and each feature once', () => {
    const planned = planVenue({
      ...venue,
      name: '  Drill Hall Theatre ',
      accessFeatures: ['HEARING_LOOP', 'STEP_FREE', 'HEARING_LOOP'],
      openingHours: [day(2, '09:00', '10:00'), day(1, '12:00', '13:00'), day(1, '09:00', '10:00')],
    });
    expect(planned).toMatchObject({
      ok: true,
      value: {
        name: 'Drill Hall Theatre',
        accessFeatures: ['STEP_FREE', 'HEARING_LOOP'],
        openingHours: [{ opensAt: '09:00' }, { opensAt: '12:00' }, { weekday: 2 }],
      },
    });
  });

  it('names every broken field, and what is wrong with a closure', () => {
    expect(planVenue({ ...venue, name: '', place: 'x', capacity: 0 })).toMatchObject({
      error: { fields: [{ path: 'name' }, { path: 'place' }, { path: 'capacity' }] },
    });
    const now = new Date('2026-10-05T09:00:00Z');
    const closure = {
      id: '018f0000-0000-7000-8000-0000000000c2' as Id<'VenueClosure'>,
      venueId: venue.id,
      startsAt: now,
      endsAt: new Date('2026-10-06T09:00:00Z'),
      reason: ' Floor is sanded ',
    };
    expect(planClosure(closure, now)).toMatchObject({ ok: true, value: { reason: 'Floor is sanded' } });
    expect(planClosure({ ...closure, endsAt: closure.startsAt, reason: '' }, now)).toMatchObject({
      error: { fields: [{ path: 'reason' }, { path: 'endsAt', rule: 'CONTRADICTION' }, { path: 'endsAt' }] },
    });
  });

  it.each(Object.keys(personas) as (keyof typeof personas)[])(
    'is looked after by union officers, so by %s or not',
    (role) => {
      const isLookingAfter = role === 'unionOfficer' || role === 'bothOfficer';
      expect(venuePolicy.canAdd(personas[role])).toBe(isLookingAfter);
      for (const action of venueActions) expect(venuePolicy.can(personas[role], action)).toBe(isLookingAfter);
    },
  );
});
