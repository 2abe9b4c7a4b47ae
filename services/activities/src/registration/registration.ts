/*
 * A registration: a member's place in an activity, in the queue for one, or in the draw for one.
 * Life: machine D. Every change happens under a lock on the activity. Owner: activities.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { activityLifecycle, freeCancelUntil, type Activity, type ActivityId } from '../activity/activity.js';
import type { PoolId } from '../pool/pool.js';
import type { MemberId } from '../references/member.js';
import { registrationLifecycle } from './registration-lifecycle.js';
import { currentRegistrationRules, registrationRulesOf } from './registration-rules.js';
import type { RegistrationStatus } from './registration-status.js';
import type { SeatBook } from './seat-book.js';

/** The id of a registration. */
export type RegistrationId = Id<'Registration'>;

/** A registration as stored. `queuedAt` grows strictly within an activity; with the id it orders the queue for good. */
export type Registration = {
  readonly id: RegistrationId;
  readonly activityId: ActivityId;
  readonly memberId: MemberId;
  readonly status: RegistrationStatus;
  /** Why it was removed, excused or its attendance corrected. */
  readonly statusReason: string | undefined;
  readonly queuedAt: Date;
  /** When a seat was offered or called out to it, and until when that can be accepted; kept for the record. */
  readonly offeredAt: Date | undefined;
  readonly offerExpiresAt: Date | undefined;
  /** Whether a freed seat is taken at once, without asking. */
  readonly autoAccept: boolean;
  /** The priority class; the smallest goes first. */
  readonly priority: number;
  /** The place that a draw gave, ordered as text; whoever was not drawn comes after everybody who was. */
  readonly drawNumber: string | undefined;
  /** The pool whose seat it has or waits for; none is the general pool. */
  readonly poolId: PoolId | undefined;
  /** The party it was entered with: drawn all or none. */
  readonly partyId: Id<'Party'> | undefined;
  /** Whether the member knows that it overlaps with another place and wants both. */
  readonly despiteClash: boolean;
  /** Whether a late cancellation or absence is excused. */
  readonly excused: boolean;
  readonly checkedInAt: Date | undefined;
  readonly checkedOutAt: Date | undefined;
  /** Whether they came late. */
  readonly isLate: boolean;
  readonly rulesVersion: number;
  readonly version: number;
};

/** A registration with its activity, on which its guards depend. */
export type RegistrationFacts = { readonly registration: Registration; readonly activity: Activity };

/** How many have a seat of an activity, and how many wait for one. Under the activity's lock it holds until the transaction ends. */
export type SeatCount = { readonly taken: number; readonly waiting: number };

/** Checks the length of a key that a client made up. */
export function checkKey(key: string | undefined): Result<string | undefined, ValidationError> {
  return new FieldChecks().text('idempotencyKey', key ?? 'none', { max: 100 }).finish(key);
}

/** How many more may have a seat; none while the activity is overfull, without end where it has no capacity. */
export function freeSeats({ capacity }: Pick<Activity, 'capacity'>, taken: number): number {
  return capacity === undefined ? Number.POSITIVE_INFINITY : Math.max(0, capacity - taken);
}

type Made = 'id' | 'activityId' | 'memberId' | 'status' | 'queuedAt';

/** A registration that has nothing but what is given. */
export function newRegistration(
  made: Pick<Registration, Made> & Partial<Omit<Registration, Made | 'version'>>,
): Registration {
  return {
    statusReason: undefined,
    offeredAt: undefined,
    offerExpiresAt: undefined,
    autoAccept: false,
    priority: 0,
    drawNumber: undefined,
    poolId: undefined,
    partyId: undefined,
    despiteClash: false,
    excused: false,
    checkedInAt: undefined,
    checkedOutAt: undefined,
    isLate: false,
    rulesVersion: currentRegistrationRules.version,
    version: 1,
    ...made,
  };
}

/** Where a newcomer stands: the seats as they are, the pools that keep seats for them, and the last place of the queue. */
export type EndOfQueue = {
  readonly book: SeatBook;
  readonly wanted: readonly PoolId[];
  readonly lastQueuedAt: Date | undefined;
};

