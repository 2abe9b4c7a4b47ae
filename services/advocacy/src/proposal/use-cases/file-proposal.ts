import { actorKey, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { takeProposal } from './change-proposal.js';
import { openGathering } from './open-gathering.js';
import type { ProposalId } from '../proposal.js';

/** Which proposal to file, and whether it makes policy that the council has to adopt. */
export type FileProposal = { readonly proposalId: ProposalId; readonly needsCouncil: boolean };

/** Files a proposal: it is public and open for support from now on. */
export function fileProposal(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId, needsCouncil }: FileProposal,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'FILE', now });
    if (!taken.ok) return taken;
    await unit.screenings.addDecision({
      id: ids.ordered(),
      proposalId,
      decision: 'FILED',
      reason: undefined,
      note: '',
      decidedBy: actorKey(actor),
      decidedAt: now,
    });
    return ok(await openGathering(unit, ids, { file: taken.value, needsCouncil, now }));
  });
}
