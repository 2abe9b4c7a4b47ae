import type { Actor, StaffRole } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import { Brackets, type EntityManager } from 'typeorm';
import { AppointmentEntity } from './appointment.entity.js';
import type { Appointment, AppointmentId } from './appointment.js';
import { visibleAppointments } from './appointment.policy.js';

/** Reads and writes staff appointments; every read takes the actor. */
export type AppointmentRepository = ReturnType<typeof createAppointmentRepository>;

/** A repository over one connection or transaction. */
export function createAppointmentRepository(manager: EntityManager) {
  const visible = (actor: Actor) => {
    const { everybody, subject } = visibleAppointments(actor);
    const query = manager.createQueryBuilder(AppointmentEntity, 'appointment');
    return everybody ? query.where('true') : query.where(new Brackets((or) => or.where('appointment.subject = :subject', { subject: subject ?? null })));
  };
  const inForce = 'appointment.startsAt <= :now and coalesce(appointment.endedAt, appointment.endsAt) > :now';
  return {
    /** One appointment, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: AppointmentId): Promise<Appointment | null> => visible(actor).andWhere('appointment.id = :id', { id }).getOne(),

    /** The appointments in force now that the actor may see, by role. */
    listInForce: (actor: Actor, now: Date): Promise<readonly Appointment[]> =>
      visible(actor).andWhere(inForce, { now }).orderBy('appointment.role').addOrderBy('appointment.subject').getMany(),

    /** Whether the subject holds the role at any instant of the term. */
    isHeld: async (subject: string, role: StaffRole, term: { readonly startsAt: Date; readonly endsAt: Date }): Promise<boolean> =>
      manager
        .createQueryBuilder(AppointmentEntity, 'appointment')
        .where('appointment.subject = :subject and appointment.role = :role', { subject, role })
        .andWhere('appointment.startsAt < :endsAt and coalesce(appointment.endedAt, appointment.endsAt) > :startsAt', term)
        .getExists(),

    add: (appointment: Appointment): Promise<Appointment> => insertRow(manager, AppointmentEntity, appointment),
    save: (appointment: Appointment): Promise<Appointment> => updateRow(manager, AppointmentEntity, appointment),
  };
}
