import { systemActor, type Id } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Attendance } from '../enrolment.repository.js';
import { settle } from '../settle.js';
import { announceCompletion } from './announce-completion.js';

/** What a handler of attendance works with inside one transaction. */
export type AttendanceUnit = Pick<Unit<Pick<Repositories, 'enrolments'>>, 'enrolments' | 'outbox'>;

const actor = systemActor('apply-attendance');

/** Remembers, inside the caller's transaction, that somebody attended, and passes the steps that ask for it. */
export async function confirmAttendance(
  repositories: AttendanceUnit,
  attendance: Attendance,
  now: Date,
): Promise<void> {
  await repositories.enrolments.lockMember(attendance.memberId);
  await repositories.enrolments.confirmAttendance(attendance);
  await settleMember(repositories, attendance.memberId, now);
}

/** Remembers, inside the caller's transaction, that an attendance does not count, and takes back the steps it passed. */
export async function voidAttendance(
  repositories: AttendanceUnit,
  { registrationId, memberId }: Pick<Attendance, 'registrationId' | 'memberId'>,
  now: Date,
): Promise<void> {
  await repositories.enrolments.lockMember(memberId);
  await repositories.enrolments.voidAttendance(registrationId);
  await settleMember(repositories, memberId, now);
}

async function settleMember({ enrolments, outbox }: AttendanceUnit, memberId: Id<'Member'>, now: Date): Promise<void> {
  const attendances = await enrolments.listAttendances(actor, memberId);
  for (const journey of await enrolments.listLiving(actor, memberId)) {
    const settled = settle(journey, attendances, now);
    await announceCompletion(outbox, journey, settled);
    await enrolments.save(journey, settled);
  }
}
