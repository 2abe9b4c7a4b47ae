import { actorKey, conflict, err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { grantAppointment as grant, isProposed, type Grant } from '../appointment.js';
import { appointmentPolicy } from '../appointment.policy.js';
import { announceAppointment } from './announce-appointment.js';

/** Gives a subject a staff role with dates, or proposes it where a second person has to confirm. The first admin is granted on the command line, as the platform. */
export function grantAppointment({ transaction, clock, ids }: Deps, actor: Actor, input: Grant) {
  return transaction(async ({ appointments, candidates, outbox }) => {
    if (!appointmentPolicy.canGrant(actor, input.subject)) return err(notAllowed('GRANT', 'Appointment'));
    const granted = grant(input, { id: ids.ordered(), grantedBy: actorKey(actor), now: clock.now() });
    if (!granted.ok) return granted;
    const appointment = granted.value;
    if (appointment.role === 'RETURNING_OFFICER' && (await candidates.isStanding(appointment.subject)))
      return err(conflict('This person stands in an election that is not over.'));
    if (!(await appointments.addUnlessHeld(appointment)))
      return err(conflict('This person holds the role in that time already.'));
    if (!isProposed(appointment)) await announceAppointment(outbox, appointment);
    return ok(appointment);
  });
}
