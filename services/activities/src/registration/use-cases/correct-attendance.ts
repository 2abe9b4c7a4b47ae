import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { giveStrikes } from '../../strike/use-cases/give-strikes.js';
import { takeBackStrike } from '../../strike/use-cases/take-back-strike.js';
import { registrationPolicy } from '../registration.policy.js';
import { attendanceConfirmed, attendanceVoided, placeChanged } from '../registration-facts.js';
import { correctAttendance as correct, type RegistrationId } from '../registration.js';

/** Whose attendance, what is right, and why. */
export type CorrectAttendance = {
  readonly registrationId: RegistrationId;
  readonly attended: boolean;
  readonly reason: string;
};

/** Corrects what was recorded when attendance was closed; the other services are told. Nobody corrects their own. */
export function correctAttendance(deps: Deps, actor: Actor, { registrationId, attended, reason }: CorrectAttendance) {
  const action = attended ? 'MARK_ATTENDED' : 'MARK_ABSENT';
  return deps.transaction(async (unit) => {
    const { activities, registrations, outbox } = unit;
    const now = deps.clock.now();
    const registration = await registrations.findVisibleLocked(actor, registrationId);
    const activity = registration === null ? null : await activities.findVisible(actor, registration.activityId);
    if (registration === null || activity === null) return err(notFound('Registration'));
    if (!registrationPolicy.can(actor, action, { registration, activity }))
      return err(notAllowed(action, 'Registration'));
    const corrected = correct({ registration, activity }, { attended, reason }, now);
    if (!corrected.ok) return corrected;
    const saved = await registrations.save(corrected.value);
    const facts = { registration: saved, activity };
    if (attended) await takeBackStrike(unit, saved.id, now);
    else await giveStrikes(deps, unit, { kind: 'NO_SHOW', activity, registrations: [saved] });
    if (attended) await outbox.append('AttendanceConfirmed', saved.id, attendanceConfirmed(facts));
    else await outbox.append('AttendanceVoided', saved.id, attendanceVoided(facts));
    if (attended) await outbox.append('PlaceChanged', saved.id, placeChanged(saved, 'ATTENDED', now));
    return ok(saved);
  });
}
