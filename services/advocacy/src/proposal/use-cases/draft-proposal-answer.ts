import { actorKey, departmentsOf, err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { takeProposal } from './change-proposal.js';
import { checkAnswer, type AnswerWords } from '../answer.js';
import type { ProposalId } from '../proposal.js';

/** A department's draft. */
export type DraftProposalAnswer = AnswerWords & { readonly proposalId: ProposalId };

/** Keeps a department's draft of an answer. Only the departments concerned can read it; nobody is told. */
export function draftProposalAnswer({ transaction, clock }: Deps, actor: Actor, input: DraftProposalAnswer) {
  return transaction(async (unit) => {
    const now = clock.now();
    const { proposalId } = input;
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'DRAFT_ANSWER', now });
    if (!taken.ok) return taken;
    const { proposal, supporting } = taken.value;
    const departmentId = departmentsOf(actor).find((id) => id === proposal.leadDepartmentId || supporting.includes(id));
    if (departmentId === undefined) return err(notAllowed('DRAFT_ANSWER', 'Proposal'));
    const words = checkAnswer(input);
    if (!words.ok) return words;
    await unit.answers.keepDraft({ ...words.value, proposalId, departmentId, draftedAt: now }, actorKey(actor));
    return ok(taken.value);
  });
}
