import { conflict, err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { publishedOf, publishVersion, type PathVersionId } from '../path.js';
import { pathPolicy } from '../path.policy.js';

/** Publishes a reviewed version and retires the one before; only a reviewer who did not write it may. */
export function publishPathVersion(
  { transaction, clock }: Deps,
  actor: Actor,
  { pathVersionId }: { readonly pathVersionId: PathVersionId },
) {
  return transaction(async ({ paths }) => {
    const seen = await paths.findVersion(actor, pathVersionId);
    if (seen === null || (await paths.findVisibleLocked(actor, seen.pathId)) === null)
      return err(notFound('PathVersion'));
    // Read again under the lock: somebody may have published meanwhile.
    const versions = await paths.listVersionsOf(actor, [seen.pathId]);
    const version = versions.find(({ id }) => id === pathVersionId);
    const reviewerId = memberOf(actor);
    if (version === undefined) return err(notFound('PathVersion'));
    if (reviewerId === undefined || !pathPolicy.canVersion(actor, 'PUBLISH', version))
      return err(notAllowed('PUBLISH', 'PathVersion'));
    const publication = publishVersion(version, publishedOf(versions), { reviewerId, now: clock.now() });
    if (!publication.ok) return publication;
    const { published, retired } = publication.value;
    if (await paths.leadsBack(version))
      return err(conflict('What this path asks for first asks for this path in turn.'));
    if (retired !== undefined) await paths.saveVersion(retired);
    return ok(await paths.saveVersion(published));
  });
}
