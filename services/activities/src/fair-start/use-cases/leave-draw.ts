import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { registrationPolicy } from '../../registration/registration.policy.js';
import { leaveDraw as leave, type RegistrationId } from '../../registration/registration.js';
import { cannot, fairStartLifecycle } from '../fair-start.js';

/** Leaves the draw before the window closes. The others of a party stay in it, as a smaller one. */
export function leaveDraw(
  { transaction, clock }: Deps,
  actor: Actor,
  { registrationId }: { readonly registrationId: RegistrationId },
) {
  return transaction(async ({ activities, registrations }) => {
    const registration = await registrations.findVisibleLocked(actor, registrationId);
    const activity = registration === null ? null : await activities.findVisible(actor, registration.activityId);
    if (registration === null || activity === null) return err(notFound('Registration'));
    const facts = { registration, activity };
    if (!registrationPolicy.can(actor, 'LEAVE_DRAW', facts)) return err(notAllowed('LEAVE_DRAW', 'Registration'));
    const now = clock.now();
    if (!fairStartLifecycle.can('LEAVE_DRAW', activity, now)) return err(cannot('LEAVE_DRAW', activity, now));
    const left = leave(facts, now);
    return left.ok ? ok(await registrations.save(left.value)) : left;
  });
}
