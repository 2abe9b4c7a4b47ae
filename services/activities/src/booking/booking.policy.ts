import { isOfficerOf, isUnionOfficer, type Actor } from '@guildhall/kernel';
import { activityPolicy } from '../activity/activity.policy.js';
import type { Activity } from '../activity/activity.js';
import type { VenueBooker } from '../venue/venue.js';
import type { BookingAction, BookingStatus } from './booking.js';

/** One line per right over a booking of an activity; whoever organises the activity does not decide on its rooms. */
const rights: Readonly<Record<BookingAction, (actor: Actor, activity: Activity) => boolean>> = {
  CONFIRM: (actor, activity) => activityPolicy.canJudge(actor, activity),
  REFUSE: (actor, activity) => activityPolicy.canJudge(actor, activity),
  RELEASE: (actor, activity) => activityPolicy.canOrganise(actor, activity),
};

/** Who may do what to a booking. */
export const bookingPolicy = {
  can: (actor: Actor, action: BookingAction, activity: Activity): boolean => rights[action](actor, activity),
  /** Whoever runs the activity asks for rooms and equipment. */
  canBook: (actor: Actor, activity: Activity): boolean => activityPolicy.canOrganise(actor, activity),
  /** Bookings of an activity are its papers. */
  canSeeOf: (actor: Actor, activity: Activity): boolean => activityPolicy.canSeePapers(actor, activity),
  /** Who booked what, across activities, is for those who look after venues; that a time is taken is for everybody. */
  canSeeAll: (actor: Actor): boolean => isUnionOfficer(actor),
  /** An officer's word is enough for what officers of groups may book, that of a union officer outside the activity for the rest. */
  startsAs: (actor: Actor, activity: Activity, bookedBy: VenueBooker): BookingStatus => {
    if (activityPolicy.canJudge(actor, activity)) return 'CONFIRMED';
    const isOfficer = isOfficerOf(actor, activity.groupId) || isUnionOfficer(actor);
    return bookedBy === 'GROUP_OFFICERS' && isOfficer ? 'CONFIRMED' : 'REQUESTED';
  },
};
