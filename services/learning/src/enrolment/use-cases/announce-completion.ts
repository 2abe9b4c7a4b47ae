import type { Outbox } from '@guildhall/events';
import type { Journey } from '../enrolment.js';

/** Lets a member be told, inside the caller's transaction, when the step before made their path complete. */
export async function announceCompletion(outbox: Outbox, before: Journey, after: Journey): Promise<void> {
  const { id, pathId, memberId, status, completedAt } = after.enrolment;
  if (status !== 'COMPLETED' || before.enrolment.status === 'COMPLETED' || completedAt === undefined) return;
  await outbox.append('PathCompleted', id, {
    enrolmentId: id,
    pathId,
    memberId,
    completedAt: completedAt.toISOString(),
  });
}
