import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { activityNeedsPolicy } from '../activity-needs.policy.js';

/** The job that forgets occasions. */
export const forgetOccasionsTask = 'forget-old-occasions';

/** Forgets who planned an activity and who had a place of it, seven days after its end, as the platform. Nobody reads by it from that instant. */
export function forgetOldOccasions({ transaction, clock }: Deps) {
  return transaction(async ({ activityNeeds }) => {
    if (!activityNeedsPolicy.canForget(systemActor(forgetOccasionsTask)))
      return err(notAllowed('FORGET', 'ActivityNeeds'));
    return ok(await activityNeeds.forgetOld(clock.now()));
  });
}
