/*
 * Thanks from those who ran an activity to its crew, in their own words. Life: written once the activity is over, and
 * kept. Owner: activities.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { Activity, ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';

/** The id of thanks. */
export type ThanksId = Id<'Thanks'>;

/** Thanks as stored. */
export type Thanks = {
  readonly id: ThanksId;
  readonly activityId: ActivityId;
  readonly giverId: MemberId;
  readonly body: string;
  readonly thankedAt: Date;
};

/** The numbers of thanks. They bound what one activity can hold and no deadline hangs on them, so rows keep no version. */
export const thanksRules = { version: 1, perActivity: 10, bodyMax: 1000 } as const;

/** Whether it is time to thank: the activity was held. */
export const isOver = ({ status, endsAt }: Activity, now: Date): boolean =>
  status === 'COMPLETED' || status === 'REPORTED' || (status === 'PUBLISHED' && now >= endsAt);

/** Whom thanks go to: everybody on the team but who gives them. */
export const thankedBy = ({ team }: Activity, giverId: MemberId): readonly MemberId[] =>
  [...new Set(team.map(({ memberId }) => memberId))].filter((memberId) => memberId !== giverId).toSorted();

/** Checks the words. */
export function checkThanks(thanks: Thanks): Result<Thanks, ValidationError> {
  return new FieldChecks()
    .text('text', thanks.body, { max: thanksRules.bodyMax })
    .finish({ ...thanks, body: thanks.body.trim() });
}
