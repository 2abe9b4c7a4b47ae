import type { Actor } from '@guildhall/kernel';
import { updateRow } from '@guildhall/subgraph';
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
    return everybody
      ? query.where('true')
      : query.where(new Brackets((or) => or.where('appointment.subject = :subject', { subject: subject ?? null })));
  };
  const inForce =
    'not appointment.is_proposed and appointment.startsAt <= :now and coalesce(appointment.endedAt, appointment.endsAt) > :now';
  const waiting = 'appointment.is_proposed and coalesce(appointment.endedAt, appointment.endsAt) > :now';
  return {
    /** One appointment, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: AppointmentId): Promise<Appointment | null> =>
      visible(actor).andWhere('appointment.id = :id', { id }).getOne(),

    /** The appointments in force now that the actor may see, by role. */
    listInForce: (actor: Actor, now: Date): Promise<readonly Appointment[]> =>
      visible(actor).andWhere(inForce, { now }).orderBy('appointment.role').addOrderBy('appointment.subject').getMany(),

    /** The appointments that wait for a second person and that the actor may see, the oldest first. */
    listProposed: (actor: Actor, now: Date): Promise<readonly Appointment[]> =>
      visible(actor).andWhere(waiting, { now }).orderBy('appointment.id').getMany(),

    /** Adds an appointment unless the subject holds the role in that time, however many are given at once; tells whether it was added. */
    async addUnlessHeld(appointment: Appointment): Promise<boolean> {
      const inserted: { readonly raw: unknown } = await manager
        .createQueryBuilder()
        .insert()
        .into(AppointmentEntity)
        .values(appointment)
        .orIgnore()
        .returning('id')
        .updateEntity(false)
        .execute();
      return Array.isArray(inserted.raw) && inserted.raw.length > 0;
    },
    save: (appointment: Appointment): Promise<Appointment> => updateRow(manager, AppointmentEntity, appointment),
  };
}
