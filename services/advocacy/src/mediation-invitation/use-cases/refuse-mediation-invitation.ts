import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus } from '../../mediation/mediation.js';
import { endTalks } from '../../mediation/use-cases/end-talks.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { mediationViewerOf } from '../../mediation/mediation-viewer.js';
import { digestOfCode } from '../mediation-invitation.js';

/** Says no with a code alone, signed in or not; who held it is not asked. */
export function refuseMediationInvitation(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { code }: { readonly code: string },
) {
  const mayAsk = mediationPolicy.canUseCode(mediationViewerOf(actor, vault));
  return transaction(async (unit) => {
    const now = clock.now();
    const held = await unit.mediations.holdInvited(digestOfCode(vault, code));
    const hasSpeaker = held?.file.people.some(({ partyId }) => partyId === held.partyId) ?? false;
    // Once somebody speaks for a group, the no is theirs.
    if (!mayAsk || held === null || hasSpeaker) return err(notFound('MediationInvitation'));
    const refused = changeMediationStatus(held.file, 'REFUSE', now);
    if (!refused.ok) return err(notFound('MediationInvitation'));
    await endTalks(unit, { ...held.file, mediation: refused.value }, now);
    return ok({ isRefused: true });
  });
}
