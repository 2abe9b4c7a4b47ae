import { actorKey, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';
import { checkNote } from '../screening.js';

/** What to mend in which proposal. */
export type ReturnProposal = { readonly proposalId: ProposalId; readonly note: string };

/** Sends a proposal back to its author with a note on what to mend. */
export function returnProposal({ transaction, clock, ids }: Deps, actor: Actor, input: ReturnProposal) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: input.proposalId, action: 'RETURN', now });
    if (!taken.ok) return taken;
    const note = checkNote('note', input.note);
    if (!note.ok) return note;
    await unit.screenings.addDecision({
      id: ids.ordered(),
      proposalId: input.proposalId,
      decision: 'RETURNED',
      reason: undefined,
      note: note.value,
      decidedBy: actorKey(actor),
      decidedAt: now,
    });
    const after = { ...taken.value, proposal: { ...taken.value.proposal, status: 'DRAFT' as const } };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'RETURNED' }));
  });
}
