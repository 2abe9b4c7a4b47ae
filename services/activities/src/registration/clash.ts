import type { ActivityId } from '../activity/activity.js';

/** The place overlaps with another that the member holds. They may want both, and say so. */
export type PlaceClashError = {
  readonly __typename: 'PlaceClashError';
  readonly message: string;
  /** The activity it overlaps with. */
  readonly activityId: ActivityId;
};

/** Names the activity that a place would overlap with. */
export function placeClash(activityId: ActivityId): PlaceClashError {
  return {
    __typename: 'PlaceClashError',
    activityId,
    message: 'You have a place in another activity at the same time. Say so if you want both.',
  };
}
