import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { mediationLifecycle } from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { mediationViewerOf } from '../../mediation/mediation-viewer.js';
import { digestOfCode, type MediationInvitation } from '../mediation-invitation.js';

/** Shows whoever holds a code, signed in or not, what joining means; a wrong, used or late code finds nothing. */
export function openMediationInvitation(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { code }: { readonly code: string },
) {
  const mayAsk = mediationPolicy.canUseCode(mediationViewerOf(actor, vault));
  return transaction(async ({ mediations }) => {
    const held = await mediations.holdInvited(digestOfCode(vault, code));
    if (!mayAsk || held === null || !mediationLifecycle.can('JOIN', held.file, clock.now()))
      return err(notFound('MediationInvitation'));
    const { mediation, parties } = held.file;
    const party = parties.find(({ id }) => id === held.partyId);
    if (party === undefined || mediation.ruleVersion === undefined || mediation.invitedUntil === undefined)
      return err(notFound('MediationInvitation'));
    const invitation: MediationInvitation = {
      kind: party.kind,
      ruleVersion: mediation.ruleVersion,
      invitedUntil: mediation.invitedUntil,
    };
    return ok(invitation);
  });
}
