import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeVersionStatus, type PathVersionId } from '../path.js';
import { pathPolicy } from '../path.policy.js';

/** Gives a version back to its author for more work; only a reviewer who did not write it may. */
export function sendBackPathVersion(
  { transaction, clock }: Deps,
  actor: Actor,
  { pathVersionId }: { readonly pathVersionId: PathVersionId },
) {
  return transaction(async ({ paths }) => {
    const version = await paths.findVersion(actor, pathVersionId);
    if (version === null) return err(notFound('PathVersion'));
    if (!pathPolicy.canVersion(actor, 'SEND_BACK', version)) return err(notAllowed('SEND_BACK', 'PathVersion'));
    const changed = changeVersionStatus(version, 'SEND_BACK', clock.now());
    return changed.ok ? ok(await paths.saveVersion(changed.value)) : changed;
  });
}
