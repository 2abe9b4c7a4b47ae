/*
 * A checkpoint: where passes are scanned, each once a registration. Every activity has a main door; its organisers add a
 * bus, a meal. Life: named by those who run the activity, removed while nothing was scanned there. Owner: activities.
 */
import {
  FieldChecks,
  limitReached,
  err,
  type Id,
  type LimitReachedError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { ActivityId } from '../activity/activity.js';

/** The id of a checkpoint. */
export type CheckpointId = Id<'Checkpoint'>;

/** A checkpoint as stored. Number 0 is the main door, whose id is that of the activity and which has no name of its own. */
export type Checkpoint = {
  readonly id: CheckpointId;
  readonly activityId: ActivityId;
  readonly number: number;
  readonly name: string | undefined;
  /** Whether people may check themselves in here with the code shown at the door. */
  readonly isSelfService: boolean;
};

/** How many checkpoints an activity can have besides its main door. */
export const checkpointsMax = 10;

/** The main door of an activity, which is there before anybody writes it down. */
export function mainDoor(activityId: ActivityId): Checkpoint {
  return { id: activityId as string as CheckpointId, activityId, number: 0, name: undefined, isSelfService: false };
}

/** A checkpoint after those that there are; numbers are never used twice, because passes carry them. */
export function addCheckpoint(
  { id, activityId, name }: { readonly id: CheckpointId; readonly activityId: ActivityId; readonly name: string },
  { count, lastNumber }: { readonly count: number; readonly lastNumber: number },
): Result<Checkpoint, ValidationError | LimitReachedError> {
  const isFull = count >= checkpointsMax || lastNumber >= 255;
  if (isFull)
    return err(
      limitReached(`An activity has at most ${checkpointsMax} checkpoints besides its main door.`, checkpointsMax),
    );
  return new FieldChecks()
    .text('name', name, { max: 60 })
    .finish({ id, activityId, number: lastNumber + 1, name: name.trim(), isSelfService: false });
}
