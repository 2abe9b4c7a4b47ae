import { err, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { suggestionLifecycle } from '../collective.js';
import { collectivePolicy } from '../collective.policy.js';

/** Puts a suggestion aside; it comes back when many more students stand behind it. */
export function dismissSuggestion(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { suggestionId }: { readonly suggestionId: Id<'CollectiveSuggestion'> },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ collectives }) => {
    const now = clock.now();
    const found = await collectives.findVisible(viewer, suggestionId);
    if (found === null) return err(notFound('CollectiveSuggestion'));
    if (!collectivePolicy.canDecide(viewer)) return err(notAllowed('DISMISS', 'CollectiveSuggestion'));
    if (!suggestionLifecycle.can('DISMISS', found, now)) return err(illegalTransition('DISMISS', found.status));
    return ok(await collectives.save({ ...found, status: 'DISMISSED', decidedAt: now }));
  });
}
