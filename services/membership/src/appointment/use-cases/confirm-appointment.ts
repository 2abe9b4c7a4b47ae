import { actorKey, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { confirmAppointment as confirm, type AppointmentId } from '../appointment.js';
import { appointmentPolicy } from '../appointment.policy.js';
import { announceAppointment } from './announce-appointment.js';

/** Confirms, as the second person, a role that another one proposed; it gives its rights from now on. The database refuses the same person twice. */
export function confirmAppointment(
  { transaction, clock }: Deps,
  actor: Actor,
  { appointmentId }: { readonly appointmentId: AppointmentId },
) {
  return transaction(async ({ appointments, outbox }) => {
    const appointment = await appointments.findVisible(actor, appointmentId);
    if (appointment === null) return err(notFound('Appointment'));
    if (!appointmentPolicy.canConfirm(actor, appointment)) return err(notAllowed('CONFIRM', 'Appointment'));
    const confirmed = confirm(appointment, { by: actorKey(actor), now: clock.now() });
    if (!confirmed.ok) return confirmed;
    const saved = await appointments.save(confirmed.value);
    await announceAppointment(outbox, saved);
    return ok(saved);
  });
}
