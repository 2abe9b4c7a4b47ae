import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeVersionStatus, type PathVersionId } from '../path.js';
import { pathPolicy } from '../path.policy.js';

/** Closes a path to new enrolments; whoever is enrolled goes on. */
export function retirePathVersion(
  { transaction, clock }: Deps,
  actor: Actor,
  { pathVersionId }: { readonly pathVersionId: PathVersionId },
) {
  return transaction(async ({ paths }) => {
    const version = await paths.findVersion(actor, pathVersionId);
    if (version === null) return err(notFound('PathVersion'));
    if (!pathPolicy.canVersion(actor, 'RETIRE', version)) return err(notAllowed('RETIRE', 'PathVersion'));
    const changed = changeVersionStatus(version, 'RETIRE', clock.now());
    return changed.ok ? ok(await paths.saveVersion(changed.value)) : changed;
  });
}
