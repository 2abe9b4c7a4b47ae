import { err, FieldChecks, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { caseLifecycle, type CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { checkColleague } from './check-colleague.js';

/** Who is to work on a case beside its case worker. */
export type NameSecondWorker = { readonly caseId: CaseId; readonly subject: string };

/** Gives a case a second worker, who reads the file and writes notes; one before is relieved. */
export function nameSecondWorker(deps: Deps, actor: Actor, { caseId, subject }: NameSecondWorker) {
  const { transaction, clock, ids, vault } = deps;
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const { assignments, cases, inbox } = unit;
    const now = clock.now();
    const item = await cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'NAME_SECOND', item)) return err(notAllowed('NAME_SECOND', 'Case'));
    if (!caseLifecycle.can('NAME_SECOND', item, now)) return err(illegalTransition('NAME_SECOND', item.status));
    const other = new FieldChecks()
      .that(subject !== item.assignee, 'subject', 'CONTRADICTION', 'The second worker is somebody else.')
      .finish(item);
    if (!other.ok) return other;
    const checked = await checkColleague(unit, deps, { item, subject, path: 'subject', now });
    if (!checked.ok) return checked;
    await assignments.end(caseId, 'SECOND', { reason: 'REASSIGNED', at: now });
    const saved = await cases.save({ ...item, secondWorker: subject });
    const id = ids.random<'CaseAssignment'>();
    await assignments.begin({ id, caseId, subject, part: 'SECOND', at: now });
    await inbox.tell({ to: { kind: 'STAFF', subject }, reason: 'ASSIGNED', caseId, sourceId: id });
    return ok(saved);
  });
}
