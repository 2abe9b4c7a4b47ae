import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { publishResource as publish, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';

/** Publishes a resource that waits for review; only a reviewer who did not write it may. */
export function publishResource(
  { transaction, clock }: Deps,
  actor: Actor,
  { resourceId }: { readonly resourceId: ResourceId },
) {
  return transaction(async ({ resources }) => {
    const resource = await resources.findVisible(actor, resourceId);
    const reviewerId = memberOf(actor);
    if (resource === null) return err(notFound('Resource'));
    if (reviewerId === undefined || !resourcePolicy.can(actor, 'PUBLISH', resource))
      return err(notAllowed('PUBLISH', 'Resource'));
    const published = publish(resource, reviewerId, clock.now());
    return published.ok ? ok(await resources.save(published.value)) : published;
  });
}
