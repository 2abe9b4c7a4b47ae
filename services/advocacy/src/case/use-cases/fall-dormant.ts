import { addWorkingDays, err, notFound, ok, systemActor } from '@guildhall/kernel';
import { timedTasks } from '../../deadline/timed-tasks.js';
import type { Deps } from '../../deps.js';
import { changeCaseStatus, type CaseId } from '../case.js';
import { dormancyTask } from '../case.policy.js';

/** Lets a case rest, as the platform, when the student was silent until the stated instant; a case that moved on is left alone. */
export function fallDormant({ transaction, clock }: Deps, { caseId }: { readonly caseId: CaseId }) {
  return transaction(async ({ cases, deadlines, jobs }) => {
    const item = await cases.findVisible({ actor: systemActor(dormancyTask), self: undefined }, caseId);
    if (item === null) return err(notFound('Case'));
    if (item.status !== 'WAITING_STUDENT') return ok(item);
    const now = clock.now();
    const rested = changeCaseStatus(item, 'FALL_DORMANT', now);
    if (!rested.ok) return rested;
    const rule = await deadlines.ruleAt(now);
    const runAt = addWorkingDays(now, rule.noContactDays, rule.calendar);
    await jobs.enqueue(timedTasks.closeSilent, { caseId }, { runAt, key: `${timedTasks.closeSilent}:${caseId}` });
    return ok(await cases.save(rested.value));
  });
}
