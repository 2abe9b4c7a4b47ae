import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeResourceStatus, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';

/** Gives a draft to the reviewers. */
export function submitResource(
  { transaction, clock }: Deps,
  actor: Actor,
  { resourceId }: { readonly resourceId: ResourceId },
) {
  return transaction(async ({ resources }) => {
    const resource = await resources.findVisible(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, 'SUBMIT', resource)) return err(notAllowed('SUBMIT', 'Resource'));
    const changed = changeResourceStatus(resource, 'SUBMIT', clock.now());
    return changed.ok ? ok(await resources.save(changed.value)) : changed;
  });
}
