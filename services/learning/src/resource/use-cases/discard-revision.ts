import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeRevision, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';

/** Drops the version in work of a published resource. */
export function discardRevision(
  { transaction, clock }: Deps,
  actor: Actor,
  { resourceId }: { readonly resourceId: ResourceId },
) {
  return transaction(async ({ resources, resourceVersions }) => {
    const resource = await resources.findVisibleLocked(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, 'DISCARD_REVISION', resource))
      return err(notAllowed('DISCARD_REVISION', 'Resource'));
    const changed = changeRevision(resource, 'DISCARD_REVISION', clock.now());
    if (!changed.ok) return changed;
    await resourceVersions.dropInWork(resourceId);
    return ok(await resources.save(changed.value));
  });
}
