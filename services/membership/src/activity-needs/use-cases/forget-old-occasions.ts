import { ok } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';

/** Forgets who planned an activity and who had a place of it, seven days after its end, as the platform. Nobody reads by it from that instant. */
export function forgetOldOccasions({ transaction, clock }: Deps) {
  return transaction(async ({ activityNeeds }) => ok(await activityNeeds.forgetOld(clock.now())));
}
