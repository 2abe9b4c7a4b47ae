import { err, memberOf, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { noteReadings } from '../../needs/use-cases/note-readings.js';
import { activityNeedsPolicy } from '../activity-needs.policy.js';

/** Shows a welfare lead who needs what at an activity, of those who share it. Each of them has it written down first, and is told. */
export function readActivityNeeds(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { activityId }: { readonly activityId: Id<'Activity'> },
) {
  return transaction(async ({ activityNeeds, needs, notifications }) => {
    const now = clock.now();
    const [occasion] = await activityNeeds.listOccasions([activityId]);
    if (occasion === undefined) return err(notFound('Activity'));
    const readerId = memberOf(actor);
    const { groupId } = occasion;
    if (readerId === undefined || groupId === undefined || !activityNeedsPolicy.canReadNames(actor, occasion, now))
      return err(notAllowed('READ_NAMES', 'NeedsProfile'));
    const shared = await activityNeeds.listShared(actor, occasion, now);
    const reading = { shared, readerId, groupId, purpose: 'NEEDS_AT_ACTIVITY' as const, activityId };
    await noteReadings({ needs, notifications }, { ids, now }, reading);
    return ok(shared);
  });
}
