import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { ActivityId } from '../activity.js';

const membersMax = 500;

/** Lets everybody with a place be told that an activity was called off or moved. Call it before their places change. */
export async function announceChange(
  { registrations, outbox }: Unit<Repositories>,
  {
    activityId,
    change,
    now,
  }: { readonly activityId: ActivityId; readonly change: 'CANCELLED' | 'POSTPONED'; readonly now: Date },
): Promise<void> {
  const members = await registrations.listHolders(activityId);
  const chunks = Array.from({ length: Math.ceil(members.length / membersMax) }, (_, index) =>
    members.slice(index * membersMax, (index + 1) * membersMax),
  );
  await outbox.appendMany(
    'ActivityChanged',
    chunks.map((memberIds) => ({
      aggregateId: activityId,
      data: { activityId, change, changedAt: now.toISOString(), memberIds },
    })),
  );
}
