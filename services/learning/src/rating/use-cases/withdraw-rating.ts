import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { ResourceId } from '../../resource/resource.js';
import { resourcePolicy } from '../../resource/resource.policy.js';

/** Takes the member's own rating back; nothing happens without one. */
export function withdrawRating(
  { transaction }: Deps,
  actor: Actor,
  { resourceId }: { readonly resourceId: ResourceId },
) {
  return transaction(async ({ resources, ratings }) => {
    const resource = await resources.findVisible(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, 'RATE', resource)) return err(notAllowed('RATE', 'Resource'));
    await ratings.remove(actor, resourceId);
    return ok(resource);
  });
}
