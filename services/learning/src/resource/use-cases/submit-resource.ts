import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { moveWork, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';

/** Gives the version in work to the reviewers. */
export function submitResource(
  { transaction, clock }: Deps,
  actor: Actor,
  { resourceId }: { readonly resourceId: ResourceId },
) {
  return transaction(async ({ resources, resourceVersions }) => {
    const resource = await resources.findVisibleLocked(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, 'SUBMIT', resource)) return err(notAllowed('SUBMIT', 'Resource'));
    const moved = moveWork(resource, 'SUBMIT', clock.now());
    if (!moved.ok) return moved;
    const version = await resourceVersions.getInWork(actor, resourceId);
    await resourceVersions.save({ ...version, status: moved.value.work, submittedAt: clock.now() });
    return ok(await resources.save(moved.value));
  });
}
