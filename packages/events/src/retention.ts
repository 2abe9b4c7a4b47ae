import type { EntityManager } from 'typeorm';
import { deleteDelivered } from './outbox.js';

const dayMs = 86_400_000;

/** Applies the retention rules of the spine: delivered and applied events 30 days, dead letters 90, idempotency records 7. */
export async function cleanSpine(manager: EntityManager, now: Date): Promise<void> {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * dayMs);
  await deleteDelivered(manager, daysAgo(30));
  await manager.query('delete from inbox_event where applied_at < $1', [daysAgo(30)]);
  await manager.query('delete from inbox_event where dead_at < $1', [daysAgo(90)]);
  await manager.query('delete from idempotency_record where created_at < $1', [daysAgo(7)]);
}
