import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeVersionStatus, type PathVersionId } from '../path.js';
import { pathPolicy } from '../path.policy.js';

/** Gives a draft to the reviewers. */
export function submitPathVersion(
  { transaction, clock }: Deps,
  actor: Actor,
  { pathVersionId }: { readonly pathVersionId: PathVersionId },
) {
  return transaction(async ({ paths }) => {
    const version = await paths.findVersion(actor, pathVersionId);
    if (version === null) return err(notFound('PathVersion'));
    if (!pathPolicy.canVersion(actor, 'SUBMIT', version)) return err(notAllowed('SUBMIT', 'PathVersion'));
    const changed = changeVersionStatus(version, 'SUBMIT', clock.now());
    return changed.ok ? ok(await paths.saveVersion(changed.value)) : changed;
  });
}
