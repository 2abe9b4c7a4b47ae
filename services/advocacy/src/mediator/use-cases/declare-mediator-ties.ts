import { err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { mediationViewerOf } from '../../mediation/mediation-viewer.js';
import { checkTies } from '../mediator.js';

/** Keeps the names a mediator is tied to, as blind indexes: they exclude from mediations with such a name and can be read by nobody. */
export function declareMediatorTies(
  { transaction, vault }: Deps,
  actor: Actor,
  { names }: { readonly names: readonly string[] },
) {
  const viewer = mediationViewerOf(actor, vault);
  return transaction(async ({ mediators }) => {
    if (!mediationPolicy.canDeclareTies(viewer)) return err(notAllowed('DECLARE', 'Mediator'));
    const told = checkTies(names);
    if (!told.ok) return told;
    const indexes = new Set(told.value.map((name) => vault.nameIndex(name)));
    await mediators.declareTies(viewer, [...indexes]);
    return ok({ count: indexes.size });
  });
}
