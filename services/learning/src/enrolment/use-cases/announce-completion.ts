import type { Outbox } from '@guildhall/events';
import type { Journey } from '../enrolment.js';

/**
 * Tells, inside the caller's transaction, when the step before made a path complete, and when a completed path is open
 * again: the member hears of the first, and whoever asks for the path as training of both.
 */
export async function announceCompletion(outbox: Outbox, before: Journey, after: Journey): Promise<void> {
  const { id, pathId, memberId, status, completedAt } = after.enrolment;
  const wasCompleted = before.enrolment.status === 'COMPLETED';
  const training = { trainingId: id, memberId, pathId };
  if (wasCompleted && status !== 'COMPLETED') await outbox.append('TrainingLapsed', id, training);
  if (wasCompleted || completedAt === undefined) return;
  const at = completedAt.toISOString();
  await outbox.append('PathCompleted', id, { enrolmentId: id, pathId, memberId, completedAt: at });
  await outbox.append('TrainingHeld', id, { ...training, heldAt: at });
}
