import {
  actorKey,
  err,
  illegalTransition,
  limitReached,
  memberOf,
  notAllowed,
  notFound,
  toId,
  type Actor,
} from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { activityNotices } from '../../notice/activity-notice.js';
import { checkKey } from '../../registration/registration.js';
import { thanksPolicy } from '../thanks.policy.js';
import { checkThanks, isOver, thankedBy, thanksRules } from '../thanks.js';

/** Which activity, and the words. */
export type ThankCrew = {
  readonly activityId: ActivityId;
  readonly text: string;
  readonly idempotencyKey: string | undefined;
};

/** Thanks the team of an activity that is over; everybody on it is told that there are words for them. */
export async function thankCrew(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { activityId, text, idempotencyKey }: ThankCrew,
) {
  const checkedKey = checkKey(idempotencyKey);
  if (!checkedKey.ok) return checkedKey;
  const key = actor.kind === 'anonymous' ? undefined : idempotencyKey;
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'thankCrew', input: { activityId, text } },
    ({ thanks }, id) => thanks.find(toId(id)),
    async ({ activities, thanks, outbox }) => {
      const activity = await activities.findVisibleLocked(actor, activityId);
      if (activity === null) return err(notFound('Activity'));
      const giverId = memberOf(actor);
      if (giverId === undefined || !thanksPolicy.canGive(actor, activity)) return err(notAllowed('THANK', 'Activity'));
      const now = clock.now();
      if (!isOver(activity, now)) return err(illegalTransition('THANK', activity.status));
      const most = thanksRules.perActivity;
      if (await thanks.isFull(activityId)) return err(limitReached(`An activity holds at most ${most} thanks.`, most));
      const checked = checkThanks({ id: ids.ordered(), activityId, giverId, body: text, thankedAt: now });
      if (!checked.ok) return checked;
      await thanks.add(checked.value);
      const memberIds = thankedBy(activity, giverId);
      const telling = { notice: 'THANKED', sourceId: checked.value.id, activityId, memberIds, now } as const;
      await outbox.appendMany('ActivityNotice', activityNotices(telling));
      return checked;
    },
  );
}
