import type { Id } from '@guildhall/kernel';
import { settleCredentials } from '../../credential/use-cases/settle-credentials.js';
import type { FactUnit } from '../../deps.js';
import { settleEnrolments } from '../../enrolment/use-cases/settle-enrolments.js';

/**
 * Brings everything that follows from a member's evidence in line with it, inside the caller's transaction. Whatever
 * changes evidence calls this; doing it twice is doing it once.
 */
export async function settleMember(unit: FactUnit, memberId: Id<'Member'>, now: Date): Promise<void> {
  await unit.enrolments.lockMember(memberId);
  await settleEnrolments(unit, memberId, now);
  await settleCredentials(unit, memberId, now);
}
