/*
 * An appointment: a member of staff's time in a role, with a first and a last instant. It alone gives staff rights.
 * A role near cases is proposed by one person and gives its rights when another one has confirmed it (domain 1.2).
 * Owner: membership, for case workers, advice managers, mediators, returning officers, analysts and admins.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type StaffRole,
  type ValidationError,
} from '@guildhall/kernel';

/** The id of an appointment. */
export type AppointmentId = Id<'Appointment'>;

/** A subject's time in a staff role. `grantedBy` is the actor key of who gave it. */
export type Appointment = {
  readonly id: AppointmentId;
  readonly subject: string;
  readonly role: StaffRole;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | undefined;
  readonly grantedBy: string;
  /** The second person, for roles that need two. */
  readonly confirmedBy: string | undefined;
  readonly confirmedAt: Date | undefined;
  readonly version: number;
};

/** Roles that come near a case; two persons give them. */
export const rolesOfTwo: readonly StaffRole[] = ['CASE_WORKER', 'ADVICE_MANAGER', 'MEDIATOR'];

/** Whether an appointment waits for its second person; it gives no right before. */
export function isProposed({ role, confirmedBy }: Pick<Appointment, 'role' | 'confirmedBy'>): boolean {
  return rolesOfTwo.includes(role) && confirmedBy === undefined;
}

/** What is asked when a role is given. */
export type Grant = {
  readonly subject: string;
  readonly role: StaffRole;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

const termMaxMs = 3 * 366 * 86_400_000;

/** Checks a grant: a named subject, at most three years, not over already. */
export function grantAppointment(
  grant: Grant,
  made: { readonly id: AppointmentId; readonly grantedBy: string; readonly now: Date },
): Result<Appointment, ValidationError> {
  const length = grant.endsAt.getTime() - grant.startsAt.getTime();
  return new FieldChecks()
    .text('subject', grant.subject, { max: 200 })
    .that(length > 0, 'endsAt', 'CONTRADICTION', 'An appointment ends after it starts.')
    .that(length <= termMaxMs, 'endsAt', 'OUT_OF_RANGE', 'An appointment lasts at most three years.')
    .that(grant.endsAt > made.now, 'endsAt', 'OUT_OF_RANGE', 'This appointment would be over already.')
    .finish({
      ...grant,
      id: made.id,
      grantedBy: made.grantedBy,
      confirmedBy: undefined,
      confirmedAt: undefined,
      endedAt: undefined,
      version: 1,
    });
}

/** The instant from which an appointment gives no right any more. */
export function endOf({ endedAt, endsAt }: Pick<Appointment, 'endedAt' | 'endsAt'>): Date {
  return endedAt ?? endsAt;
}

/** Confirms a proposed appointment; rights begin now at the earliest. One that is over, or was confirmed, cannot be confirmed. */
export function confirmAppointment(
  appointment: Appointment,
  { by, now }: { readonly by: string; readonly now: Date },
): Result<Appointment, IllegalTransitionError> {
  if (!isProposed(appointment)) return err(illegalTransition('CONFIRM_APPOINTMENT', 'GIVEN'));
  if (endOf(appointment) <= now) return err(illegalTransition('CONFIRM_APPOINTMENT', 'ENDED'));
  const startsAt = appointment.startsAt < now ? now : appointment.startsAt;
  return ok({ ...appointment, startsAt, confirmedBy: by, confirmedAt: now });
}

/** Ends an appointment now; one that is over cannot end again. */
export function endAppointment(appointment: Appointment, now: Date): Result<Appointment, IllegalTransitionError> {
  if (endOf(appointment) <= now) return err(illegalTransition('END_APPOINTMENT', 'ENDED'));
  return ok({ ...appointment, endedAt: now < appointment.startsAt ? appointment.startsAt : now });
}
