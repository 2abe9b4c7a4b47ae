import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkVersionNote } from '../../resource-version/resource-version.js';
import { moveWork, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';
import { tellAuthor } from './tell-author.js';

/** What to give back, and what its author is asked to change. */
export type SendBackResource = { readonly resourceId: ResourceId; readonly note: string | undefined };

/** Gives a version back to its author for more work; only a reviewer who did not write it may. */
export function sendBackResource(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { resourceId, note: words }: SendBackResource,
) {
  return transaction(async ({ resources, resourceVersions, outbox }) => {
    const resource = await resources.findVisibleLocked(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, 'SEND_BACK', resource)) return err(notAllowed('SEND_BACK', 'Resource'));
    const moved = moveWork(resource, 'SEND_BACK', clock.now());
    if (!moved.ok) return moved;
    const note = checkVersionNote('note', words);
    if (!note.ok) return note;
    const version = await resourceVersions.getInWork(actor, resourceId);
    await resourceVersions.save({ ...version, status: moved.value.work, reviewNote: note.value });
    await tellAuthor(outbox, ids, { resource, now: clock.now() });
    return ok(await resources.save(moved.value));
  });
}
