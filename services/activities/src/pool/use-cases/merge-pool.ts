import { ok, systemActor } from '@guildhall/kernel';
import type { JobQueue } from '@guildhall/subgraph';
import type { Deps } from '../../deps.js';
import { fillSeats } from '../../registration/use-cases/fill-seats.js';
import type { Pool, PoolId } from '../pool.js';

/** The job at the instant at which a pool merges. */
export const mergePoolTask = 'merge-pool';

/** Plans the job of a pool; a later date replaces an earlier one. */
export function planMerge(jobs: JobQueue, { id, mergesAt }: Pool): Promise<void> {
  return jobs.enqueue(mergePoolTask, { poolId: id }, { runAt: mergesAt, key: `${mergePoolTask}:${id}` });
}

/**
 * Gives what a pool did not sell to whoever waits. That the seats are general from its date on follows from the date
 * alone; this only sees to it that those who wait need not wait for somebody's next act.
 */
export function mergePool(
  { transaction, clock }: Pick<Deps, 'transaction' | 'clock'>,
  { poolId }: { readonly poolId: PoolId },
) {
  return transaction(async (unit) => {
    const pool = await unit.pools.find(poolId);
    const activity =
      pool === null ? null : await unit.activities.findVisibleLocked(systemActor(mergePoolTask), pool.activityId);
    if (activity !== null) await fillSeats(unit, activity, clock.now());
    return ok(undefined);
  });
}
