import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { currentRules } from '../activity/activity-rules.js';
import type { Activity } from '../activity/activity.js';
import { completeFacts } from '../activity/risk.js';
import { groupId, memberIds, personas } from '../../test/personas.js';
import {
  bookingLifecycle,
  checkAsked,
  heldSpan,
  type Booking,
  type BookingAction,
  type BookingStatus,
} from './booking.js';
import { bookingPolicy } from './booking.policy.js';
import { peakUse, peakUseWithin } from './free-items.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 9, 7, hour));
const venueId = '018f0000-0000-7000-8000-0000000000c1' as Id<'Venue'>;
const equipmentId = '018f0000-0000-7000-8000-0000000000e1' as Id<'Equipment'>;
const booking: Booking = {
  id: '018f0000-0000-7000-8000-0000000000f1' as Id<'Booking'>,
  activityId: '018f0000-0000-7000-8000-000000000001' as Id<'Activity'>,
  venueId,
  equipmentId: undefined,
  isSingle: true,
  itemCount: 1,
  startsAt: at(17),
  endsAt: at(22),
  setUpMinutes: 60,
  clearAwayMinutes: 60,
  status: 'REQUESTED',
  statusReason: undefined,
  requestedAt: at(9),
  version: 1,
};
const activity: Activity = {
  id: booking.activityId,
  groupId,
  organiserId: memberIds.ada,
  team: [],
  title: 'Games night',
  summary: 'Bring a game, or play ours.',
  kind: 'SOCIAL',
  status: 'PUBLISHED',
  statusReason: undefined,
  place: 'Union Hall',
  venueId,
  startsAt: at(18),
  endsAt: at(21),
  registrationOpensAt: at(9),
  registrationClosesAt: at(17),
  capacity: 20,
  facts: completeFacts({ expectedAttendees: 20 }),
  riskTier: 0,
  rulesVersion: currentRules.version,
  publishedAt: at(9),
  postponedAt: undefined,
  report: undefined,
  version: 1,
};

describe('the life of a booking', () => {
  const possible: Readonly<Record<BookingStatus, readonly BookingAction[]>> = {
    REQUESTED: ['CONFIRM', 'REFUSE', 'RELEASE'],
    CONFIRMED: ['REFUSE', 'RELEASE'],
    RELEASED: [],
    REFUSED: [],
  };
  it.each(bookingLifecycle.states)('allows in %s what the table says while it lasts, and nothing after', (status) => {
    expect(bookingLifecycle.possible({ ...booking, status }, at(20))).toEqual(possible[status]);
    expect(bookingLifecycle.possible({ ...booking, status }, at(22))).toEqual([]);
  });

  it('holds the thing from the set-up to the clear-away', () => {
    expect(heldSpan(activity, { setUpMinutes: 90, clearAwayMinutes: 15 })).toEqual({
      from: new Date(Date.UTC(2026, 9, 7, 16, 30)),
      to: new Date(Date.UTC(2026, 9, 7, 21, 15)),
    });
  });

  it.each<readonly [string, Partial<Booking>, readonly string[]]>([
    ['a venue', {}, []],
    ['three of something', { venueId: undefined, equipmentId, itemCount: 3 }, []],
    ['both at once', { equipmentId }, ['venueId']],
    ['nothing', { venueId: undefined }, ['venueId']],
    ['two of a venue', { itemCount: 2 }, ['itemCount']],
    ['no time before noon', { setUpMinutes: -1, clearAwayMinutes: 10_081 }, ['setUpMinutes', 'clearAwayMinutes']],
  ])('can be asked for, or not: %s', (_case, changes, broken) => {
    const checked = checkAsked({ ...booking, ...changes });
    expect(checked.ok ? [] : checked.error.fields.map(({ path }) => path)).toEqual(broken);
  });
});

describe('rights over a booking of a public activity', () => {
  it.each<readonly [keyof typeof personas, readonly BookingAction[], boolean]>([
    ['stranger', [], false],
    ['member', [], false],
    ['officer', ['RELEASE'], true],
    ['unionOfficer', ['CONFIRM', 'REFUSE', 'RELEASE'], true],
    ['bothOfficer', ['RELEASE'], true],
    ['admin', [], false],
    ['machine', [], false],
    ['anonymous', [], false],
    ['system', [], false],
  ])('give %s %j', (role, granted, books) => {
    const has = bookingLifecycle.actions.filter((action) => bookingPolicy.can(personas[role], action, activity));
    expect(has).toEqual(granted);
    expect(bookingPolicy.canBook(personas[role], activity)).toBe(books);
  });

  it('let an officer’s word book what officers may, a union officer’s from outside the rest, and a team ask', () => {
    const led: Activity = { ...activity, team: [{ memberId: memberIds.rosa, role: 'LEAD' }] };
    expect(bookingPolicy.startsAs(personas.officer, led, 'GROUP_OFFICERS')).toBe('CONFIRMED');
    expect(bookingPolicy.startsAs(personas.officer, led, 'UNION_OFFICERS')).toBe('REQUESTED');
    expect(bookingPolicy.startsAs(personas.bothOfficer, led, 'UNION_OFFICERS')).toBe('REQUESTED');
    expect(bookingPolicy.startsAs(personas.unionOfficer, led, 'UNION_OFFICERS')).toBe('CONFIRMED');
    expect(bookingPolicy.startsAs(personas.stranger, led, 'GROUP_OFFICERS')).toBe('REQUESTED');
  });
});

describe('items that there are several of', () => {
  const held = (from: number, to: number, itemCount: number) => ({ startsAt: at(from), endsAt: at(to), itemCount });

  it('are counted at the busiest instant, not over the whole time', () => {
    const uses = [held(9, 12, 3), held(12, 15, 4), held(11, 13, 2)];
    expect(peakUse(uses)).toBe(6);
    expect(peakUse([])).toBe(0);
    expect(peakUseWithin(uses, { from: at(9), to: at(11) })).toBe(3);
    expect(peakUseWithin(uses, { from: at(13), to: at(20) })).toBe(4);
    expect(peakUseWithin([held(9, 20, 1), held(10, 11, 5)], { from: at(15), to: at(16) })).toBe(1);
  });
});
