import { err, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { exportLifecycle } from '../case-export.js';
import { exportPolicy } from '../case-export.policy.js';

/** Offers a bundle to the student after it was looked through. */
export function offerExport(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { exportId }: { readonly exportId: Id<'CaseExport'> },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, exports, inbox }) => {
    const now = clock.now();
    const found = await exports.findVisible(viewer, exportId);
    const item = found === null ? null : await cases.findVisible(viewer, found.caseId);
    if (found === null || item === null) return err(notFound('CaseExport'));
    if (!exportPolicy.can(viewer, 'OFFER', item)) return err(notAllowed('OFFER', 'CaseExport'));
    if (!exportLifecycle.can('OFFER', found, now)) return err(illegalTransition('OFFER', found.status));
    const offered = await exports.save({ ...found, status: 'OFFERED', offeredAt: now });
    await inbox.tellStudent({ ...item, caseId: item.id }, { reason: 'CONSENT_WANTED', sourceId: found.id });
    return ok(offered);
  });
}
