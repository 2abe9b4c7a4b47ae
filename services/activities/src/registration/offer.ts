/*
 * Offers of freed seats: for how long, and who is next. An offer holds its seat. In the last hours before the start that
 * would leave seats empty, so they are called out to several who wait, and the first to accept has one.
 */
import { ok, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import type { Activity } from '../activity/activity.js';
import { registrationLifecycle } from './registration-lifecycle.js';
import { currentRegistrationRules } from './registration-rules.js';
import type { Registration, RegistrationFacts } from './registration.js';
import type { SeatBook } from './seat-book.js';

const hourMs = 3_600_000;

/** Whether a freed seat is called out rather than offered at the instant. */
export function isCallTime({ startsAt }: Pick<Activity, 'startsAt'>, now: Date): boolean {
  return startsAt.getTime() - now.getTime() < currentRegistrationRules.callHours * hourMs;
}

/** Until when an offer made now lasts: twelve hours or a quarter of the time left, whichever is less. A call lasts to the end. */
export function offerEndsAt(activity: Pick<Activity, 'startsAt' | 'endsAt'>, now: Date): Date {
  if (isCallTime(activity, now)) return activity.endsAt;
  const { offerHoursMax, offerShare } = currentRegistrationRules;
  const left = activity.startsAt.getTime() - now.getTime();
  return new Date(now.getTime() + Math.min(offerHoursMax * hourMs, left * offerShare));
}

/** Which of those who wait get what now. */
export type Promotions = {
  readonly confirmed: readonly Registration[];
  readonly offered: readonly Registration[];
  /** Those to whom seats are called out; they go on waiting. */
  readonly called: readonly Registration[];
};

/** How many of those who wait have to be looked at for so many free seats. */
export function promotionWidth(activity: Activity, free: number, now: Date): number {
  return isCallTime(activity, now) && free > 0 ? Math.max(free, currentRegistrationRules.callWidth) : free;
}

/**
 * Gives the free seats of the book to the first who wait for them, in their order. Who chose to accept at once is
 * confirmed, unless that would overlap with another place of theirs that they did not know of: then they are asked.
 */
export function promote(
  activity: Activity,
  waiting: readonly Registration[],
  { book, clashing, now }: { readonly book: SeatBook; readonly clashing: ReadonlySet<string>; readonly now: Date },
): Promotions {
  const isCall = isCallTime(activity, now);
  const asked = { offeredAt: now, offerExpiresAt: offerEndsAt(activity, now) };
  const confirmed: Registration[] = [];
  const offered: Registration[] = [];
  const called: Registration[] = [];
  const width = promotionWidth(activity, book.free(), now);
  const isAtOnce = ({ autoAccept, despiteClash, memberId }: Registration): boolean =>
    autoAccept && (despiteClash || !clashing.has(memberId));
  for (const registration of waiting) {
    const seat = book.seatFor(registration.poolId);
    if (seat === undefined || confirmed.length + offered.length + called.length >= width) continue;
    if (isCall && !isAtOnce(registration)) {
      called.push(registration.offeredAt === undefined ? { ...registration, ...asked } : registration);
      continue;
    }
    if (isAtOnce(registration)) confirmed.push({ ...registration, ...seat, status: 'CONFIRMED' });
    else offered.push({ ...registration, ...seat, ...asked, status: 'OFFERED' });
    book.take(seat.poolId);
  }
  return { confirmed, offered, called: book.free() > 0 ? called : [] };
}

/** Takes an offered or called seat. Whether one is still free for a call, and whether it overlaps, is asked before. */
export function acceptOffer(facts: RegistrationFacts, now: Date): Result<Registration, IllegalTransitionError> {
  const status = registrationLifecycle.next('ACCEPT', facts, now);
  return status.ok ? ok({ ...facts.registration, status: status.value }) : status;
}

/** Lets an offered or called seat go, and leaves the list. */
export function declineOffer(facts: RegistrationFacts, now: Date): Result<Registration, IllegalTransitionError> {
  const status = registrationLifecycle.next('DECLINE', facts, now);
  return status.ok ? ok({ ...facts.registration, status: status.value }) : status;
}

/** Ends an offer that ran out. */
export function expireOffer(facts: RegistrationFacts, now: Date): Result<Registration, IllegalTransitionError> {
  const status = registrationLifecycle.next('EXPIRE', facts, now);
  return status.ok ? ok({ ...facts.registration, status: status.value }) : status;
}
