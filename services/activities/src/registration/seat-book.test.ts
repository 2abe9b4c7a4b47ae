import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import type { Pool } from '../pool/pool.js';
import { openSeatBook, type PoolCount } from './seat-book.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const later = new Date('2026-10-06T09:00:00.000Z');
const [first, second] = ['1', '2'].map((end) => `018f0000-0000-7000-8000-00000000000${end}` as Id<'Pool'>) as [
  Id<'Pool'>,
  Id<'Pool'>,
];
const pool = (id: Id<'Pool'>, seats: number, mergesAt = later): Pool => ({
  id,
  activityId: '018f0000-0000-7000-8000-000000000009' as Id<'Activity'>,
  name: 'Members',
  audience: 'EVERYBODY',
  groupId: undefined,
  constituencyIds: [],
  seats,
  opensAt: now,
  closesAt: later,
  mergesAt,
  createdAt: now,
  version: 1,
});
const count = (poolId: Id<'Pool'> | undefined, taken: number, isAwaited = false): PoolCount => ({
  poolId,
  taken,
  isAwaited,
});
const book = (capacity: number | undefined, pools: readonly Pool[], ...counts: readonly PoolCount[]) =>
  openSeatBook({ capacity }, pools, { counts, now });

describe('the seats of an activity', () => {
  it('are general where no pool keeps them, without end where there is no capacity', () => {
    expect(book(5, [], count(undefined, 3)).freeIn(undefined)).toBe(2);
    expect(book(5, [], count(undefined, 7)).freeIn(undefined)).toBe(0);
    expect(book(undefined, [], count(undefined, 7)).freeIn(undefined)).toBe(Number.POSITIVE_INFINITY);
  });

  it('are kept by pools until they merge, and general from then on', () => {
    const kept = book(10, [pool(first, 4), pool(second, 2)], count(first, 1), count(undefined, 3));
    expect([kept.free(), kept.freeIn(first), kept.freeIn(second), kept.freeIn(undefined)]).toEqual([6, 3, 2, 1]);
    const merged = book(10, [pool(first, 4, now), pool(second, 2)], count(first, 1), count(undefined, 3));
    expect([merged.freeIn(first), merged.freeIn(second), merged.freeIn(undefined)]).toEqual([0, 2, 4]);
  });

  it('are never more than the activity has, however many its pools were given', () => {
    const lowered = book(3, [pool(first, 4)], count(undefined, 2));
    expect([lowered.freeIn(first), lowered.freeIn(undefined)]).toEqual([1, 0]);
    const overfull = book(3, [pool(first, 4)], count(first, 4));
    expect([overfull.free(), overfull.freeIn(first), overfull.freeIn(undefined)]).toEqual([0, 0, 0]);
  });

  it('are passed by nobody: a pool’s by none who wait in it, a general one by none who wait at all', () => {
    const awaited = book(10, [pool(first, 4), pool(second, 4)], count(first, 0, true));
    expect([awaited.isOpenTo(first), awaited.isOpenTo(second), awaited.isOpenTo(undefined)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('go to whoever waits from their own pool first, and count down as they are given', () => {
    const seats = book(3, [pool(first, 1)], count(undefined, 0));
    expect(seats.seatFor(first)).toEqual({ poolId: first });
    seats.take(first);
    expect(seats.seatFor(first)).toEqual({ poolId: undefined });
    seats.take(undefined);
    seats.take(undefined);
    expect(seats.seatFor(first)).toBeUndefined();
    const queued = book(3, []);
    expect(queued.isOpenTo(undefined)).toBe(true);
    queued.queue(undefined);
    expect(queued.isOpenTo(undefined)).toBe(false);
  });
});
