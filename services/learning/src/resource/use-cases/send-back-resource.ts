import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeResourceStatus, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';

/** Gives a resource back to its author for more work; only a reviewer who did not write it may. */
export function sendBackResource(
  { transaction, clock }: Deps,
  actor: Actor,
  { resourceId }: { readonly resourceId: ResourceId },
) {
  return transaction(async ({ resources }) => {
    const resource = await resources.findVisible(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, 'SEND_BACK', resource)) return err(notAllowed('SEND_BACK', 'Resource'));
    const changed = changeResourceStatus(resource, 'SEND_BACK', clock.now());
    return changed.ok ? ok(await resources.save(changed.value)) : changed;
  });
}
