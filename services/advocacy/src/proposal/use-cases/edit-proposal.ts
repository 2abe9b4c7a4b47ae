import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';
import { checkWords, type ProposalWords } from '../proposal-text.js';

/** The new words of a draft. */
export type EditProposal = ProposalWords & { readonly proposalId: ProposalId; readonly authorNamed: boolean };

/**
 * Changes a draft. Who seconded other words is asked again; a draft that gathered support before gets a new version, so
 * that what people endorsed stays as it was.
 */
export function editProposal({ transaction, clock, ids }: Deps, actor: Actor, input: EditProposal) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: input.proposalId, action: 'EDIT', now });
    if (!taken.ok) return taken;
    const { proposal, seconders } = taken.value;
    const words = checkWords(input, { complete: false });
    if (!words.ok) return words;
    const isFrozen = await unit.support.isTextFrozen(proposal);
    const number = proposal.textNumber + (isFrozen ? 1 : 0);
    await unit.proposalTexts.write({ ...words.value, proposalId: proposal.id, number, writtenAt: now });
    await unit.screenings.askAgain(proposal.id);
    const asked = seconders.map((seconder) => ({ ...seconder, acceptedAt: undefined }));
    const after = {
      ...taken.value,
      seconders: asked,
      proposal: { ...proposal, textNumber: number, authorNamed: input.authorNamed },
    };
    const wasSeconded = seconders.some(({ acceptedAt }) => acceptedAt !== undefined);
    const to = seconders.map(({ memberId }) => memberId);
    return ok(
      await keepProposal(unit, ids, {
        before: taken.value,
        after,
        at: now,
        ...(wasSeconded && { change: 'SECONDING_ASKED' as const, to }),
      }),
    );
  });
}
