import { conflict, err, memberOf, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { ConsentField } from '../../consent/consent.js';
import { shareAtActivity } from '../../consent/consent.js';
import type { Deps } from '../../deps.js';
import { needsEndAt } from '../activity-needs.js';
import { activityNeedsPolicy } from '../activity-needs.policy.js';

/** At which activity, and which parts. */
export type ShareNeeds = { readonly activityId: Id<'Activity'>; readonly fields: readonly ConsentField[] };

/**
 * Shares a part of the viewer's needs with who organises one activity, until seven days after its end. It counts while
 * they hold a place, so that it can be given with the registration, which another service keeps.
 */
export function shareNeeds({ transaction, clock, ids }: Deps, actor: Actor, { activityId, fields }: ShareNeeds) {
  return transaction(async ({ activityNeeds, consents }) => {
    const now = clock.now();
    const [occasion] = await activityNeeds.listOccasions([activityId]);
    if (occasion === undefined) return err(notFound('Activity'));
    const memberId = memberOf(actor);
    if (memberId === undefined || !activityNeedsPolicy.canShare(actor, occasion, now))
      return err(notAllowed('SHARE', 'NeedsProfile'));
    const shared = shareAtActivity(
      { activityId, fields, until: needsEndAt(occasion) },
      { id: ids.ordered(), memberId, now },
    );
    if (!shared.ok) return shared;
    if (!(await consents.addUnlessAlive(shared.value)))
      return err(
        conflict('You share your needs for this activity already. Take that back first if you want to change it.'),
      );
    return ok(shared.value);
  });
}
