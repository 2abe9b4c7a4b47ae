import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';

/** Says, as somebody of the lead department, that it has the proposal. */
export function acknowledgeProposal(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId }: { readonly proposalId: ProposalId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'ACKNOWLEDGE', now });
    if (!taken.ok) return taken;
    const after = { ...taken.value, proposal: { ...taken.value.proposal, status: 'ACKNOWLEDGED' as const } };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'ACKNOWLEDGED' }));
  });
}
