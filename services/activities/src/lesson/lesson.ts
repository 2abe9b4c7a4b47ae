/*
 * What was learned of an activity that is over: what went well, what to change, and how many came. Written with its
 * report; read by whoever plans the group's next one. Life: it is written once and stays. Owner: activities.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { Activity, ActivityId } from '../activity/activity.js';
import type { GroupId } from '../references/group.js';

/** A lesson as stored. `came` and `missed` are counted from the door list, so that nobody types them. */
export type Lesson = {
  readonly activityId: ActivityId;
  readonly groupId: GroupId;
  readonly wentWell: string | undefined;
  readonly toChange: string | undefined;
  readonly came: number;
  readonly missed: number;
  readonly writtenAt: Date;
};

/** What the reporter says was learned; both may be left out. */
export type StatedLesson = Pick<Lesson, 'wentWell' | 'toChange'>;

const textMax = 2000;

/** The lesson of a reported activity, or what is wrong with it. */
export function writeLesson(
  { id, groupId }: Pick<Activity, 'id' | 'groupId'>,
  { wentWell, toChange }: StatedLesson,
  { came, missed, now }: { readonly came: number; readonly missed: number; readonly now: Date },
): Result<Lesson, ValidationError> {
  const tidy = (text: string | undefined): string | undefined => (text?.trim() === '' ? undefined : text?.trim());
  return new FieldChecks()
    .text('wentWell', wentWell ?? '', { min: 0, max: textMax })
    .text('toChange', toChange ?? '', { min: 0, max: textMax })
    .finish({
      activityId: id,
      groupId,
      wentWell: tidy(wentWell),
      toChange: tidy(toChange),
      came,
      missed,
      writtenAt: now,
    });
}
