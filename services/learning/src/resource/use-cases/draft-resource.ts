import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { draftResource as draft, type ResourceContent } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';

/** Writes a new resource that only its author sees. */
export function draftResource({ transaction, ids }: Deps, actor: Actor, content: ResourceContent) {
  return transaction(async ({ resources }) => {
    const authorId = memberOf(actor);
    if (authorId === undefined || !resourcePolicy.canDraft(actor)) return err(notAllowed('DRAFT', 'Resource'));
    const drafted = draft(content, ids.ordered(), authorId);
    return drafted.ok ? ok(await resources.add(drafted.value)) : drafted;
  });
}
