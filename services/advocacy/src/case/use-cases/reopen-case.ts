import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeCaseStatus, type CaseId } from '../case.js';
import { casePolicy } from '../case.policy.js';

/** Takes up a case again within 30 days of its end. */
export function reopenCase({ transaction, clock, vault }: Deps, actor: Actor, { caseId }: { readonly caseId: CaseId }) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, deadlines }) => {
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'REOPEN', item)) return err(notAllowed('REOPEN', 'Case'));
    const now = clock.now();
    const reopened = changeCaseStatus(item, 'REOPEN', now);
    if (!reopened.ok) return reopened;
    const saved = await cases.save({ ...reopened.value, outcome: undefined });
    await deadlines.watch(caseId, now);
    return ok(saved);
  });
}
