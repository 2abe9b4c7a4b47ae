import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Strategy } from './strategies.js';
import { addActivity } from './tables.js';

/** What one rush showed; times in milliseconds. */
export type Rush = {
  readonly perSecond: number;
  readonly p95: number;
  readonly failed: number;
  readonly oversold: number;
  readonly overtaken: number;
  readonly readP50: number;
  readonly readMax: number;
};

/** How big the rush is. */
export type RushSize = { readonly seats: number; readonly people: number };

const readEveryMs = 20;

/** Lets everybody register at once through the pool while somebody else reads a page through the same pool. */
export async function measureRush(pool: Pool, strategy: Strategy, { seats, people }: RushSize): Promise<Rush> {
  const activityId = await addActivity(pool, seats);
  const reader = startReader(pool);
  const began = performance.now();
  const times: number[] = [];
  let failed = 0;
  const registerOne = async (): Promise<void> => {
    try {
      await strategy.register(pool, { activityId, memberId: randomUUID() });
      times.push(performance.now() - began);
    } catch {
      failed += 1;
    }
  };
  await Promise.all(Array.from({ length: people }, registerOne));
  const seconds = (performance.now() - began) / 1000;
  const reads = await reader.stop();
  return {
    perSecond: times.length / seconds,
    p95: quantile(times, 0.95),
    failed,
    ...(await judge(pool, activityId, seats)),
    readP50: quantile(reads, 0.5),
    readMax: quantile(reads, 1),
  };
}

/** How many seats were sold too many, and how many people with a seat stand in the queue behind somebody who waits. */
async function judge(pool: Pool, activityId: string, seats: number): Promise<Pick<Rush, 'oversold' | 'overtaken'>> {
  const { rows } = await pool.query<{ taken: number; overtaken: number }>(
    `select count(*)::int as taken,
       (count(*) filter (where queued_at > (select min(queued_at) from registration where activity_id = $1 and status = 'WAITLISTED')))::int as overtaken
     from registration where activity_id = $1 and status = 'CONFIRMED'`,
    [activityId],
  );
  return { oversold: Math.max(0, (rows[0]?.taken ?? 0) - seats), overtaken: rows[0]?.overtaken ?? 0 };
}

function startReader(pool: Pool): { stop(): Promise<readonly number[]> } {
  let isStopped = false;
  const times: number[] = [];
  const read = async (): Promise<void> => {
    while (!isStopped) {
      const began = performance.now();
      // A read that finds no connection for ten seconds fails; it stands here with the time it lost.
      await pool.query('select id, capacity from activity order by id limit 20').catch(() => undefined);
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, readEveryMs));
    }
  };
  const done = read();
  return {
    async stop() {
      isStopped = true;
      await done;
      return times;
    },
  };
}

/** The value below which the share of the values lies; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
