import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { endAppointment as end, isProposed, type AppointmentId } from '../appointment.js';
import { appointmentPolicy } from '../appointment.policy.js';

/** Ends a staff role now; its rights are gone in every service as soon as the event arrives there. */
export function endAppointment(
  { transaction, clock }: Deps,
  actor: Actor,
  { appointmentId }: { readonly appointmentId: AppointmentId },
) {
  return transaction(async ({ appointments, outbox }) => {
    const now = clock.now();
    const appointment = await appointments.findVisible(actor, appointmentId);
    if (appointment === null) return err(notFound('Appointment'));
    if (!appointmentPolicy.canEnd(actor, appointment)) return err(notAllowed('END', 'Appointment'));
    const ended = end(appointment, now);
    if (!ended.ok) return ended;
    const saved = await appointments.save(ended.value);
    // Nobody was told of what gave no right.
    if (isProposed(saved)) return ok(saved);
    await outbox.append('AppointmentEnded', saved.id, {
      appointmentId: saved.id,
      endedAt: (saved.endedAt ?? saved.endsAt).toISOString(),
    });
    return ok(saved);
  });
}
