import type { Outbox } from '@guildhall/events';
import type { Appointment } from '../appointment.js';

/** Tells the other services of an appointment that gives rights. */
export async function announceAppointment(
  outbox: Outbox,
  { id, subject, role, startsAt, endsAt }: Appointment,
): Promise<void> {
  await outbox.append('AppointmentStarted', id, {
    appointmentId: id,
    subject,
    role,
    from: startsAt.toISOString(),
    to: endsAt.toISOString(),
  });
}
