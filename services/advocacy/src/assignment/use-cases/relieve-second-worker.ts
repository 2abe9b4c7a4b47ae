import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { caseLifecycle, type CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { takeFrom } from './take-from.js';

/** Takes a case from its second worker, who loses sight of it at once. */
export function relieveSecondWorker(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId }: { readonly caseId: CaseId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const item = await unit.cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'NAME_SECOND', item)) return err(notAllowed('NAME_SECOND', 'Case'));
    const { secondWorker: subject } = item;
    if (subject === undefined || !caseLifecycle.can('NAME_SECOND', item, now))
      return err(illegalTransition('NAME_SECOND', item.status));
    return ok(await takeFrom(unit, item, { subject, reason: 'RELIEVED', at: now }));
  });
}
