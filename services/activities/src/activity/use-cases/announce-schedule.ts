import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Activity } from '../activity.js';

/** Tells membership when a published activity is and whether it takes place, for those who look for company to it. */
export async function announceSchedule(
  { outbox }: Pick<Unit<Repositories>, 'outbox'>,
  { id, startsAt, endsAt, status }: Activity,
): Promise<void> {
  await outbox.append('ActivityScheduled', id, {
    activityId: id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isOpen: status === 'PUBLISHED',
  });
}
