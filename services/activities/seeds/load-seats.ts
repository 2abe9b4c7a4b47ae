import { planDemoSeats, type DemoUnion } from '@guildhall/demo';
import { addJobs, insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { mergePoolTask } from '../src/pool/use-cases/merge-pool.js';
import { expireOfferTask, offerJobKey } from '../src/registration/use-cases/fill-seats.js';

/** Loads a pool that keeps seats for a while, an offer that waits for an answer and one that ran out, with the jobs that end them. */
export async function loadSeats(manager: EntityManager, union: DemoUnion, anchor: Date): Promise<void> {
  const planned = planDemoSeats(union, anchor);
  if (planned === undefined) return;
  const { activity, pool, offers } = planned;
  await insertRows(manager, 'pool', [
    {
      id: pool.id,
      activity_id: activity.id,
      name: 'Members first',
      audience: 'GROUP_MEMBERS',
      group_id: activity.groupId,
      constituency_ids: [],
      seats: pool.seats,
      opens_at: activity.registrationOpensAt,
      closes_at: pool.mergesAt,
      merges_at: pool.mergesAt,
      created_at: activity.registrationOpensAt,
      version: 1,
    },
  ]);
  await insertRows(
    manager,
    'registration',
    offers.map(({ id, memberId, status, queuedAt, offeredAt, expiresAt }) => ({
      id,
      activity_id: activity.id,
      member_id: memberId,
      status,
      queued_at: queuedAt,
      offered_at: offeredAt,
      offer_expires_at: expiresAt,
      version: 1,
    })),
  );
  await addJobs(manager, [
    { task: mergePoolTask, payload: { poolId: pool.id }, runAt: pool.mergesAt, key: `${mergePoolTask}:${pool.id}` },
    ...offers
      .filter(({ status }) => status === 'OFFERED')
      .map((offer) => ({
        task: expireOfferTask,
        payload: { registrationId: offer.id },
        runAt: offer.expiresAt,
        key: offerJobKey(offer),
      })),
  ]);
}
