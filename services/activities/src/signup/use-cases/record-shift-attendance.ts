import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { signupPolicy } from '../signup.policy.js';
import { recordAttendance, type ShiftAttendance, type SignupId } from '../signup.js';
import { collision } from './take-place.js';

/** Of whom, and what became of it. */
export type RecordShiftAttendance = { readonly signupId: SignupId; readonly attendance: ShiftAttendance };

/** Records whether somebody worked, from the start of the shift on; never for oneself. */
export function recordShiftAttendance(
  { transaction, clock }: Deps,
  actor: Actor,
  { signupId, attendance }: RecordShiftAttendance,
) {
  return transaction(async ({ signups }) => {
    const facts = await signups.findFactsLocked(actor, signupId);
    const recordedBy = memberOf(actor);
    if (facts === null) return err(notFound('ShiftSignup'));
    if (recordedBy === undefined || !signupPolicy.can(actor, 'RECORD', facts))
      return err(notAllowed('RECORD', 'ShiftSignup'));
    const recorded = recordAttendance(facts, { attendance, recordedBy }, clock.now());
    if (!recorded.ok) return recorded;
    const saved = await signups.saveTaking(recorded.value);
    return saved === null ? err(collision()) : ok(saved);
  });
}
