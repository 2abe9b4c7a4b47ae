import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import { gatheringTask } from '../proposal.policy.js';
import type { ProposalId } from '../proposal.js';

/** Takes a proposal back, as its author, as long as it has not qualified. */
export function withdrawProposal(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId }: { readonly proposalId: ProposalId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'WITHDRAW', now });
    if (!taken.ok) return taken;
    const { proposal } = taken.value;
    await unit.jobs.cancel(`${gatheringTask}:${proposalId}:${proposal.opening}`);
    await unit.support.trimRoll(proposalId);
    const withdrawn = { ...proposal, status: 'WITHDRAWN' as const, mergeIntoId: undefined };
    const after = { ...taken.value, proposal: withdrawn };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'WITHDRAWN' }));
  });
}
