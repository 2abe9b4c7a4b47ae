import { actorKey, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';
import { checkNote, type RefusalReason } from '../screening.js';

/** Why a proposal is not filed. */
export type RefuseProposal = {
  readonly proposalId: ProposalId;
  readonly reason: RefusalReason;
  readonly note: string;
};

/** Does not file a proposal, with a reason that its author can appeal against once. */
export function refuseProposal({ transaction, clock, ids }: Deps, actor: Actor, input: RefuseProposal) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: input.proposalId, action: 'REFUSE', now });
    if (!taken.ok) return taken;
    const note = checkNote('note', input.note);
    if (!note.ok) return note;
    const decidedBy = actorKey(actor);
    await unit.screenings.addDecision({
      id: ids.ordered(),
      proposalId: input.proposalId,
      decision: 'NOT_FILED',
      reason: input.reason,
      note: note.value,
      decidedBy,
      decidedAt: now,
    });
    const { proposal } = taken.value;
    const after = { ...taken.value, proposal: { ...proposal, status: 'NOT_FILED' as const, refusedBy: decidedBy } };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'NOT_FILED' }));
  });
}
