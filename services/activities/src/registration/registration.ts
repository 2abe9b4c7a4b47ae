/*
 * A registration: a member's place in an activity, or in the queue for one.
 * Life: first half of machine D. Every change happens under a lock on the activity. Owner: activities.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import {
  activityLifecycle,
  doorOpensAt,
  freeCancelUntil,
  type Activity,
  type ActivityId,
} from '../activity/activity.js';
import type { MemberId } from '../references/member.js';

/** The id of a registration. */
export type RegistrationId = Id<'Registration'>;

/** Where a registration stands in machine D. */
export type RegistrationStatus =
  | 'CONFIRMED'
  | 'WAITLISTED'
  | 'CANCELLED'
  | 'LATE_CANCELLED'
  | 'WITHDRAWN'
  | 'CHECKED_IN'
  | 'ATTENDED'
  | 'NO_SHOW'
  | 'VOID'
  | 'REMOVED';

/** A registration as stored. `queuedAt` grows strictly within an activity; with the id it orders the queue for good. */
export type Registration = {
  readonly id: RegistrationId;
  readonly activityId: ActivityId;
  readonly memberId: MemberId;
  readonly status: RegistrationStatus;
  /** Why it was removed or its attendance corrected. */
  readonly statusReason: string | undefined;
  readonly queuedAt: Date;
  readonly checkedInAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a registration. */
export type RegistrationAction =
  | 'CANCEL'
  | 'LEAVE_WAITING_LIST'
  | 'PROMOTE'
  | 'CHECK_IN'
  | 'ATTEND'
  | 'MISS'
  | 'MARK_ATTENDED'
  | 'MARK_ABSENT'
  | 'VOID'
  | 'REMOVE';

/** A registration with its activity, on which its guards depend. */
export type RegistrationFacts = { readonly registration: Registration; readonly activity: Activity };

const isHeld = ({ activity }: RegistrationFacts): boolean =>
  activity.status === 'COMPLETED' || activity.status === 'REPORTED';
const isPublished = ({ activity }: RegistrationFacts): boolean => activity.status === 'PUBLISHED';

/** First half of machine D. */
export const registrationLifecycle = defineLifecycle<RegistrationFacts, RegistrationStatus, RegistrationAction>(
  {
    name: 'Registration',
    initial: ['CONFIRMED', 'WAITLISTED'],
    states: [
      'CONFIRMED',
      'WAITLISTED',
      'CANCELLED',
      'LATE_CANCELLED',
      'WITHDRAWN',
      'CHECKED_IN',
      'ATTENDED',
      'NO_SHOW',
      'VOID',
      'REMOVED',
    ],
    transitions: {
      CANCEL: {
        from: ['CONFIRMED'],
        to: ['CANCELLED', 'LATE_CANCELLED'],
        guard: (facts, now) => isPublished(facts) && now < facts.activity.startsAt,
      },
      LEAVE_WAITING_LIST: { from: ['WAITLISTED'], to: ['WITHDRAWN'] },
      PROMOTE: {
        from: ['WAITLISTED'],
        to: ['CONFIRMED'],
        guard: (facts, now) => isPublished(facts) && now < facts.activity.endsAt,
      },
      CHECK_IN: {
        from: ['CONFIRMED'],
        to: ['CHECKED_IN'],
        guard: (facts, now) => isPublished(facts) && now >= doorOpensAt(facts.activity),
      },
      ATTEND: { from: ['CHECKED_IN'], to: ['ATTENDED'] },
      MISS: { from: ['CONFIRMED'], to: ['NO_SHOW'] },
      MARK_ATTENDED: { from: ['NO_SHOW'], to: ['ATTENDED'], guard: isHeld },
      MARK_ABSENT: { from: ['ATTENDED'], to: ['NO_SHOW'], guard: isHeld },
      VOID: { from: ['CONFIRMED', 'WAITLISTED', 'CHECKED_IN'], to: ['VOID'] },
      REMOVE: { from: ['CONFIRMED', 'WAITLISTED', 'CHECKED_IN'], to: ['REMOVED'], guard: isPublished },
    },
  },
  ({ registration }) => registration.status,
);

/** How many have a seat of an activity, and how many wait for one. Under the activity's lock it holds until the transaction ends. */
export type SeatCount = { readonly taken: number; readonly waiting: number };

/** Where a newcomer stands in line: `taken` is absent where somebody waits already, for then no seat is free for them. */
export type EndOfQueue = { readonly taken: number | undefined; readonly lastQueuedAt: Date | undefined };

/** Checks the length of a key that a client made up. */
export function checkKey(key: string | undefined): Result<string | undefined, ValidationError> {
  return new FieldChecks().text('idempotencyKey', key ?? 'none', { max: 100 }).finish(key);
}

/** How many more may have a seat; none while the activity is overfull, without end where it has no capacity. */
export function freeSeats({ capacity }: Activity, taken: number): number {
  return capacity === undefined ? Number.POSITIVE_INFINITY : Math.max(0, capacity - taken);
}

/** A newcomer's ids. */
export type Newcomer = { readonly id: RegistrationId; readonly memberId: MemberId };

/**
 * Gives a newcomer a seat when one is free and nobody waits, and the last place of the queue otherwise. The queue's
 * clock moves on by at least a millisecond, so that its order is the order in which the places were given.
 */
export function register(
  activity: Activity,
  { id, memberId }: Newcomer,
  queue: EndOfQueue,
  now: Date,
): Result<Registration, IllegalTransitionError> {
  if (!activityLifecycle.can('REGISTER', activity, now)) return err(illegalTransition('REGISTER', activity.status));
  const hasSeat = queue.taken !== undefined && freeSeats(activity, queue.taken) > 0;
  const queuedAt = new Date(Math.max(now.getTime(), (queue.lastQueuedAt?.getTime() ?? 0) + 1));
  const status = hasSeat ? 'CONFIRMED' : 'WAITLISTED';
  return ok({
    id,
    activityId: activity.id,
    memberId,
    status,
    statusReason: undefined,
    queuedAt,
    checkedInAt: undefined,
    version: 1,
  });
}

/** Gives a place back; after the deadline of the activity it counts as late. */
export function cancel(facts: RegistrationFacts, now: Date): Result<Registration, IllegalTransitionError> {
  const isLate = now >= freeCancelUntil(facts.activity);
  const status = registrationLifecycle.next('CANCEL', facts, now, isLate ? 'LATE_CANCELLED' : 'CANCELLED');
  return status.ok ? ok({ ...facts.registration, status: status.value }) : status;
}

/** Leaves the queue; never late. */
export function leaveWaitingList(facts: RegistrationFacts, now: Date): Result<Registration, IllegalTransitionError> {
  const status = registrationLifecycle.next('LEAVE_WAITING_LIST', facts, now);
  return status.ok ? ok({ ...facts.registration, status: status.value }) : status;
}

/** Lets somebody in at the door. The first scan counts; a second one finds them in already and changes nothing. */
export function checkIn(facts: RegistrationFacts, now: Date): Result<Registration, IllegalTransitionError> {
  if (facts.registration.status === 'CHECKED_IN') return ok(facts.registration);
  const status = registrationLifecycle.next('CHECK_IN', facts, now);
  return status.ok ? ok({ ...facts.registration, status: status.value, checkedInAt: now }) : status;
}

/** Takes a place away, with the reason its holder will read. */
export function remove(
  facts: RegistrationFacts,
  reason: string,
  now: Date,
): Result<Registration, IllegalTransitionError | ValidationError> {
  const status = registrationLifecycle.next('REMOVE', facts, now);
  if (!status.ok) return status;
  return checkReason(reason).finish({ ...facts.registration, status: status.value, statusReason: reason.trim() });
}

/** Corrects what was recorded at closing, with the reason. */
export function correctAttendance(
  facts: RegistrationFacts,
  { attended, reason }: { readonly attended: boolean; readonly reason: string },
  now: Date,
): Result<Registration, IllegalTransitionError | ValidationError> {
  const status = registrationLifecycle.next(attended ? 'MARK_ATTENDED' : 'MARK_ABSENT', facts, now);
  if (!status.ok) return status;
  return checkReason(reason).finish({ ...facts.registration, status: status.value, statusReason: reason.trim() });
}

/**
 * How many of the queue to confirm now: one for every free seat, in the transaction that frees it and under the
 * activity's lock (invariant 4). An overfull activity has no free seat, one that is over fills none.
 */
export function seatsToFill(activity: Activity, seats: SeatCount, now: Date): number {
  const canPromote = activity.status === 'PUBLISHED' && now < activity.endsAt;
  return canPromote ? Math.min(seats.waiting, freeSeats(activity, seats.taken)) : 0;
}

/** The fact that somebody's attendance is void, as other services are told it. */
export function attendanceVoided({ registration, activity }: RegistrationFacts) {
  return {
    registrationId: registration.id,
    activityId: activity.id,
    memberId: registration.memberId,
    activityKind: activity.kind,
  };
}

/** The fact that somebody attended, at the scan, or at the start where there was none. */
export function attendanceConfirmed(facts: RegistrationFacts) {
  return {
    ...attendanceVoided(facts),
    attendedAt: (facts.registration.checkedInAt ?? facts.activity.startsAt).toISOString(),
  };
}

/** The fact that something happened to somebody's place that they did not do themselves, as its holder is told it. */
export function placeChanged(
  { id, activityId, memberId }: Pick<Registration, 'id' | 'activityId' | 'memberId'>,
  change: 'SEAT_GIVEN' | 'REMOVED' | 'ATTENDED',
  now: Date,
) {
  return { registrationId: id, activityId, memberId, change, changedAt: now.toISOString() };
}

function checkReason(reason: string): FieldChecks {
  return new FieldChecks().text('reason', reason, { max: 1000 });
}
