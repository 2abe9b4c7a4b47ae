import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { endWait } from '../../deadline/use-cases/end-wait.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { asSeenByStudent, changeCaseStatus, type CaseId } from '../case.js';
import { casePolicy } from '../case.policy.js';

/** Closes a case: the student accepts the outcome, or the worker ends a case that fell silent. */
export function closeCase({ transaction, clock, vault }: Deps, actor: Actor, { caseId }: { readonly caseId: CaseId }) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, deadlines, jobs }) => {
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'CLOSE', item)) return err(notAllowed('CLOSE', 'Case'));
    const now = clock.now();
    const closed = changeCaseStatus(asSeenByStudent(item), 'CLOSE', now);
    if (!closed.ok) return closed;
    await endWait({ deadlines, jobs }, caseId, now);
    return ok(await cases.save({ ...closed.value, outcome: item.outcome ?? 'NO_CONTACT' }));
  });
}
