import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';

/** Takes the viewer's endorsement back while the proposal is open for support. */
export function withdrawEndorsement(
  { transaction, clock }: Deps,
  actor: Actor,
  { proposalId }: { readonly proposalId: ProposalId },
) {
  return transaction(async (unit) => {
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'WITHDRAW_ENDORSEMENT', now: clock.now() });
    if (!taken.ok) return taken;
    const memberId = memberOf(actor);
    if (memberId === undefined) return err(notAllowed('WITHDRAW_ENDORSEMENT', 'Proposal'));
    await unit.support.withdraw(proposalId, memberId);
    return ok(taken.value);
  });
}
