import { actorKey, FieldChecks, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';
import { checkNote } from '../screening.js';

/** Which proposal might join which other one, and why. */
export type OfferProposalMerge = {
  readonly proposalId: ProposalId;
  readonly targetId: ProposalId;
  readonly note: string;
};

/** Suggests to an author to join another proposal that is open for support; nothing happens before the author agrees. */
export function offerProposalMerge({ transaction, clock, ids }: Deps, actor: Actor, input: OfferProposalMerge) {
  return transaction(async (unit) => {
    const now = clock.now();
    const { proposalId, targetId } = input;
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'OFFER_MERGE', now });
    if (!taken.ok) return taken;
    const note = checkNote('note', input.note);
    if (!note.ok) return note;
    const target = await unit.proposals.findVisible(actor, targetId);
    const named = new FieldChecks()
      .that(target?.proposal.status === 'GATHERING', 'targetId', 'UNKNOWN', 'Name a proposal that is open for support.')
      .that(targetId !== proposalId, 'targetId', 'CONTRADICTION', 'A proposal cannot join itself.')
      .finish(undefined);
    if (!named.ok) return named;
    await unit.screenings.addDecision({
      id: ids.ordered(),
      proposalId,
      decision: 'MERGE_OFFERED',
      reason: undefined,
      note: note.value,
      decidedBy: actorKey(actor),
      decidedAt: now,
    });
    const { proposal } = taken.value;
    const offered = { ...proposal, status: 'MERGE_OFFERED' as const, mergeIntoId: targetId };
    return ok(
      await keepProposal(unit, ids, {
        before: taken.value,
        after: { ...taken.value, proposal: offered },
        at: now,
        change: 'MERGE_OFFERED',
        to: proposal.authorId === undefined ? [] : [proposal.authorId],
      }),
    );
  });
}
