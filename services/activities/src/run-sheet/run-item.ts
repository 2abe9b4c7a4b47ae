/*
 * A line of the run sheet of an activity: what happens when, where, and who sees to it. It has no states; that people
 * are in two places at once, or that a line lies outside the activity, is derived and only warned of. Owner: activities.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { Activity, ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import { currentRunSheetRules } from './run-sheet-rules.js';

/** The id of a line of a run sheet. */
export type RunItemId = Id<'RunItem'>;

/** What organisers decide about a line. */
export type RunItemPlan = {
  readonly title: string;
  readonly notes: string;
  readonly place: string;
  readonly memberId: MemberId | undefined;
  readonly startsAt: Date;
  readonly minutes: number;
};

/** A line as stored. */
export type RunItem = RunItemPlan & {
  readonly id: RunItemId;
  readonly activityId: ActivityId;
  readonly version: number;
};

/** What may be wrong with a line: its person is elsewhere at the time, or the activity is not on. */
export type RunWarning = 'OVERLAPS_OF_PERSON' | 'OUTSIDE_ACTIVITY';

/** A line with what may be wrong with it. */
export type CheckedRunItem = { readonly item: RunItem; readonly warnings: readonly RunWarning[] };

/** When a line ends. */
export const runItemEndsAt = ({ startsAt, minutes }: Pick<RunItem, 'startsAt' | 'minutes'>): Date =>
  new Date(startsAt.getTime() + minutes * 60_000);

/** Checks a line and tidies its words; `at` stands before the paths of its fields. */
export function checkRunItem<Item extends RunItemPlan>(item: Item, at = ''): Result<Item, ValidationError> {
  const [title, notes, place] = [item.title.trim(), item.notes.trim(), item.place.trim()];
  return new FieldChecks()
    .text(`${at}title`, title, { min: 2, max: 120 })
    .text(`${at}notes`, notes, { min: 0, max: 2000 })
    .text(`${at}place`, place, { min: 0, max: 200 })
    .whole(`${at}minutes`, item.minutes, { min: 1, max: currentRunSheetRules.longestMinutes })
    .finish({ ...item, title, notes, place });
}

/** The lines of one activity with what may be wrong with each, in their order. */
export function checkRunSheet(
  items: readonly RunItem[],
  { startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>,
): readonly CheckedRunItem[] {
  return items.map((item) => {
    const end = runItemEndsAt(item);
    const overlaps = items.some(
      (other) =>
        other.id !== item.id &&
        item.memberId !== undefined &&
        other.memberId === item.memberId &&
        other.startsAt < end &&
        item.startsAt < runItemEndsAt(other),
    );
    const isOutside = item.startsAt < startsAt || end > endsAt;
    return {
      item,
      warnings: [
        ...(overlaps ? ['OVERLAPS_OF_PERSON' as const] : []),
        ...(isOutside ? ['OUTSIDE_ACTIVITY' as const] : []),
      ],
    };
  });
}
