/*
 * Which seats of an activity are free, pool by pool, as counted from rows under its lock: what pools keep apart, what has
 * merged, and the general pool, which is everything else.
 */
import type { Activity } from '../activity/activity.js';
import { isApart, type Pool, type PoolId } from '../pool/pool.js';

/** How many seats are taken, and whether somebody waits, in one pool or, without one, in the general pool. */
export type PoolCount = { readonly poolId: PoolId | undefined; readonly taken: number; readonly isAwaited: boolean };

/** The seats of one activity while they are given out. */
export interface SeatBook {
  /** How many seats are free in all, overfull pools counting for nothing. */
  readonly free: () => number;
  /** How many seats of the pool are free for those who may have them. */
  readonly freeIn: (poolId: PoolId | undefined) => number;
  /** Whether a newcomer can have a seat of the pool: one is free, and nobody waits for it. */
  readonly isOpenTo: (poolId: PoolId | undefined) => boolean;
  /** The pool whose seat somebody who waits in the pool gets: its own first, then the general one; nothing where none is free. */
  readonly seatFor: (poolId: PoolId | undefined) => { readonly poolId: PoolId | undefined } | undefined;
  /** Notes that a seat of the pool is taken. */
  readonly take: (poolId: PoolId | undefined) => void;
  /** Notes that somebody waits in the pool. */
  readonly queue: (poolId: PoolId | undefined) => void;
}

/** The book of an activity as its rows stand. */
export function openSeatBook(
  { capacity = Number.POSITIVE_INFINITY }: Pick<Activity, 'capacity'>,
  pools: readonly Pool[],
  { counts, now }: { readonly counts: readonly PoolCount[]; readonly now: Date },
): SeatBook {
  const taken = new Map(counts.map((count) => [count.poolId, count.taken]));
  const awaited = new Set(counts.flatMap(({ poolId, isAwaited }) => (isAwaited ? [poolId] : [])));
  const takenIn = (poolId: PoolId | undefined): number => taken.get(poolId) ?? 0;
  const apart = new Map(pools.filter((pool) => isApart(pool, now)).map((pool) => [pool.id, pool.seats]));
  const takenInAll = (): number => [...taken.values()].reduce((sum, count) => sum + count, 0);
  const free = (): number => Math.max(0, capacity - takenInAll());
  const freeIn = (poolId: PoolId | undefined): number => {
    if (poolId !== undefined) return Math.min(free(), Math.max(0, (apart.get(poolId) ?? 0) - takenIn(poolId)));
    // What a pool keeps apart and nobody has taken yet is not for everybody.
    const kept = [...apart].reduce((sum, [id, seats]) => sum + Math.max(0, seats - takenIn(id)), 0);
    return Math.max(0, free() - kept);
  };
  const isAwaited = (poolId: PoolId | undefined): boolean =>
    // A general seat is for everybody who waits, whatever pool they wait in.
    poolId === undefined ? awaited.size > 0 : awaited.has(poolId);
  return {
    free,
    freeIn,
    isOpenTo: (poolId) => freeIn(poolId) > 0 && !isAwaited(poolId),
    seatFor: (poolId) => {
      if (poolId !== undefined && freeIn(poolId) > 0) return { poolId };
      return freeIn(undefined) > 0 ? { poolId: undefined } : undefined;
    },
    take: (poolId) => taken.set(poolId, takenIn(poolId) + 1),
    queue: (poolId) => awaited.add(poolId),
  };
}
