import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { caseLifecycle, type CaseId } from '../../case/case.js';
import { casePolicy } from '../../case/case.policy.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';

/** Marks that somebody in a case may be in danger: it comes first in the queue, and the advice managers are told. */
export function flagCase({ transaction, clock, vault }: Deps, actor: Actor, { caseId }: { readonly caseId: CaseId }) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ assignments, cases, inbox }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'FLAG', item)) return err(notAllowed('FLAG', 'Case'));
    if (!caseLifecycle.can('FLAG', item, now)) return err(illegalTransition('FLAG', item.status));
    const saved = await cases.save({ ...item, flaggedAt: now });
    const sourceId = `${caseId}/${saved.version}`;
    for (const subject of await assignments.listManagers(item, now))
      await inbox.tell({ to: { kind: 'STAFF', subject }, reason: 'CASE_STATUS', caseId, sourceId });
    return ok(saved);
  });
}
