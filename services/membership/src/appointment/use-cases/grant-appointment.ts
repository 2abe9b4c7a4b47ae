import { actorKey, conflict, err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { grantAppointment as grant, type Grant } from '../appointment.js';
import { appointmentPolicy } from '../appointment.policy.js';

/** Gives a subject a staff role with dates. The first admin is granted on the command line, as the platform. */
export function grantAppointment({ transaction, clock, ids }: Deps, actor: Actor, input: Grant) {
  return transaction(async ({ appointments, outbox }) => {
    if (!appointmentPolicy.canGrant(actor, input.subject)) return err(notAllowed('GRANT', 'Appointment'));
    const granted = grant(input, { id: ids.ordered(), grantedBy: actorKey(actor), now: clock.now() });
    if (!granted.ok) return granted;
    const appointment = granted.value;
    if (!(await appointments.addUnlessHeld(appointment)))
      return err(conflict('This person holds the role in that time already.'));
    await outbox.append('AppointmentStarted', appointment.id, {
      appointmentId: appointment.id,
      subject: appointment.subject,
      role: appointment.role,
      from: appointment.startsAt.toISOString(),
      to: appointment.endsAt.toISOString(),
    });
    return ok(appointment);
  });
}
