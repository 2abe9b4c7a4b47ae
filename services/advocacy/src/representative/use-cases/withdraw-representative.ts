import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { withdrawRepresentative as withdraw, type RepresentativeId } from '../representative.js';
import { representativePolicy } from '../representative.policy.js';

/** Ends a consent at once: from the next request on the representative sees nothing. */
export function withdrawRepresentative(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { representativeId }: { readonly representativeId: RepresentativeId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ representatives }) => {
    const found = await representatives.find(viewer, representativeId);
    if (found === undefined) return err(notFound('Representative'));
    if (!representativePolicy.canWithdraw(viewer, found)) return err(notAllowed('WITHDRAW', 'Representative'));
    const withdrawn = withdraw(found, clock.now());
    return withdrawn.ok ? ok(await representatives.save(withdrawn.value)) : withdrawn;
  });
}
