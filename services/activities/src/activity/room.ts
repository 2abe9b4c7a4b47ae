import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { Venue } from '../venue/venue.js';
import type { Activity } from './activity.js';

type Planned = Pick<Activity, 'venueId' | 'capacity' | 'facts'>;

/** Whether the venue exists and holds as many as may come; paths begin with `prefix`. */
export function checkRoom<T extends Planned>(
  activity: T,
  venue: Venue | null,
  prefix: string,
): Result<T, ValidationError> {
  if (activity.venueId === undefined) return new FieldChecks().finish(activity);
  const people = activity.capacity ?? activity.facts.expectedAttendees;
  return new FieldChecks()
    .that(venue !== null, `${prefix}venueId`, 'UNKNOWN', 'There is no such venue.')
    .that(
      venue === null || people <= venue.capacity,
      `${prefix}${activity.capacity === undefined ? 'facts.expectedAttendees' : 'capacity'}`,
      'CONTRADICTION',
      `This venue holds ${venue?.capacity ?? 0} people.`,
    )
    .finish(activity);
}
