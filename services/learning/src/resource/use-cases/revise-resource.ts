import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { beginVersion } from '../../resource-version/resource-version.js';
import { changeRevision, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';

/** Opens a new version with the content of the one that is shown, which stays readable. */
export function reviseResource(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { resourceId }: { readonly resourceId: ResourceId },
) {
  return transaction(async ({ resources, resourceVersions }) => {
    const resource = await resources.findVisibleLocked(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, 'REVISE', resource)) return err(notAllowed('REVISE', 'Resource'));
    const now = clock.now();
    const revised = changeRevision(resource, 'REVISE', now);
    if (!revised.ok) return revised;
    const number = (await resourceVersions.lastNumber(resourceId)) + 1;
    await resourceVersions.add(beginVersion(resource, { id: ids.ordered(), number, now }));
    return ok(await resources.save(revised.value));
  });
}
