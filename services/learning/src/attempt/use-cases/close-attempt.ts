import { ok, type IdSource, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import { passStep } from '../../enrolment/use-cases/pass-step.js';
import { learnFromAttempt } from '../../recall/use-cases/learn-from-attempt.js';
import { endAttempt, type AttemptSheet, type QuizAttempt } from '../attempt.js';

/** How an attempt ends, and when. */
export type Ending = { readonly action: 'FINISH' | 'RUN_OUT'; readonly now: Date };

/**
 * Ends an attempt inside the caller's transaction and under the member's lock, with all that follows: the step is passed,
 * and what was answered comes back for review. An enrolment that ended meanwhile keeps its steps as they are.
 */
export async function closeAttempt(
  unit: FactUnit,
  sheet: AttemptSheet,
  { action, now, ids }: Ending & { readonly ids: IdSource },
): Promise<Result<QuizAttempt, IllegalTransitionError>> {
  const ended = endAttempt(sheet, action, now);
  if (!ended.ok) return ended;
  const saved = await unit.attempts.saveEnded(ended.value);
  await unit.jobs.cancel(runOutKey(saved));
  await learnFromAttempt(unit, ended.value, { ids });
  const { status, enrolmentId, stepId, endedAt } = saved;
  if (status === 'PASSED')
    await passStep(unit, { enrolmentId, stepId, sourceId: saved.id, passedAt: endedAt ?? now }, now);
  return ok(saved);
}

/** The name of the task that ends attempts whose time is up. */
export const runOutTask = 'run-out-quiz-attempt';

/** The key of the job that ends an attempt. */
export function runOutKey({ id }: Pick<QuizAttempt, 'id'>): string {
  return `${runOutTask}:${id}`;
}
