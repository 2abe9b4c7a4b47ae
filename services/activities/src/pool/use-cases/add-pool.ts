import { actorKey, err, illegalTransition, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import { activityLifecycle, type ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { checkPool, type PoolPlan } from '../pool.js';
import { poolPolicy } from '../pool.policy.js';
import { planMerge } from './merge-pool.js';

/** Which activity, and its new pool. */
export type AddPool = PoolPlan & { readonly activityId: ActivityId; readonly idempotencyKey: string | undefined };

/** Keeps seats of an activity for an audience. Places that people have already stay where they are. */
export function addPool(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { activityId, idempotencyKey, ...plan }: AddPool,
) {
  const input = JSON.parse(JSON.stringify({ activityId, ...plan })) as Readonly<Record<string, unknown>>;
  const key = actor.kind === 'anonymous' ? undefined : idempotencyKey;
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'addPool', input },
    ({ pools }, id) => pools.find(toId(id)),
    async ({ activities, pools, jobs }) => {
      const activity = await activities.findVisibleLocked(actor, activityId);
      if (activity === null) return err(notFound('Activity'));
      if (!poolPolicy.canPlan(actor, activity)) return err(notAllowed('EDIT', 'Activity'));
      const now = clock.now();
      if (!activityLifecycle.can('EDIT', activity, now)) return err(illegalTransition('EDIT', activity.status));
      const checked = checkPool(plan, activity, await pools.listOfActivities([activityId]));
      if (!checked.ok) return checked;
      const pool = { ...checked.value, id: ids.ordered<'Pool'>(), activityId, createdAt: now, version: 1 };
      const added = await pools.add(pool);
      await planMerge(jobs, added);
      return ok(added);
    },
  );
}
