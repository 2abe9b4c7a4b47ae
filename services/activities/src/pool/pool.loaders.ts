import DataLoader from 'dataloader';
import type { ActivityId } from '../activity/activity.js';
import type { Repositories } from '../deps.js';
import type { PoolCount } from '../registration/seat-book.js';
import type { Pool } from './pool.js';

/** The pools of activities that the viewer may see, in the order in which they were made. */
export function createPoolLoader(pools: Repositories['pools']): DataLoader<ActivityId, readonly Pool[]> {
  return new DataLoader(async (ids) => {
    const byActivity = Map.groupBy(await pools.listOfActivities(ids), ({ activityId }) => activityId);
    return ids.map((id) => byActivity.get(id) ?? []);
  });
}

/** Seats taken by pool, of activities that the viewer may see. */
export function createPoolCountLoader(pools: Repositories['pools']): DataLoader<ActivityId, readonly PoolCount[]> {
  return new DataLoader(async (ids) => {
    const counts = await pools.countSeats(ids);
    return ids.map((id) => counts.get(id) ?? []);
  });
}
