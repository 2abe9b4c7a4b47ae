import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import type { Activity } from '../activity/activity.js';
import { completeFacts } from '../activity/risk.js';
import { registrationLifecycle, type RegistrationAction } from './registration-lifecycle.js';
import type { RegistrationStatus } from './registration-status.js';
import {
  cancel,
  checkIn,
  correctAttendance,
  freeSeats,
  newRegistration,
  register,
  seatsToFill,
  type EndOfQueue,
  type Registration,
} from './registration.js';
import { openSeatBook } from './seat-book.js';

const hour = 3_600_000;
const start = new Date('2026-11-02T18:00:00.000Z');
const at = (hours: number): Date => new Date(start.getTime() + hours * hour);
const activity: Activity = {
  id: '018f0000-0000-7000-8000-000000000001' as Id<'Activity'>,
  groupId: '018f0000-0000-7000-8000-000000000002' as Id<'Group'>,
  organiserId: '018f0000-0000-7000-8000-000000000003' as Id<'Member'>,
  team: [],
  title: 'Games night',
  summary: 'Bring a game, or play ours.',
  kind: 'SOCIAL',
  status: 'PUBLISHED',
  statusReason: undefined,
  place: 'Union Hall',
  venueId: undefined,
  startsAt: start,
  endsAt: at(3),
  registrationOpensAt: at(-240),
  registrationClosesAt: at(1),
  capacity: 2,
  facts: completeFacts({ expectedAttendees: 20 }),
  riskTier: 0,
  rulesVersion: 1,
  publishedAt: at(-300),
  postponedAt: undefined,
  report: undefined,
  version: 1,
};
const newcomer = {
  id: '018f0000-0000-7000-8000-000000000004' as Id<'Registration'>,
  memberId: '018f0000-0000-7000-8000-000000000005' as Id<'Member'>,
};
const registration: Registration = newRegistration({
  ...newcomer,
  activityId: activity.id,
  status: 'CONFIRMED',
  queuedAt: at(-48),
});
const lineOf = (
  taken: number,
  {
    isAwaited = false,
    lastQueuedAt,
    ...seats
  }: { readonly isAwaited?: boolean; readonly lastQueuedAt?: Date; readonly capacity?: number | undefined } = {},
): EndOfQueue => ({
  book: openSeatBook({ ...activity, ...seats }, [], {
    counts: [{ poolId: undefined, taken, isAwaited }],
    now: at(-48),
  }),
  wanted: [],
  lastQueuedAt,
});
const facts = (status: RegistrationStatus, changes: Partial<Activity> = {}) => ({
  registration: {
    ...registration,
    status,
    ...(status === 'OFFERED' && { offeredAt: at(-48), offerExpiresAt: at(-36) }),
  },
  activity: { ...activity, ...changes },
});

/** What is possible in each state: before the door opens, while the activity runs, and after attendance was closed. */
const possible: Readonly<
  Record<
    RegistrationStatus,
    {
      readonly before: readonly RegistrationAction[];
      readonly running: readonly RegistrationAction[];
      readonly closed: readonly RegistrationAction[];
    }
  >
> = {
  ENTERED: {
    before: ['LEAVE_DRAW', 'DRAW', 'VOID', 'REMOVE'],
    running: ['LEAVE_DRAW', 'DRAW', 'VOID', 'REMOVE'],
    closed: ['LEAVE_DRAW', 'VOID'],
  },
  CONFIRMED: {
    before: ['CANCEL', 'MISS', 'VOID', 'REMOVE'],
    running: ['CHECK_IN', 'MISS', 'VOID', 'REMOVE'],
    closed: ['MISS', 'VOID'],
  },
  WAITLISTED: {
    before: ['LEAVE_WAITING_LIST', 'PROMOTE', 'VOID', 'REMOVE'],
    running: ['LEAVE_WAITING_LIST', 'PROMOTE', 'VOID', 'REMOVE'],
    closed: ['LEAVE_WAITING_LIST', 'VOID'],
  },
  OFFERED: {
    before: ['ACCEPT', 'DECLINE', 'VOID', 'REMOVE'],
    running: ['EXPIRE', 'VOID', 'REMOVE'],
    closed: ['EXPIRE', 'VOID'],
  },
  OFFER_EXPIRED: { before: [], running: [], closed: [] },
  CHECKED_IN: {
    before: ['UNDO_CHECK_IN', 'CHECK_OUT', 'ATTEND', 'VOID', 'REMOVE'],
    running: ['UNDO_CHECK_IN', 'CHECK_OUT', 'ATTEND', 'VOID', 'REMOVE'],
    closed: ['ATTEND', 'VOID'],
  },
  CHECKED_OUT: {
    before: ['UNDO_CHECK_IN', 'UNDO_CHECK_OUT', 'ATTEND', 'VOID', 'REMOVE'],
    running: ['UNDO_CHECK_IN', 'UNDO_CHECK_OUT', 'ATTEND', 'VOID', 'REMOVE'],
    closed: ['ATTEND', 'VOID'],
  },
  ATTENDED: { before: [], running: [], closed: ['MARK_ABSENT'] },
  NO_SHOW: { before: ['EXCUSE'], running: ['EXCUSE'], closed: ['MARK_ATTENDED', 'EXCUSE'] },
  CANCELLED: { before: [], running: [], closed: [] },
  LATE_CANCELLED: { before: ['EXCUSE'], running: ['EXCUSE'], closed: ['EXCUSE'] },
  WITHDRAWN: { before: [], running: [], closed: [] },
  VOID: { before: [], running: [], closed: [] },
  REMOVED: { before: [], running: [], closed: [] },
};

