import { err, notAllowed, notFound, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { AttemptId } from '../attempt.js';
import { attemptPolicy } from '../attempt.policy.js';
import { closeAttempt } from './close-attempt.js';

/** Ends an attempt and judges its answers. */
export function finishQuizAttempt(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { attemptId }: { readonly attemptId: AttemptId },
) {
  return transaction(async (unit) => {
    const seen = await unit.attempts.findVisible(actor, attemptId);
    if (seen === null) return err(notFound('QuizAttempt'));
    await unit.enrolments.lockMember(seen.memberId);
    const sheet = await unit.attempts.findSheetLocked(actor, attemptId);
    if (sheet === null) return err(notFound('QuizAttempt'));
    if (!attemptPolicy.can(actor, 'FINISH', sheet.attempt)) return err(notAllowed('FINISH', 'QuizAttempt'));
    return closeAttempt(unit, sheet, { action: 'FINISH', now: clock.now(), ids });
  });
}
