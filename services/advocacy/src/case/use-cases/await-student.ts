import { addWorkingDays, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { beginWait } from '../../deadline/use-cases/begin-wait.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeCaseStatus, type CaseId } from '../case.js';
import { casePolicy, dormancyTask } from '../case.policy.js';

/** Marks that the next word is the student's; after the working days of the rules in force their silence makes the case dormant. */
export function awaitStudent(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { caseId }: { readonly caseId: CaseId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, deadlines, inbox, jobs }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'AWAIT_STUDENT', item)) return err(notAllowed('AWAIT_STUDENT', 'Case'));
    const waiting = changeCaseStatus(item, 'AWAIT_STUDENT', now);
    if (!waiting.ok) return waiting;
    const rule = await deadlines.ruleAt(now);
    const dormantAt = addWorkingDays(now, rule.silenceDays, rule.calendar);
    await beginWait({ deadlines, jobs }, caseId, { now, reference: ids.random() });
    await jobs.enqueue(dormancyTask, { caseId }, { runAt: dormantAt, key: `${dormancyTask}:${caseId}` });
    const saved = await cases.save({ ...waiting.value, dormantAt });
    await inbox.tellStudent({ ...saved, caseId }, { reason: 'CASE_STATUS', sourceId: `${caseId}/${saved.version}` });
    return ok(saved);
  });
}
