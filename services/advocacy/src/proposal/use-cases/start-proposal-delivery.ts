import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkMilestones, type MilestonePlan } from '../answer.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';

/** What will be done by when. */
export type StartProposalDelivery = {
  readonly proposalId: ProposalId;
  readonly milestones: readonly MilestonePlan[];
};

/** Begins to do what was promised, as the lead of the lead department, with dated steps. */
export function startProposalDelivery({ transaction, clock, ids }: Deps, actor: Actor, input: StartProposalDelivery) {
  return transaction(async (unit) => {
    const now = clock.now();
    const { proposalId } = input;
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'START_DELIVERY', now });
    if (!taken.ok) return taken;
    const plan = checkMilestones(input.milestones, now.toISOString().slice(0, 10));
    if (!plan.ok) return plan;
    const { proposal } = taken.value;
    const round = proposal.deliveryRound + 1;
    await unit.answers.addMilestones(
      plan.value.map((milestone) => ({ ...milestone, id: ids.ordered(), proposalId, round, doneAt: undefined })),
    );
    const begun = { ...proposal, status: 'IN_DELIVERY' as const, deliveryRound: round };
    const after = { ...taken.value, proposal: begun };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'DELIVERY_STARTED' }));
  });
}
