import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { resourceLifecycle, showVersion, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';
import { tellAuthor } from './tell-author.js';

/** Publishes a version that waits for review in place of the one before; only a reviewer who did not write it may. */
export function publishResource(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { resourceId }: { readonly resourceId: ResourceId },
) {
  return transaction(async ({ resources, resourceVersions, outbox }) => {
    const resource = await resources.findVisibleLocked(actor, resourceId);
    const reviewerId = memberOf(actor);
    if (resource === null) return err(notFound('Resource'));
    if (reviewerId === undefined || !resourcePolicy.can(actor, 'PUBLISH', resource))
      return err(notAllowed('PUBLISH', 'Resource'));
    const now = clock.now();
    const status = resourceLifecycle.next('PUBLISH', resource, now);
    if (!status.ok) return status;
    const version = await resourceVersions.getInWork(actor, resourceId);
    const shown = showVersion(resource, version, { reviewerId, now });
    if (!shown.ok) return shown;
    await resourceVersions.supersede(resourceId);
    await resourceVersions.save({ ...version, status: 'PUBLISHED', reviewerId, publishedAt: now });
    await tellAuthor(outbox, ids, { resource, now });
    return ok(await resources.save(shown.value));
  });
}
