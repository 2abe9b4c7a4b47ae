import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Activity, ActivityId } from '../activity/activity.js';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { openSeatBook, type SeatBook } from '../registration/seat-book.js';
import { poolPolicy } from './pool.policy.js';
import { isApart, isPoolOpen, type Pool } from './pool.js';

/** Resolvers of the noun Pool, and of what it adds to Activity and Registration. */
export const poolResolvers: Resolvers = {
  Mutation: {
    addPool: async (_root, { input: { activityId, pool, idempotencyKey } }, { actor, activities }) =>
      toResult(
        'AddPoolSuccess',
        await activities.addPool(actor, {
          ...pool,
          activityId: toId(activityId),
          groupId: pool.groupId == null ? undefined : toId(pool.groupId),
          constituencyIds: (pool.constituencyIds ?? []).map((id) => toId(id)),
          idempotencyKey: idempotencyKey ?? undefined,
        }),
        (added) => ({ pool: added }),
      ),
    editPool: async (_root, { input: { poolId, changes } }, { actor, activities }) =>
      toResult(
        'EditPoolSuccess',
        await activities.editPool(actor, {
          poolId: toId(poolId),
          changes: {
            ...(changes.name != null && { name: changes.name }),
            ...(changes.seats != null && { seats: changes.seats }),
            ...(changes.opensAt != null && { opensAt: changes.opensAt }),
            ...(changes.closesAt != null && { closesAt: changes.closesAt }),
            ...(changes.mergesAt != null && { mergesAt: changes.mergesAt }),
          },
        }),
        (edited) => ({ pool: edited }),
      ),
    removePool: async (_root, { input }, { actor, activities }) =>
      toResult('RemovePoolSuccess', await activities.removePool(actor, { poolId: toId(input.poolId) }), (activity) => ({
        activity,
      })),
  },
  Activity: {
    pools: async ({ id }, _args, { loaders }) => [...(await loaders.pools.load(id))],
    generalSeatsLeft: async (activity, _args, context) =>
      activity.capacity === undefined ? null : (await bookOf(activity, context)).freeIn(undefined),
  },
  Registration: {
    pool: async ({ activityId, poolId }, _args, { loaders }) =>
      poolId === undefined ? null : ((await loaders.pools.load(activityId)).find(({ id }) => id === poolId) ?? null),
  },
  Pool: {
    activity: (pool, _args, context) => activityOf(pool.activityId, context),
    group: ({ groupId }) => (groupId === undefined ? null : { id: groupId }),
    constituencies: ({ constituencyIds }) => constituencyIds.map((id) => ({ id })),
    seatsLeft: async (pool, _args, context) =>
      (await bookOf(await activityOf(pool.activityId, context), context)).freeIn(pool.id),
    isMerged: (pool, _args, { now }) => !isApart(pool, now),
    isForViewer: (pool: Pool, _args, { actor, now }) => isPoolOpen(pool, now) && poolPolicy.isFor(actor, pool),
  },
};

async function bookOf(activity: Activity, { loaders, now }: Pick<Context, 'loaders' | 'now'>): Promise<SeatBook> {
  const [pools, counts] = await Promise.all([loaders.pools.load(activity.id), loaders.poolCounts.load(activity.id)]);
  return openSeatBook(activity, pools, { counts, now });
}

/** Pools are only ever shown with an activity that the viewer sees. */
async function activityOf(id: ActivityId, { loaders }: Pick<Context, 'loaders'>): Promise<Activity> {
  const activity = await loaders.activities.load(id);
  if (activity === undefined) throw new Error('a pool belongs to an activity that its viewer sees');
  return activity;
}
