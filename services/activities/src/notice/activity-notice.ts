/*
 * What members are told about an activity beyond their own place: one event for up to 500 of them, which membership turns
 * into notifications. It holds ids and an instant alone.
 */
import type { Id } from '@guildhall/kernel';
import type { ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';

const membersMax = 500;

/** What is told to whom. The same member is told of the same notice and source once. */
export type Telling = {
  readonly notice: 'DRAWN' | 'FEEDBACK_ASKED' | 'JUDGED' | 'TASK_DUE' | 'THANKED';
  readonly sourceId: Id<string>;
  readonly activityId: ActivityId;
  readonly memberIds: readonly MemberId[];
  readonly now: Date;
};

/** The events that tell it, ready for the outbox; none when there is nobody to tell. */
export function activityNotices({ notice, sourceId, activityId, memberIds, now }: Telling) {
  return Array.from({ length: Math.ceil(memberIds.length / membersMax) }, (_, chunk) => ({
    aggregateId: sourceId,
    data: {
      notice,
      sourceId,
      activityId,
      memberIds: memberIds.slice(chunk * membersMax, (chunk + 1) * membersMax),
      toldAt: now.toISOString(),
    },
  }));
}
