import { err, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { exportLifecycle } from '../case-export.js';
import { exportPolicy } from '../case-export.policy.js';

/** Destroys a bundle that nobody consented to, to build another with other names taken out. */
export function discardExport(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { exportId }: { readonly exportId: Id<'CaseExport'> },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, exports }) => {
    const found = await exports.findVisible(viewer, exportId);
    const item = found === null ? null : await cases.findVisible(viewer, found.caseId);
    if (found === null || item === null) return err(notFound('CaseExport'));
    if (!exportPolicy.can(viewer, 'DISCARD', item)) return err(notAllowed('DISCARD', 'CaseExport'));
    if (!exportLifecycle.can('DISCARD', found, clock.now())) return err(illegalTransition('DISCARD', found.status));
    await exports.destroyWords(found);
    return ok(await exports.save({ ...found, status: 'DISCARDED' }));
  });
}
