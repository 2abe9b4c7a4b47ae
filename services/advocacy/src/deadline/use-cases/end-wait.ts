import type { Unit } from '@guildhall/subgraph';
import type { CaseId } from '../../case/case.js';
import { dormancyTask } from '../../case/case.policy.js';
import type { Repositories } from '../../deps.js';
import { timedTasks } from '../timed-tasks.js';

/** Ends the wait for a student: clocks run again, and no reminder, rest or closing for silence follows. */
export async function endWait(
  { deadlines, jobs }: Pick<Unit<Repositories>, 'deadlines' | 'jobs'>,
  caseId: CaseId,
  now: Date,
): Promise<void> {
  await deadlines.resume(caseId, 'WAITING_STUDENT', now);
  for (const task of [timedTasks.remind, dormancyTask, timedTasks.closeSilent]) await jobs.cancel(`${task}:${caseId}`);
}
