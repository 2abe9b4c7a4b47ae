import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';
import { checkWords, type ProposalWords } from '../proposal-text.js';

/** The new words of an open proposal. */
export type AmendProposal = ProposalWords & { readonly proposalId: ProposalId };

/**
 * Changes the words of an open proposal. Once somebody other than the author endorsed them it is a new version, which
 * nobody endorses yet: everybody who endorsed the former one is asked again and shown the difference.
 */
export function amendProposal({ transaction, clock, ids }: Deps, actor: Actor, input: AmendProposal) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: input.proposalId, action: 'AMEND', now });
    if (!taken.ok) return taken;
    const { proposal } = taken.value;
    const words = checkWords(input, { complete: true });
    if (!words.ok) return words;
    const isFrozen = await unit.support.isTextFrozen(proposal);
    const textNumber = proposal.textNumber + (isFrozen ? 1 : 0);
    await unit.proposalTexts.write({ ...words.value, proposalId: proposal.id, number: textNumber, writtenAt: now });
    await unit.matters.index({ kind: 'PROPOSAL', id: proposal.id }, words.value);
    return ok(
      await keepProposal(unit, ids, {
        before: taken.value,
        after: { ...taken.value, proposal: { ...proposal, textNumber } },
        at: now,
        ...(isFrozen && { change: 'TEXT_CHANGED' as const }),
      }),
    );
  });
}
