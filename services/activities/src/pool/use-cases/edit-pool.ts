import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { fillSeats } from '../../registration/use-cases/fill-seats.js';
import { activityLifecycle } from '../../activity/activity.js';
import { checkPool, type PoolId, type PoolPlan } from '../pool.js';
import { poolPolicy } from '../pool.policy.js';
import { planMerge } from './merge-pool.js';

/** Which pool, and what changes; absent fields stay as they are. */
export type EditPool = { readonly poolId: PoolId; readonly changes: Partial<PoolPlan> };

/** Changes a pool. Fewer seats evict nobody; more go to those who wait at once. */
export function editPool({ transaction, clock }: Deps, actor: Actor, { poolId, changes }: EditPool) {
  return transaction(async (unit) => {
    const { activities, pools, jobs } = unit;
    const now = clock.now();
    const found = await pools.find(poolId);
    const activity = found === null ? null : await activities.findVisibleLocked(actor, found.activityId);
    if (found === null || activity === null) return err(notFound('Pool'));
    if (!poolPolicy.canPlan(actor, activity)) return err(notAllowed('EDIT', 'Pool'));
    if (!activityLifecycle.can('EDIT', activity, now)) return err(illegalTransition('EDIT', activity.status));
    const all = await pools.listOfActivities([activity.id]);
    const pool = all.find(({ id }) => id === poolId) ?? found;
    const checked = checkPool(
      { ...pool, ...changes },
      activity,
      all.filter(({ id }) => id !== poolId),
    );
    if (!checked.ok) return checked;
    const saved = await pools.save({ ...pool, ...checked.value });
    await planMerge(jobs, saved);
    await fillSeats(unit, activity, now);
    return ok(saved);
  });
}
