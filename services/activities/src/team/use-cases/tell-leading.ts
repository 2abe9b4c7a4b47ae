import type { Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import { isLeadingRole } from '../team.js';

/** Tells who led an activity whose attendance is closed, each once. Call it under the activity's lock. */
export async function tellLeading(
  { teams, outbox }: Pick<Unit<Repositories>, 'teams' | 'outbox'>,
  { id: activityId, kind: activityKind, groupId }: Pick<Activity, 'id' | 'kind' | 'groupId'>,
  now: Date,
): Promise<void> {
  const led = await teams.markLed(activityId, now);
  await outbox.appendMany(
    'ActivityLed',
    led.flatMap(({ id, memberId, role }) =>
      isLeadingRole(role)
        ? [{ aggregateId: id, data: { activityId, memberId, role, activityKind, groupId, ledAt: now.toISOString() } }]
        : [],
    ),
  );
}
