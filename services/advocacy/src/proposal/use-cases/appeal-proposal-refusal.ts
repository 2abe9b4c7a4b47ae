import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';
import { checkNote } from '../screening.js';

/** Why it should be filed after all. */
export type AppealProposalRefusal = { readonly proposalId: ProposalId; readonly words: string };

/** Appeals against a refusal; once, and somebody else decides. */
export function appealProposalRefusal({ transaction, clock, ids }: Deps, actor: Actor, input: AppealProposalRefusal) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: input.proposalId, action: 'APPEAL', now });
    if (!taken.ok) return taken;
    const words = checkNote('words', input.words);
    if (!words.ok) return words;
    await unit.screenings.addAppeal(input.proposalId, words.value, now);
    const after = {
      ...taken.value,
      proposal: { ...taken.value.proposal, status: 'APPEALED' as const, appealedAt: now },
    };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now }));
  });
}
