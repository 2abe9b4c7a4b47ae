import { addWorkingDays, conflict, err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { issueLifecycle, type IssueId } from '../issue.js';
import { raisingTask } from '../issue.policy.js';
import { canTakeNow } from './can-take-now.js';
import { raiseNow, raisingKey } from './raise.js';

/**
 * Raises an issue that waited long enough, as the platform and at the stated instant, whoever would rather have it rest.
 * One that went its way is left alone; one that is held waits for the moderator, whose decision raises it. Should the
 * department have closed, it is tried again every working day.
 */
export function raiseWaitingIssue({ transaction, clock, ids }: Deps, { issueId }: { readonly issueId: IssueId }) {
  return transaction(async (unit) => {
    const file = await unit.issues.findVisibleLocked(systemActor(raisingTask), issueId);
    if (file === null) return err(notFound('Issue'));
    const { departmentId, autoRaiseAt } = file.issue;
    if (clock.now() < autoRaiseAt) return err(conflict('It is not time yet.'));
    if (!issueLifecycle.can('RAISE', file.issue, autoRaiseAt)) return ok(file);
    if (await canTakeNow(unit, departmentId))
      return raiseNow(unit, ids, { file, departmentId, raisedBy: 'TIME', at: autoRaiseAt });
    const { calendar } = await unit.deadlines.ruleAt(clock.now());
    const runAt = addWorkingDays(clock.now(), 1, calendar);
    await unit.jobs.enqueue(raisingTask, { issueId }, { runAt, key: raisingKey(issueId) });
    return ok(file);
  });
}
