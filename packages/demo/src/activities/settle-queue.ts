import type { Id } from '@guildhall/kernel';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs, earlier } from '../season.js';
import type { FixedRegistration, PlannedActivity } from './activity.js';
import type { DemoRegistration } from './registrations.js';

/** Where a registration stands. */
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

/** Somebody in the queue of an activity, before it is known what became of them. */
export type Entrant = {
  readonly id: Id<'Registration'>;
  readonly memberId: Id<'Member'>;
  readonly queuedAt: Date;
  readonly outcome: FixedRegistration['outcome'];
  /** True for a demo person in a known place, who always turns up. */
  readonly isFixed: boolean;
};

type Chance = { readonly random: RandomStream; readonly anchor: Date };

const cancelShare = 0.14;
const noShowShare = 0.12;

/**
 * Tells what became of everybody in a queue: some cancel, the first of the others have the places, the rest wait. People wait
 * only while every place is taken.
 */
export function settle(
  chance: Chance,
  planned: PlannedActivity,
  entrants: readonly Entrant[],
): readonly DemoRegistration[] {
  const seats = planned.seatsGiven ?? planned.activity.capacity ?? Infinity;
  let seated = 0;
  return entrants.map(({ id, memberId, queuedAt, outcome, isFixed }, rank) => {
    const registration = { id, activityId: planned.activity.id, memberId, queuedAt };
    const leaves = outcome === 'CANCELLED' || (planned.fixed.length === 0 && chance.random.chance(cancelShare));
    if (leaves) return { ...registration, status: leavingStatus(chance, planned, rank < seats) };
    if (outcome === 'ATTENDED_ON_APPEAL') return { ...registration, status: 'ATTENDED' };
    if (planned.activity.status === 'CANCELLED') return { ...registration, status: 'VOID' };
    if (seated >= seats) return { ...registration, status: 'WAITLISTED' };
    seated += 1;
    return { ...registration, ...seatedState(chance, planned, isFixed) };
  });
}

/** Leaving a waiting list is never late; a place given back on the last day is, unless that day is still to come. */
function leavingStatus(
  { random, anchor }: Chance,
  { activity }: PlannedActivity,
  hadPlace: boolean,
): RegistrationStatus {
  if (!hadPlace) return 'WITHDRAWN';
  const canBeLate = after(activity.startsAt, -dayMs) < anchor && activity.status !== 'CANCELLED';
  return random.weighted<RegistrationStatus>([
    ['CANCELLED', 77],
    [canBeLate ? 'LATE_CANCELLED' : 'CANCELLED', 21],
    ['REMOVED', 2],
  ]);
}

function seatedState(
  { random, anchor }: Chance,
  { activity }: PlannedActivity,
  isFixed: boolean,
): Pick<DemoRegistration, 'status' | 'checkedInAt'> {
  const scannedAt = after(activity.startsAt, random.between(-15, 25) * 60_000);
  const isAbsent = random.chance(noShowShare) && !isFixed;
  if (activity.status !== 'PUBLISHED')
    return isAbsent ? { status: 'NO_SHOW' } : { status: 'ATTENDED', checkedInAt: scannedAt };
  return scannedAt < anchor && !isAbsent
    ? { status: 'CHECKED_IN', checkedInAt: earlier(scannedAt, anchor) }
    : { status: 'CONFIRMED' };
}
