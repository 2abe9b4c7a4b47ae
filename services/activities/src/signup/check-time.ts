import type { ActivityId } from '../activity/activity.js';
import { loadBreaches, overlaps, type ShiftSpan } from '../shift/shift-load.js';
import { currentShiftRules } from '../shift/shift-rules.js';
import type { Shift, ShiftId } from '../shift/shift.js';

/** A piece of a member's time, with the shift it is for. */
export type OwnShift = ShiftSpan & { readonly shiftId: ShiftId };

/** A confirmed place in an activity, with its times. */
export type HeldPlace = { readonly activityId: ActivityId; readonly startsAt: Date; readonly endsAt: Date };

/** What a member should know before they sign up. Only an overlap with an activity can be accepted knowingly. */
export type TimeNotice = {
  readonly kind: 'OVERLAPS_SHIFT' | 'OVERLAPS_ACTIVITY' | 'DAY_CAP' | 'WEEK_CAP' | 'NO_REST';
  readonly isBlocking: boolean;
  /** The most that is allowed, where there is a cap. */
  readonly limit: number | undefined;
  readonly activityId: ActivityId | undefined;
};

/** How far around a shift the other shifts of a member are read: a week, whatever its day. */
export const timeMarginMs = 8 * 86_400_000;

/** What a member does at other times, and where days begin. */
export type MemberTime = {
  readonly own: readonly OwnShift[];
  readonly places: readonly HeldPlace[];
  readonly zone: string;
};

const capKinds = { DAY: 'DAY_CAP', WEEK: 'WEEK_CAP', CONSECUTIVE: 'NO_REST' } as const;

/** Holds a shift against what a member does already; what they have of the same shift does not count. */
export function checkTime(shift: Shift, { own, places, zone }: MemberTime): readonly TimeNotice[] {
  const others = own.filter(({ shiftId }) => shiftId !== shift.id);
  const none = { limit: undefined, activityId: undefined };
  const colliding = others.some((other) => overlaps(other, shift));
  return [
    ...(colliding ? [{ ...none, kind: 'OVERLAPS_SHIFT', isBlocking: true } as const] : []),
    ...loadBreaches(others, shift, { rules: currentShiftRules, zone }).map(({ cap, limit }) => ({
      ...none,
      kind: capKinds[cap],
      isBlocking: true,
      limit,
    })),
    ...places
      .filter((place) => overlaps(place, shift))
      .map(({ activityId }) => ({ ...none, kind: 'OVERLAPS_ACTIVITY', isBlocking: false, activityId }) as const),
  ];
}
