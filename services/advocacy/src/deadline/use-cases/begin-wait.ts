import type { Unit } from '@guildhall/subgraph';
import type { CaseId } from '../../case/case.js';
import type { Repositories } from '../../deps.js';
import { dueFrom, morningOf } from '../due.js';
import { timedTasks } from '../timed-tasks.js';

/** Stops the promises that wait for the student with the case, and plans the first of two reminders. */
export async function beginWait(
  { deadlines, jobs }: Pick<Unit<Repositories>, 'deadlines' | 'jobs'>,
  caseId: CaseId,
  { now, reference }: { readonly now: Date; readonly reference: string },
): Promise<void> {
  await deadlines.pause(caseId, { from: now, basis: 'WAITING_STUDENT', reference });
  const { reminderDays, calendar } = await deadlines.ruleAt(now);
  const evening = dueFrom(now, { measure: 'WORKING_DAYS', amount: reminderDays[0] }, calendar);
  await jobs.enqueue(
    timedTasks.remind,
    { caseId },
    { runAt: morningOf(evening, calendar), key: `${timedTasks.remind}:${caseId}` },
  );
}
