import {
  actorKey,
  err,
  memberOf,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Activity, ActivityId } from '../../activity/activity.js';
import { activityPolicy, seesActivity } from '../../activity/activity.policy.js';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import { poolPolicy } from '../../pool/pool.policy.js';
import { checkKey } from '../registration.js';
import type { SeatChoice } from './settle-registrations.js';

/** Which activity; the same key by the same person gives the first answer again. */
export type RegisterForActivity = SeatChoice & {
  readonly activityId: ActivityId;
  readonly idempotencyKey: string | undefined;
};

/**
 * Takes a seat, or the last place of the waiting list, first come first served. Registering twice is registering once.
 * Those who ask at the same time are settled together, in the order in which they came.
 */
export async function registerForActivity(
  { seatQueue }: Deps,
  actor: Actor,
  { activityId, idempotencyKey, ...choice }: RegisterForActivity,
) {
  const checked = checkKey(idempotencyKey);
  // Callers without a name share no keys.
  const key = actor.kind === 'anonymous' ? undefined : idempotencyKey;
  if (!checked.ok) return checked;
  return seatQueue.enter(activityId, {
    asker: actorKey(actor),
    memberId: memberOf(actor),
    key,
    choice,
    isFor: (pool) => poolPolicy.isFor(actor, pool),
    admit: (activity) => admit(actor, activity),
    findOwn: (registrations, id) => registrations.findVisible(actor, id),
  });
}

/** Whom to give a place, or why this actor gets none: asked under the activity's lock, when it is as it will be. */
function admit(actor: Actor, activity: Activity | null): Result<MemberId, NotFoundError | NotAllowedError> {
  if (activity === null || !seesActivity(actor, activity)) return err(notFound('Activity'));
  const memberId = memberOf(actor);
  const isAllowed = memberId !== undefined && activityPolicy.can(actor, 'REGISTER', activity);
  return isAllowed ? ok(memberId) : err(notAllowed('REGISTER', 'Activity'));
}
