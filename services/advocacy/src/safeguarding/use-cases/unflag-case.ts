import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { caseLifecycle, type CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';

/** Marks that the danger in a case is over; for its case worker. */
export function unflagCase({ transaction, clock, vault }: Deps, actor: Actor, { caseId }: { readonly caseId: CaseId }) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases }) => {
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'UNFLAG', item)) return err(notAllowed('UNFLAG', 'Case'));
    if (!caseLifecycle.can('UNFLAG', item, clock.now())) return err(illegalTransition('UNFLAG', item.status));
    return ok(await cases.save({ ...item, flaggedAt: undefined }));
  });
}