/** A newcomer's ids, and what they chose. */
export type Newcomer = Pick<Registration, 'id' | 'memberId'> &
  Partial<Pick<Registration, 'autoAccept' | 'despiteClash' | 'priority'>>;

/**
 * Gives a newcomer a seat when one is free and nobody waits for it, first of the pools that keep seats for them, then of
 * the general pool; and the last place of the queue otherwise. The queue's clock moves on by at least a millisecond, so that its order is the order in which the places were given.
 */
export function register(
  activity: Activity,
  newcomer: Newcomer,
  queue: EndOfQueue,
  now: Date,
): Result<Registration, IllegalTransitionError> {
  if (!activityLifecycle.can('REGISTER', activity, now)) return err(illegalTransition('REGISTER', activity.status));
  const queuedAt = new Date(Math.max(now.getTime(), (queue.lastQueuedAt?.getTime() ?? 0) + 1));
  const made = { ...newcomer, activityId: activity.id, queuedAt };
  const kept = queue.wanted.find((poolId) => queue.book.isOpenTo(poolId));
  if (kept !== undefined || queue.book.isOpenTo(undefined))
    return ok(newRegistration({ ...made, status: 'CONFIRMED', poolId: kept }));
  return ok(newRegistration({ ...made, status: 'WAITLISTED', poolId: queue.wanted[0] }));
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

/** Leaves the draw before it is made; never late. Whether entry is still open is the fair start's to say. */
export function leaveDraw(facts: RegistrationFacts, now: Date): Result<Registration, IllegalTransitionError> {
  const status = registrationLifecycle.next('LEAVE_DRAW', facts, now);
  return status.ok ? ok({ ...facts.registration, status: status.value }) : status;
}

/** Lets somebody in at the door. The first scan counts; a second one finds them in already and changes nothing. */
export function checkIn(facts: RegistrationFacts, now: Date): Result<Registration, IllegalTransitionError> {
  if (facts.registration.status === 'CHECKED_IN') return ok(facts.registration);
  const status = registrationLifecycle.next('CHECK_IN', facts, now);
  if (!status.ok) return status;
  return ok({ ...facts.registration, status: status.value, checkedInAt: now, isLate: isLateAt(facts, now) });
}

/** Whether somebody who is scanned at the instant is late. */
export function isLateAt({ registration, activity }: RegistrationFacts, at: Date): boolean {
  const minutes = registrationRulesOf(registration).lateAfterMinutes;
  return at.getTime() > activity.startsAt.getTime() + minutes * 60_000;
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

/** Excuses a late cancellation or an absence, with the reason its holder will read. */
export function excuse(
  facts: RegistrationFacts,
  reason: string,
  now: Date,
): Result<Registration, IllegalTransitionError | ValidationError> {
  const { registration } = facts;
  const status = registrationLifecycle.next('EXCUSE', facts, now, registration.status);
  if (!status.ok) return status;
  return checkReason(reason).finish({ ...registration, excused: true, statusReason: reason.trim() });
}

/** Corrects what was recorded at closing, with the reason. */
export function correctAttendance(
  facts: RegistrationFacts,
  { attended, reason }: { readonly attended: boolean; readonly reason: string },
  now: Date,
): Result<Registration, IllegalTransitionError | ValidationError> {
  const status = registrationLifecycle.next(attended ? 'MARK_ATTENDED' : 'MARK_ABSENT', facts, now);
  if (!status.ok) return status;
  const corrected = { ...facts.registration, status: status.value, excused: false, statusReason: reason.trim() };
  return checkReason(reason).finish(corrected);
}

/**
 * How many of those who wait have a seat at once when so many are taken: one for every free seat. An overfull activity
 * has no free seat, one that is over fills none.
 */
export function seatsToFill(activity: Activity, seats: SeatCount, now: Date): number {
  const canPromote = activity.status === 'PUBLISHED' && now < activity.endsAt;
  return canPromote ? Math.min(seats.waiting, freeSeats(activity, seats.taken)) : 0;
}

function checkReason(reason: string): FieldChecks {
  return new FieldChecks().text('reason', reason, { max: 1000 });
}
