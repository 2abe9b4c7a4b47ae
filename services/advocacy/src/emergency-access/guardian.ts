/*
 * A guardian of emergency access: somebody outside the advice team whom an admin appoints, with dates, to be the second
 * person where there is no other advice manager. Guardians read why somebody asks and decide; they never read a case.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { EmergencyAccessId } from './emergency-access.js';

/** Somebody's time as a guardian. */
export type EmergencyGuardian = {
  readonly id: Id<'EmergencyGuardian'>;
  readonly subject: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly appointedBy: string;
  readonly version: number;
};

const termMaxMs = 3 * 366 * 86_400_000;

/** Checks an appointment: a named subject, at most three years, not over already. */
export function appointGuardian(
  guardian: Omit<EmergencyGuardian, 'version'>,
  now: Date,
): Result<EmergencyGuardian, ValidationError> {
  const { subject, startsAt, endsAt } = guardian;
  const lengthMs = endsAt.getTime() - startsAt.getTime();
  return new FieldChecks()
    .text('subject', subject, { max: 200 })
    .that(lengthMs > 0, 'endsAt', 'CONTRADICTION', 'An appointment ends after it starts.')
    .that(lengthMs <= termMaxMs, 'endsAt', 'OUT_OF_RANGE', 'An appointment lasts at most three years.')
    .that(endsAt > now, 'endsAt', 'OUT_OF_RANGE', 'This appointment would be over already.')
    .finish({ ...guardian, subject: subject.trim(), version: 1 });
}

/** Ends an appointment now; one that is over cannot end again. */
export function endGuardian(guardian: EmergencyGuardian, now: Date): Result<EmergencyGuardian, IllegalTransitionError> {
  if (guardian.endsAt <= now) return err(illegalTransition('END', 'ENDED'));
  return ok({ ...guardian, endsAt: now < guardian.startsAt ? guardian.startsAt : now });
}

/** The place of the words in which emergency access was asked for, within its case. */
export function emergencyWordsPlace(id: EmergencyAccessId): string {
  return `emergency/${id}/words`;
}
