/*
 * A venue: a place of the union that activities can be held in, with its room, its access and its hours.
 * Life: it stands until it is closed for dates; managed by union officers. Owner: activities.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import { hoursProblem, type OpeningHours } from './opening-hours.js';

/** The id of a venue. */
export type VenueId = Id<'Venue'>;

/** What makes a venue usable for more people. The database knows the same list. */
export const accessFeatures = [
  'STEP_FREE',
  'HEARING_LOOP',
  'QUIET_SPACE',
  'ACCESSIBLE_TOILET',
  'GENDER_NEUTRAL_TOILET',
  'SIGN_INTERPRETER',
  'RESERVED_SEATING',
  'LOW_SCENT',
  'ACCESSIBLE_PARKING',
] as const;

/** One of {@link accessFeatures}. */
export type AccessFeature = (typeof accessFeatures)[number];

/** Whose word books the venue: a group officer's alone, or that of a union officer who confirms the request. */
export type VenueBooker = 'GROUP_OFFICERS' | 'UNION_OFFICERS';

/** What union officers decide about a venue. */
export type VenuePlan = {
  readonly name: string;
  /** Where it is, so that somebody finds it. */
  readonly place: string;
  /** How many people it holds. */
  readonly capacity: number;
  readonly accessFeatures: readonly AccessFeature[];
  readonly openingHours: readonly OpeningHours[];
  readonly bookedBy: VenueBooker;
};

/** A venue as stored. */
export type Venue = VenuePlan & { readonly id: VenueId; readonly version: number };

/** A time during which a venue is closed; its end is excluded. */
export type VenueClosure = {
  readonly id: Id<'VenueClosure'>;
  readonly venueId: VenueId;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason: string;
};

/** What can be done to a venue. */
export type VenueAction = 'EDIT' | 'CLOSE' | 'DECIDE_BOOKINGS';

const capacityMax = 100_000;

/** A venue under a plan, or every field of it that breaks a rule; paths begin with `prefix`. */
export function planVenue(venue: Venue, prefix = ''): Result<Venue, ValidationError> {
  const checks = new FieldChecks()
    .text(`${prefix}name`, venue.name, { min: 2, max: 120 })
    .text(`${prefix}place`, venue.place, { min: 2, max: 200 })
    .whole(`${prefix}capacity`, venue.capacity, { min: 1, max: capacityMax });
  const problem = hoursProblem(venue.openingHours);
  checks.that(problem === undefined, `${prefix}openingHours`, 'CONTRADICTION', problem ?? '');
  return checks.finish({
    ...venue,
    name: venue.name.trim(),
    place: venue.place.trim(),
    accessFeatures: accessFeatures.filter((feature) => venue.accessFeatures.includes(feature)),
    openingHours: [...venue.openingHours].sort(
      (one, other) => one.weekday - other.weekday || one.opensAt.localeCompare(other.opensAt),
    ),
  });
}

/** A closure, or what is wrong with it. */
export function planClosure(closure: VenueClosure, now: Date): Result<VenueClosure, ValidationError> {
  return new FieldChecks()
    .text('reason', closure.reason, { min: 2, max: 500 })
    .that(closure.endsAt > closure.startsAt, 'endsAt', 'CONTRADICTION', 'A closure ends after it starts.')
    .that(closure.endsAt > now, 'endsAt', 'OUT_OF_RANGE', 'This closure would be over already.')
    .finish({ ...closure, reason: closure.reason.trim() });
}
