import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { AttemptId } from '../attempt.js';
import { closeAttempt } from './close-attempt.js';

/** Ends, as the platform, an attempt whose time is up, at the instant it was. One that ended already is left alone. */
export function runOutAttempt(
  { transaction, clock, ids }: Pick<Deps, 'transaction' | 'clock' | 'ids'>,
  { attemptId }: { readonly attemptId: AttemptId },
) {
  const actor = systemActor('run-out-attempt');
  return transaction(async (unit) => {
    const seen = await unit.attempts.findVisible(actor, attemptId);
    if (seen === null) return err(notFound('QuizAttempt'));
    await unit.enrolments.lockMember(seen.memberId);
    const sheet = await unit.attempts.findSheetLocked(actor, attemptId);
    if (sheet === null || sheet.attempt.status !== 'OPEN') return ok(seen);
    // The queue's clock may run ahead of ours; the job then tries again.
    return closeAttempt(unit, sheet, { action: 'RUN_OUT', now: clock.now(), ids });
  });
}
