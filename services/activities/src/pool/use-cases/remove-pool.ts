import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { fillSeats } from '../../registration/use-cases/fill-seats.js';
import type { PoolId } from '../pool.js';
import { poolPolicy } from '../pool.policy.js';
import { mergePoolTask } from './merge-pool.js';

/** Takes a pool away in which nobody ever had or awaited a place; its seats are general again. */
export function removePool({ transaction, clock }: Deps, actor: Actor, { poolId }: { readonly poolId: PoolId }) {
  return transaction(async (unit) => {
    const { activities, pools, jobs } = unit;
    const pool = await pools.find(poolId);
    const activity = pool === null ? null : await activities.findVisibleLocked(actor, pool.activityId);
    if (pool === null || activity === null) return err(notFound('Pool'));
    if (!poolPolicy.canPlan(actor, activity)) return err(notAllowed('EDIT', 'Pool'));
    if (await pools.isUsed(poolId)) return err(illegalTransition('REMOVE', 'IN_USE'));
    await pools.remove(poolId);
    await jobs.cancel(`${mergePoolTask}:${poolId}`);
    await fillSeats(unit, activity, clock.now());
    return ok(activity);
  });
}
