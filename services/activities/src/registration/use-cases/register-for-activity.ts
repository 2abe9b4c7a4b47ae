import type { Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { checkKey } from '../registration.js';

/** Which activity; the same key by the same person gives the first answer again. */
export type RegisterForActivity = { readonly activityId: ActivityId; readonly idempotencyKey: string | undefined };

/**
 * Takes a seat, or the last place of the waiting list, first come first served. Registering twice is registering once.
 * Those who ask at the same time are settled together, in the order in which they came.
 */
export async function registerForActivity(
  { seatQueue }: Deps,
  actor: Actor,
  { activityId, idempotencyKey }: RegisterForActivity,
) {
  const checked = checkKey(idempotencyKey);
  // Callers without a name share no keys.
  const key = actor.kind === 'anonymous' ? undefined : idempotencyKey;
  return checked.ok ? seatQueue.enter(activityId, { actor, key }) : checked;
}