describe('machine D', () => {
  it.each(registrationLifecycle.states)('allows in %s what the table says, at every time', (status) => {
    expect(registrationLifecycle.possible(facts(status), at(-48))).toEqual(possible[status].before);
    expect(registrationLifecycle.possible(facts(status), at(1))).toEqual(possible[status].running);
    expect(registrationLifecycle.possible(facts(status, { status: 'COMPLETED' }), at(4))).toEqual(
      possible[status].closed,
    );
  });
});

describe('registering', () => {
  it('gives the last seat to one and a place in the queue to the next', () => {
    expect(register(activity, newcomer, lineOf(1), at(-48))).toMatchObject({
      ok: true,
      value: { status: 'CONFIRMED', queuedAt: at(-48) },
    });
    expect(register(activity, newcomer, lineOf(2), at(-48))).toMatchObject({
      ok: true,
      value: { status: 'WAITLISTED' },
    });
  });

  it('never lets anybody pass those who wait', () => {
    expect(register(activity, newcomer, lineOf(0, { isAwaited: true }), at(-48))).toMatchObject({
      ok: true,
      value: { status: 'WAITLISTED' },
    });
  });

  it('queues strictly after the one before, even on a clock that stands still or goes back', () => {
    const later = new Date(at(-48).getTime() + 5000);
    expect(register(activity, newcomer, lineOf(0, { lastQueuedAt: later }), at(-48))).toMatchObject({
      ok: true,
      value: { queuedAt: new Date(later.getTime() + 1) },
    });
  });

  it('takes everybody where there is no capacity, and nobody outside the time for it', () => {
    expect(
      register({ ...activity, capacity: undefined }, newcomer, lineOf(9000, { capacity: undefined }), at(-48)),
    ).toMatchObject({ ok: true, value: { status: 'CONFIRMED' } });
    for (const now of [at(-241), at(1)])
      expect(register(activity, newcomer, lineOf(0), now)).toMatchObject({
        ok: false,
        error: { action: 'REGISTER' },
      });
  });
});

describe('giving a place back', () => {
  it('is late from the deadline on, and not possible once the activity has started', () => {
    expect(cancel(facts('CONFIRMED'), new Date(at(-24).getTime() - 1))).toMatchObject({
      ok: true,
      value: { status: 'CANCELLED' },
    });
    expect(cancel(facts('CONFIRMED'), at(-24))).toMatchObject({ ok: true, value: { status: 'LATE_CANCELLED' } });
    expect(cancel(facts('CONFIRMED'), at(0))).toMatchObject({ ok: false });
  });

  it('is never late within the window that a postponement opens', () => {
    expect(cancel(facts('CONFIRMED', { postponedAt: at(-30) }), at(-1))).toMatchObject({
      ok: true,
      value: { status: 'CANCELLED' },
    });
  });

  it('fills as many seats as are free, none while overfull, none when it is over', () => {
    expect(seatsToFill(activity, { taken: 1, waiting: 5 }, at(-1))).toBe(1);
    expect(seatsToFill(activity, { taken: 3, waiting: 5 }, at(-1))).toBe(0);
    expect(seatsToFill({ ...activity, capacity: undefined }, { taken: 3, waiting: 5 }, at(-1))).toBe(5);
    expect(seatsToFill(activity, { taken: 1, waiting: 5 }, at(3))).toBe(0);
    expect(seatsToFill({ ...activity, status: 'CANCELLED' }, { taken: 1, waiting: 5 }, at(-1))).toBe(0);
    expect(freeSeats(activity, 3)).toBe(0);
  });
});

describe('the door and after', () => {
  it('counts the first scan', () => {
    const scanned = checkIn(facts('CONFIRMED'), at(-1));
    expect(scanned).toMatchObject({ ok: true, value: { status: 'CHECKED_IN', checkedInAt: at(-1) } });
    if (scanned.ok)
      expect(checkIn({ registration: scanned.value, activity }, at(0))).toEqual({ ok: true, value: scanned.value });
    expect(checkIn(facts('CONFIRMED'), at(-3))).toMatchObject({ ok: false });
    expect(checkIn(facts('WAITLISTED'), at(0))).toMatchObject({ ok: false });
  });

  it('corrects attendance both ways, with a reason, once the door list is closed', () => {
    const closed = { status: 'COMPLETED' as const };
    expect(
      correctAttendance(facts('NO_SHOW', closed), { attended: true, reason: 'Scanner broke.' }, at(5)),
    ).toMatchObject({ ok: true, value: { status: 'ATTENDED', statusReason: 'Scanner broke.' } });
    expect(
      correctAttendance(facts('ATTENDED', closed), { attended: false, reason: 'Wrong person.' }, at(5)),
    ).toMatchObject({ ok: true, value: { status: 'NO_SHOW' } });
    expect(correctAttendance(facts('NO_SHOW', closed), { attended: true, reason: '' }, at(5))).toMatchObject({
      ok: false,
      error: { __typename: 'ValidationError' },
    });
    expect(correctAttendance(facts('ATTENDED', closed), { attended: true, reason: 'Again.' }, at(5))).toMatchObject({
      ok: false,
      error: { __typename: 'IllegalTransitionError' },
    });
  });
});
