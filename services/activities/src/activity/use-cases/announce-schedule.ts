import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Activity } from '../activity.js';

/**
 * Tells when a published activity is and whether it takes place: membership, for those who look for company to it, with how
 * accessible its venue is; learning, for whoever takes over an office of the group.
 */
export async function announceSchedule(
  { outbox, venues }: Pick<Unit<Repositories>, 'outbox' | 'venues'>,
  { id, groupId, team, venueId, startsAt, endsAt, status }: Activity,
): Promise<void> {
  const venue = venueId === undefined ? null : await venues.find(venueId);
  await outbox.append('ActivityScheduled', id, {
    activityId: id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isOpen: status === 'PUBLISHED',
    groupId,
    teamIds: team.filter(({ role }) => role === 'LEAD' || role === 'COORDINATOR').map(({ memberId }) => memberId),
    welfareLeadIds: team.filter(({ role }) => role === 'WELFARE_LEAD').map(({ memberId }) => memberId),
    ...(venue !== null && { accessFeatures: [...venue.accessFeatures] }),
  });
  await outbox.append('GroupActivityPlanned', id, {
    activityId: id,
    groupId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isOpen: status === 'PUBLISHED',
  });
}
