import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeResourceStatus, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';

/** Takes a published resource out of the library; paths that refer to it keep the reference. */
export function retireResource(
  { transaction, clock }: Deps,
  actor: Actor,
  { resourceId }: { readonly resourceId: ResourceId },
) {
  return transaction(async ({ resources }) => {
    const resource = await resources.findVisible(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, 'RETIRE', resource)) return err(notAllowed('RETIRE', 'Resource'));
    const changed = changeResourceStatus(resource, 'RETIRE', clock.now());
    return changed.ok ? ok(await resources.save(changed.value)) : changed;
  });
}
