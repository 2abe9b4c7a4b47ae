import type { EntityManager } from 'typeorm';
import { discardDeadLettersBefore } from './dead-letters.js';
import { deleteDelivered } from './outbox.js';

const dayMs = 86_400_000;

/** How many days a dead letter waits for somebody before it is given up. */
export const deadLetterDays = 90;

/** Small enough for one statement to end well within its time limit, whatever has piled up. */
const batchSize = 5_000;

const oldApplied = `
  delete from inbox_event where id = any (array(select id from inbox_event where applied_at < $1 limit $2))`;

const oldRecords = `
  delete from idempotency_record where (actor, key) in (
    select actor, key from idempotency_record where created_at < $1 limit $2)`;

/**
 * Applies the retention rules of the spine: delivered and applied events 30 days, dead letters 90, idempotency records 7.
 * An aggregate whose dead letter has expired goes on without it. Outside a transaction each batch is kept on its own.
 */
export async function cleanSpine(manager: EntityManager, now: Date): Promise<void> {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * dayMs);
  await inBatches(() => deleteDelivered(manager, daysAgo(30), batchSize));
  await inBatches(() => deleteBatch(manager, oldApplied, daysAgo(30)));
  await discardDeadLettersBefore(manager, daysAgo(deadLetterDays));
  await inBatches(() => deleteBatch(manager, oldRecords, daysAgo(7)));
}

/** Ends with the first batch that is not full. */
async function inBatches(runBatch: () => Promise<number>): Promise<void> {
  for (let count = batchSize; count === batchSize;) count = await runBatch();
}

async function deleteBatch(manager: EntityManager, statement: string, before: Date): Promise<number> {
  const [, count]: readonly [unknown, number] = await manager.query(statement, [before, batchSize]);
  return count;
}
