import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';

/** Brings a lapsed proposal before the committee again, after the time the rules set. It gathers its support anew. */
export function reviveProposal(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId }: { readonly proposalId: ProposalId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'REVIVE', now });
    if (!taken.ok) return taken;
    const revived = {
      ...taken.value.proposal,
      status: 'SCREENING' as const,
      submittedAt: now,
      openedAt: undefined,
      closesAt: undefined,
      threshold: undefined,
      constituencySize: undefined,
      ruleVersion: undefined,
      revivableAt: undefined,
    };
    const after = { ...taken.value, proposal: revived };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'SUBMITTED' }));
  });
}
