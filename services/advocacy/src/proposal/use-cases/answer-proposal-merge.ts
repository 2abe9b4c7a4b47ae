import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import { gatheringTask } from '../proposal.policy.js';
import type { ProposalId } from '../proposal.js';

/** Whether the author agrees to join the other proposal. */
export type AnswerProposalMerge = { readonly proposalId: ProposalId; readonly accept: boolean };

/**
 * Answers a suggested merge. A merged proposal brings none of its supporters along: each is asked, and endorses the other
 * one by their own act. A declined one goes on where it was.
 */
export function answerProposalMerge(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId, accept }: AnswerProposalMerge,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const action = accept ? 'ACCEPT_MERGE' : 'DECLINE_MERGE';
    const taken = await takeProposal(unit, actor, { id: proposalId, action, now });
    if (!taken.ok) return taken;
    const { proposal } = taken.value;
    const isGathering = proposal.closesAt !== undefined;
    const goesOn = { ...proposal, status: isGathering ? ('GATHERING' as const) : ('SCREENING' as const) };
    const next = accept ? { ...proposal, status: 'MERGED' as const } : { ...goesOn, mergeIntoId: undefined };
    if (accept && isGathering) {
      await unit.jobs.cancel(`${gatheringTask}:${proposal.id}:${proposal.opening}`);
      await unit.support.trimRoll(proposal.id);
    }
    return ok(
      await keepProposal(unit, ids, {
        before: taken.value,
        after: { ...taken.value, proposal: next },
        at: now,
        ...(accept && { change: 'MERGED' as const }),
      }),
    );
  });
}
