import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { Occasion } from '../needs.js';
import { noteReadings } from './note-readings.js';
import { needsPolicy } from '../needs.policy.js';

/**
 * Shows a welfare lead who needs what, of those who consented. Each person read of has it written down first, and is
 * told; one's own needs are no reading.
 */
export function readNeeds({ transaction, clock, ids }: Deps, actor: Actor, occasion: Occasion) {
  return transaction(async ({ groups, needs, notifications }) => {
    const now = clock.now();
    const { groupId, purpose } = occasion;
    if ((await groups.findVisible(actor, groupId)) === null) return err(notFound('Group'));
    const readerId = memberOf(actor);
    if (readerId === undefined || !needsPolicy.canReadNames(actor, occasion, now))
      return err(notAllowed('READ_NAMES', 'NeedsProfile'));
    const shared = await needs.listShared(actor, occasion, now);
    await noteReadings(
      { needs, notifications },
      { ids, now },
      { shared, readerId, groupId, purpose, activityId: undefined },
    );
    return ok(shared);
  });
}
