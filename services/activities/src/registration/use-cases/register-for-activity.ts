import {
  actorKey,
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
} from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Deps } from '../../deps.js';
import { checkKey, register } from '../registration.js';

/** Which activity; the same key by the same person gives the first answer again. */
export type RegisterForActivity = { readonly activityId: ActivityId; readonly idempotencyKey: string | undefined };

/**
 * Takes a seat, or the last place of the waiting list, first come first served. Registering twice is registering once.
 * Seats are counted under a lock on the activity, so that no two people are given the same one.
 */
export async function registerForActivity(
  { idempotentTransaction, seatQueue, clock, ids }: Deps,
  actor: Actor,
  { activityId, idempotencyKey: key }: RegisterForActivity,
) {
  const checked = checkKey(key);
  if (!checked.ok) return checked;
  const request = {
    actor: actorKey(actor),
    key: actor.kind === 'anonymous' ? undefined : key,
    operation: 'registerForActivity',
    input: { activityId },
  };
  return seatQueue.enter(activityId, () =>
    idempotentTransaction(
      request,
      ({ registrations }, id) => registrations.findVisible(actor, toId(id)),
      async ({ activities, registrations }) => {
        const activity = await activities.findVisibleLocked(actor, activityId);
        const memberId = memberOf(actor);
        if (activity === null) return err(notFound('Activity'));
        if (memberId === undefined || !activityPolicy.can(actor, 'REGISTER', activity))
          return err(notAllowed('REGISTER', 'Activity'));
        const standing = await registrations.readStanding(activityId, memberId);
        if (standing.live !== undefined) return ok(standing.live);
        // Whoever was removed with a reason does not come back by registering again.
        if (standing.wasRemoved) return err(illegalTransition('REGISTER', 'REMOVED'));
        const registered = register(
          activity,
          { id: ids.ordered(), memberId },
          await registrations.readEndOfQueue(activityId),
          clock.now(),
        );
        return registered.ok ? ok(await registrations.add(registered.value)) : registered;
      },
    ),
  );
}
