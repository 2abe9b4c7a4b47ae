import { actorKey, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import { openGathering } from './open-gathering.js';
import type { ProposalId } from '../proposal.js';
import { checkNote } from '../screening.js';

/** What was decided on an appeal, and why. */
export type DecideProposalAppeal = {
  readonly proposalId: ProposalId;
  readonly uphold: boolean;
  readonly needsCouncil: boolean;
  readonly note: string;
};

/** Decides an appeal, as somebody else than who refused: upheld, the proposal is filed; rejected, it stays unfiled for good. */
export function decideProposalAppeal({ transaction, clock, ids }: Deps, actor: Actor, input: DecideProposalAppeal) {
  return transaction(async (unit) => {
    const now = clock.now();
    const { proposalId, uphold } = input;
    const action = uphold ? 'UPHOLD_APPEAL' : 'REJECT_APPEAL';
    const taken = await takeProposal(unit, actor, { id: proposalId, action, now });
    if (!taken.ok) return taken;
    const note = checkNote('note', input.note);
    if (!note.ok) return note;
    await unit.screenings.addDecision({
      id: ids.ordered(),
      proposalId,
      decision: uphold ? 'APPEAL_UPHELD' : 'APPEAL_REJECTED',
      reason: undefined,
      note: note.value,
      decidedBy: actorKey(actor),
      decidedAt: now,
    });
    if (uphold) return ok(await openGathering(unit, ids, { file: taken.value, needsCouncil: input.needsCouncil, now }));
    const after = { ...taken.value, proposal: { ...taken.value.proposal, status: 'NOT_FILED' as const } };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'NOT_FILED' }));
  });
}
