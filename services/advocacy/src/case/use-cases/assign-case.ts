import { err, FieldChecks, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { caseLifecycle, changeCaseStatus, type Case, type CaseId } from '../case.js';
import { casePolicy } from '../case.policy.js';

/** Which case worker is to take which case. */
export type AssignCase = { readonly caseId: CaseId; readonly assignee: string };

/** Gives a case to a case worker in office, never to the student, an elected officer, or anybody who acted for the other side. */
export function assignCase({ transaction, clock, ids, vault }: Deps, actor: Actor, { caseId, assignee }: AssignCase) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, inbox }) => {
    const now = clock.now();
    const item = await cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'ASSIGN', item)) return err(notAllowed('ASSIGN', 'Case'));
    if (!caseLifecycle.can('ASSIGN', item, now)) return err(illegalTransition('ASSIGN', item.status));
    const colleague = await cases.readColleague(assignee, now);
    const isStudent = colleague.memberId !== undefined && vault.pseudonym(colleague.memberId) === item.student;
    const isFree = colleague.isWorker && !colleague.isOfficer && !isStudent;
    const isWalledOff = await cases.isWalledOff(item.id, assignee);
    const checked = new FieldChecks()
      .that(
        isFree,
        'assignee',
        'UNKNOWN',
        'This person cannot take this case: they are no case worker now, or they have another part in it.',
      )
      .that(!isWalledOff, 'assignee', 'CONTRADICTION', 'This person acts, or acted, for the other side.')
      .finish(item);
    if (!checked.ok) return checked;
    const taken = changeCaseStatus(item, 'ASSIGN', now, statusAfter(item));
    if (!taken.ok) return taken;
    // Changing the worker never drops a running clock.
    const saved = await cases.save({ ...taken.value, assignee, dormantAt: item.dormantAt });
    const assignmentId = ids.random<'CaseAssignment'>();
    await cases.addAssignment(assignmentId, saved, now);
    const told = { reason: 'ASSIGNED', sourceId: assignmentId } as const;
    await inbox.tellWorker({ ...saved, caseId }, told);
    await inbox.tellStudent({ ...saved, caseId }, told);
    return ok(saved);
  });
}

function statusAfter({ status }: Case): Case['status'] {
  return status === 'TRIAGED' || status === 'CONFLICT' ? 'OPEN' : status;
}
