import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Activity } from '../activity.js';

/** Tells membership when a published activity is and whether it takes place, for those who look for company to it, and how accessible its venue is. */
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
}
