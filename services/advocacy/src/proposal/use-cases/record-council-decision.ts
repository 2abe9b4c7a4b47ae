import { actorKey, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import { checkCouncil, type CouncilDecision } from '../screening.js';

/** Records what the council decided about a qualified proposal that makes policy. */
export function recordCouncilDecision({ transaction, clock, ids }: Deps, actor: Actor, input: CouncilDecision) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: input.proposalId, action: 'RECORD_COUNCIL', now });
    if (!taken.ok) return taken;
    const decision = checkCouncil(input);
    if (!decision.ok) return decision;
    await unit.screenings.addCouncil(decision.value, actorKey(actor), now);
    const status = decision.value.adopted ? ('ADOPTED' as const) : ('NOT_ADOPTED' as const);
    const after = { ...taken.value, proposal: { ...taken.value.proposal, status } };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: status }));
  });
}
