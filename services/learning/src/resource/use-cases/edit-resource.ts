import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { editResource as edit, type ResourceContent, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';

/** Which draft to change, and what it is to say. */
export type EditResource = { readonly resourceId: ResourceId; readonly content: ResourceContent };

/** Replaces what the author wrote in a draft. */
export function editResource({ transaction, clock }: Deps, actor: Actor, { resourceId, content }: EditResource) {
  return transaction(async ({ resources }) => {
    const resource = await resources.findVisible(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, 'EDIT', resource)) return err(notAllowed('EDIT', 'Resource'));
    const edited = edit(resource, content, clock.now());
    return edited.ok ? ok(await resources.save(edited.value)) : edited;
  });
}
