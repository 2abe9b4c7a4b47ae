import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import { answerDue, isReconsidered, roundOf } from '../proposal-rule.js';
import type { ProposalId } from '../proposal.js';

/** Whether a supporter is satisfied with the answer. */
export type RateProposalAnswer = { readonly proposalId: ProposalId; readonly satisfied: boolean };

/**
 * Rates the answer, once per supporter, whose last word counts. The rating that makes too many dissatisfied sends it back
 * to the department in the same transaction; once, and the second answer is final.
 */
export function rateProposalAnswer(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId, satisfied }: RateProposalAnswer,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'RATE', now });
    if (!taken.ok) return taken;
    const memberId = memberOf(actor);
    if (memberId === undefined) return err(notAllowed('RATE', 'Proposal'));
    const { proposal } = taken.value;
    const round = proposal.answerRound;
    await unit.support.rate({ proposalId, round, memberId, yes: satisfied, at: now });
    const tally = (await unit.support.tallyRatings([proposalId])).get(roundOf(proposalId, round)) ?? { yes: 0, no: 0 };
    const rule = await unit.screenings.rule(proposal.ruleVersion ?? 1);
    if (!isReconsidered(rule, proposal, tally)) return ok(taken.value);
    const { calendar } = await unit.deadlines.ruleAt(now);
    const dueAt = answerDue(rule, proposal.complexity ?? 'COMPLEX', { now, zone: calendar.zone });
    const after = { ...taken.value, proposal: { ...proposal, status: 'RECONSIDERED' as const, dueAt } };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'RECONSIDERED' }));
  });
}
