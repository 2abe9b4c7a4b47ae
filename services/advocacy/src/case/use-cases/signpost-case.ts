import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeCaseStatus, type CaseId } from '../case.js';
import { casePolicy } from '../case.policy.js';

/** Ends a case that this service cannot act on by pointing to help elsewhere; the student is told nothing but that. */
export function signpostCase(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId }: { readonly caseId: CaseId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases }) => {
    const item = await cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'SIGNPOST', item)) return err(notAllowed('SIGNPOST', 'Case'));
    const signposted = changeCaseStatus(item, 'SIGNPOST', clock.now());
    return signposted.ok ? ok(await cases.save({ ...signposted.value, outcome: 'SIGNPOSTED' })) : signposted;
  });
}
