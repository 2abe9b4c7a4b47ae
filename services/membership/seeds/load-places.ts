import { demoActivities, demoTheatreFeatures, type DemoUnion } from '@guildhall/demo';
import { insertRows, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

/** Loads who organises and who holds a place of what is still ahead; the rest was forgotten when it was over. */
export async function loadPlaces(
  manager: EntityManager,
  { activities, registrations }: DemoUnion,
  { anchor }: Pick<SeedOptions, 'anchor'>,
): Promise<void> {
  const ahead = new Set(
    activities.filter(({ status, endsAt }) => status === 'PUBLISHED' && endsAt > anchor).map(({ id }) => id),
  );
  const occasions = activities.filter(({ id }) => ahead.has(id));
  await insertRows(
    manager,
    'needs_occasion',
    occasions.map(({ id, groupId, endsAt }) => ({
      activity_id: id,
      group_id: groupId,
      ends_at: endsAt,
      is_open: true,
      access_features: id === demoActivities.tonight ? demoTheatreFeatures : null,
    })),
  );
  await insertRows(
    manager,
    'needs_organiser',
    occasions.map(({ id, organiserId }) => ({ activity_id: id, member_id: organiserId, role: 'ORGANISER' })),
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
