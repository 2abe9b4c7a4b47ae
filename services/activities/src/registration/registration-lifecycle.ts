/*
 * Machine D as data: which state leads where, by which action, under which further condition.
 */
import { defineLifecycle } from '@guildhall/kernel';
import { doorOpensAt } from '../activity/activity.js';
import type { RegistrationFacts } from './registration.js';
import { openStatuses, registrationStatuses, type RegistrationStatus } from './registration-status.js';

/** What can happen to a registration. */
export type RegistrationAction =
  | 'CANCEL'
  | 'LEAVE_WAITING_LIST'
  | 'LEAVE_DRAW'
  | 'DRAW'
  | 'PROMOTE'
  | 'ACCEPT'
  | 'DECLINE'
  | 'EXPIRE'
  | 'CHECK_IN'
  | 'UNDO_CHECK_IN'
  | 'CHECK_OUT'
  | 'UNDO_CHECK_OUT'
  | 'ATTEND'
  | 'MISS'
  | 'MARK_ATTENDED'
  | 'MARK_ABSENT'
  | 'EXCUSE'
  | 'VOID'
  | 'REMOVE';

const wasHeld = ({ activity }: RegistrationFacts): boolean =>
  activity.status === 'COMPLETED' || activity.status === 'REPORTED';
const isPublished = ({ activity }: RegistrationFacts): boolean => activity.status === 'PUBLISHED';
const isNotOver = (facts: RegistrationFacts, now: Date): boolean => isPublished(facts) && now < facts.activity.endsAt;

/** Whether a seat is offered or called out to it that can still be taken. From the stated instant on it cannot, however late the platform comes to say so. */
const hasOffer = (facts: RegistrationFacts, now: Date): boolean => {
  const { offerExpiresAt } = facts.registration;
  return isNotOver(facts, now) && offerExpiresAt !== undefined && now < offerExpiresAt;
};
const isPastOffer = ({ registration: { offerExpiresAt } }: RegistrationFacts, now: Date): boolean =>
  offerExpiresAt !== undefined && now >= offerExpiresAt;

/** Machine D. */
export const registrationLifecycle = defineLifecycle<RegistrationFacts, RegistrationStatus, RegistrationAction>(
  {
    name: 'Registration',
    initial: ['ENTERED', 'CONFIRMED', 'WAITLISTED'],
    states: registrationStatuses,
    transitions: {
      CANCEL: {
        from: ['CONFIRMED'],
        to: ['CANCELLED', 'LATE_CANCELLED'],
        guard: (facts, now) => isPublished(facts) && now < facts.activity.startsAt,
      },
      LEAVE_WAITING_LIST: { from: ['WAITLISTED'], to: ['WITHDRAWN'] },
      LEAVE_DRAW: { from: ['ENTERED'], to: ['WITHDRAWN'] },
      DRAW: { from: ['ENTERED'], to: ['CONFIRMED', 'WAITLISTED'], guard: isNotOver },
      PROMOTE: { from: ['WAITLISTED'], to: ['OFFERED', 'CONFIRMED'], guard: isNotOver },
      // A seat that is called out in the last hours is held for nobody, so who is called still waits.
      ACCEPT: { from: ['OFFERED', 'WAITLISTED'], to: ['CONFIRMED'], guard: hasOffer },
      DECLINE: { from: ['OFFERED', 'WAITLISTED'], to: ['WITHDRAWN'], guard: hasOffer },
      EXPIRE: { from: ['OFFERED'], to: ['OFFER_EXPIRED'], guard: isPastOffer },
      CHECK_IN: {
        from: ['CONFIRMED'],
        to: ['CHECKED_IN'],
        guard: (facts, now) => isPublished(facts) && now >= doorOpensAt(facts.activity),
      },
      UNDO_CHECK_IN: { from: ['CHECKED_IN', 'CHECKED_OUT'], to: ['CONFIRMED'], guard: isPublished },
      CHECK_OUT: { from: ['CHECKED_IN'], to: ['CHECKED_OUT'], guard: isPublished },
      UNDO_CHECK_OUT: { from: ['CHECKED_OUT'], to: ['CHECKED_IN'], guard: isPublished },
      ATTEND: { from: ['CHECKED_IN', 'CHECKED_OUT'], to: ['ATTENDED'] },
      MISS: { from: ['CONFIRMED'], to: ['NO_SHOW'] },
      MARK_ATTENDED: { from: ['NO_SHOW'], to: ['ATTENDED'], guard: wasHeld },
      MARK_ABSENT: { from: ['ATTENDED'], to: ['NO_SHOW'], guard: wasHeld },
      EXCUSE: {
        from: ['LATE_CANCELLED', 'NO_SHOW'],
        to: ['LATE_CANCELLED', 'NO_SHOW'],
        guard: ({ registration }) => !registration.excused,
      },
      VOID: { from: openStatuses, to: ['VOID'] },
      REMOVE: { from: openStatuses, to: ['REMOVED'], guard: isPublished },
    },
  },
  ({ registration }) => registration.status,
);
