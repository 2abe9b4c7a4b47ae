import { actorKey, err, notAllowed, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkAnswer, type AnswerWords } from '../answer.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import { daysAfter } from '../proposal-rule.js';
import type { ProposalId } from '../proposal.js';

/** What the lead department answers. */
export type PublishProposalAnswer = AnswerWords & {
  readonly proposalId: ProposalId;
  readonly idempotencyKey: string | undefined;
};

/** Publishes the lead department's answer, as its lead. The first may be reconsidered once, the second is final. */
export function publishProposalAnswer(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  input: PublishProposalAnswer,
) {
  const { idempotencyKey, ...asked } = input;
  const { proposalId } = asked;
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'publishProposalAnswer', input: asked },
    async ({ proposals }, id) => {
      const file = await proposals.findVisible(actor, toId(id));
      return file === null ? null : { ...file, id: file.proposal.id };
    },
    async (unit) => {
      const now = clock.now();
      const taken = await takeProposal(unit, actor, { id: proposalId, action: 'ANSWER', now });
      if (!taken.ok) return taken;
      const { proposal } = taken.value;
      const departmentId = proposal.leadDepartmentId;
      if (departmentId === undefined) return err(notAllowed('ANSWER', 'Proposal'));
      const words = checkAnswer(asked);
      if (!words.ok) return words;
      const rule = await unit.screenings.rule(proposal.ruleVersion ?? 1);
      const round = proposal.answerRound + 1;
      await unit.answers.publish({ ...words.value, proposalId, round, departmentId, answeredAt: now });
      await unit.answers.dropDrafts(proposalId);
      const answered = {
        ...proposal,
        status: 'ANSWERED' as const,
        answerRound: round,
        decision: words.value.decision,
        ratedUntil: daysAfter(now, rule.ratingDays),
      };
      const after = { ...taken.value, proposal: answered };
      const saved = await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'ANSWERED' });
      return ok({ ...saved, id: proposalId });
    },
  );
}
