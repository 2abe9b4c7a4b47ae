import { FieldChecks, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';
import { checkWords } from '../proposal-text.js';

/** Hands a finished draft to the screening committee, once enough members second it. */
export function submitProposal(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId }: { readonly proposalId: ProposalId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'SUBMIT', now });
    if (!taken.ok) return taken;
    const { proposal, seconders } = taken.value;
    const text = await unit.proposalTexts.find(proposalId, proposal.textNumber);
    if (text === undefined) throw new Error('a proposal always has the text it names');
    const words = checkWords(text, { complete: true });
    if (!words.ok) return words;
    const { secondersMin } = await unit.screenings.ruleAt(now);
    const accepted = seconders.filter(({ acceptedAt }) => acceptedAt !== undefined).length;
    const seconded = new FieldChecks()
      .that(
        accepted >= secondersMin,
        'seconders',
        'REQUIRED',
        `At least ${secondersMin} members must have accepted to second it.`,
      )
      .finish(undefined);
    if (!seconded.ok) return seconded;
    const after = { ...taken.value, proposal: { ...proposal, status: 'SCREENING' as const, submittedAt: now } };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'SUBMITTED' }));
  });
}
