import { actorKey, hasAppointment, type Actor } from '@guildhall/kernel';
import type { Appointment } from './appointment.js';

/** Which appointments an actor may see; the repository turns this into SQL. */
export type AppointmentScope = { readonly everybody: boolean; readonly subject: string | undefined };

/** People see their own appointments; the admin sees all, because the admin makes them. */
export function visibleAppointments(actor: Actor): AppointmentScope {
  const everybody = actor.kind === 'system' || hasAppointment(actor, 'ADMIN');
  return { everybody, subject: actor.kind === 'person' ? actor.subject : undefined };
}

/**
 * Who may appoint staff (domain 1.2): the admin, never for themselves, and the platform's owner on the command line. A role
 * near cases is confirmed by an admin who did not propose it.
 */
export const appointmentPolicy = {
  /** Whether the actor may give a role to anybody at all. */
  canGrantAny: (actor: Actor): boolean => actor.kind === 'system' || hasAppointment(actor, 'ADMIN'),
  canGrant: (actor: Actor, subject: string): boolean =>
    actor.kind === 'system' || (hasAppointment(actor, 'ADMIN') && actor.kind === 'person' && actor.subject !== subject),
  canConfirm: (actor: Actor, { subject, grantedBy }: Pick<Appointment, 'subject' | 'grantedBy'>): boolean =>
    actor.kind === 'person' &&
    hasAppointment(actor, 'ADMIN') &&
    actor.subject !== subject &&
    actorKey(actor) !== grantedBy,
  canEnd: (actor: Actor, appointment: Appointment): boolean =>
    actor.kind === 'system' ||
    (hasAppointment(actor, 'ADMIN') && actor.kind === 'person' && actor.subject !== appointment.subject),
};
