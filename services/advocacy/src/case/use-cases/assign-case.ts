import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { checkColleague } from '../../assignment/use-cases/check-colleague.js';
import type { Deps } from '../../deps.js';
import { handOverMerged } from '../../relation/use-cases/hand-over-merged.js';
import { viewerOf } from '../../sealing/viewer.js';
import { caseLifecycle, changeCaseStatus, type Case, type CaseId } from '../case.js';
import { casePolicy } from '../case.policy.js';

/** Which case worker is to take which case. */
export type AssignCase = { readonly caseId: CaseId; readonly assignee: string };

/** Gives a case to a case worker in office, never to the student, an elected officer, or anybody a wall keeps from it. */
export function assignCase(deps: Deps, actor: Actor, { caseId, assignee }: AssignCase) {
  const { transaction, clock, ids, vault } = deps;
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const { assignments, cases, inbox } = unit;
    const now = clock.now();
    const item = await cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'ASSIGN', item)) return err(notAllowed('ASSIGN', 'Case'));
    if (!caseLifecycle.can('ASSIGN', item, now)) return err(illegalTransition('ASSIGN', item.status));
    const checked = await checkColleague(unit, deps, { item, subject: assignee, path: 'assignee', now });
    if (!checked.ok) return checked;
    const taken = changeCaseStatus(item, 'ASSIGN', now, statusAfter(item));
    if (!taken.ok) return taken;
    await assignments.end(caseId, 'WORKER', { reason: 'REASSIGNED', at: now });
    const saved = await cases.save({ ...taken.value, ...workersAfter(item, assignee), dormantAt: item.dormantAt });
    const assignmentId = ids.random<'CaseAssignment'>();
    await assignments.begin({ id: assignmentId, caseId, subject: assignee, part: 'WORKER', at: now });
    await handOverMerged(unit, deps, { item: saved, now });
    const told = { reason: 'ASSIGNED', sourceId: assignmentId } as const;
    await inbox.tellWorker({ ...saved, caseId }, told);
    await inbox.tellStudent({ ...saved, caseId }, told);
    return ok(saved);
  });
}

function statusAfter({ status }: Case): Case['status'] {
  return status === 'TRIAGED' || status === 'CONFLICT' ? 'OPEN' : status;
}

/** Whoever was the second worker and takes the case is the second one no more. */
function workersAfter({ secondWorker }: Case, assignee: string): Pick<Case, 'assignee' | 'secondWorker' | 'vacatedAt'> {
  return { assignee, secondWorker: secondWorker === assignee ? undefined : secondWorker, vacatedAt: undefined };
}
