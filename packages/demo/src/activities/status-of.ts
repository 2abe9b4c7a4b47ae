import type { RandomStream } from '../random-stream.js';
import { dayMs, hourMs } from '../season.js';
import type { ActivityStatus } from './activity.js';

/** When an activity is, seen from the anchor. */
export type ActivityTimes = { readonly startsAt: Date; readonly endsAt: Date; readonly anchor: Date };

/**
 * Where an activity stands. What ended more than a day ago has had its attendance closed; a report is due in 14 days; what
 * lies further ahead is more often still being prepared.
 */
export function statusOf(random: RandomStream, { startsAt, endsAt, anchor }: ActivityTimes): ActivityStatus {
  const sinceEnd = anchor.getTime() - endsAt.getTime();
  if (sinceEnd > 14 * dayMs)
    return random.weighted([
      ['REPORTED', 83],
      ['COMPLETED', 12],
      ['CANCELLED', 4],
      ['DECLINED', 1],
    ]);
  if (sinceEnd > dayMs)
    return random.weighted([
      ['REPORTED', 30],
      ['COMPLETED', 66],
      ['CANCELLED', 4],
    ]);
  const untilStart = startsAt.getTime() - anchor.getTime();
  if (untilStart < 6 * hourMs) return 'PUBLISHED';
  if (untilStart < 14 * dayMs)
    return random.weighted([
      ['PUBLISHED', 93],
      ['CANCELLED', 4],
      ['APPROVED', 3],
    ]);
  return random.weighted([
    ['PUBLISHED', 60],
    ['APPROVED', 10],
    ['SUBMITTED', 12],
    ['DRAFT', 9],
    ['CHANGES_REQUESTED', 4],
    ['DECLINED', 3],
    ['CANCELLED', 2],
  ]);
}
