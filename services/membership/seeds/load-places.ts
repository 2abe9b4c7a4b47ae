import type { DemoUnion } from '@guildhall/demo';
import { insertRows, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

/** Loads who holds a place of what is still ahead; the rest was forgotten when it was over. */
export async function loadPlaces(
  manager: EntityManager,
  { activities, registrations }: DemoUnion,
  { anchor }: Pick<SeedOptions, 'anchor'>,
): Promise<void> {
  const ahead = new Set(
    activities.filter(({ status, endsAt }) => status === 'PUBLISHED' && endsAt > anchor).map(({ id }) => id),
  );
  await insertRows(
    manager,
    'place_told',
    registrations
      .filter(({ activityId, status }) => ahead.has(activityId) && ['CONFIRMED', 'CHECKED_IN'].includes(status))
      .map(({ id, activityId, memberId, queuedAt }) => ({
        registration_id: id,
        activity_id: activityId,
        member_id: memberId,
        is_held: true,
        changed_at: queuedAt,
      })),
  );
}
