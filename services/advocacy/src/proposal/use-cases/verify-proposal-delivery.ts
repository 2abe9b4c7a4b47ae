import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import { verificationTask } from '../proposal.policy.js';
import { isReopened, roundOf } from '../proposal-rule.js';
import type { ProposalId } from '../proposal.js';

/** Whether what was delivered works for a supporter. */
export type VerifyProposalDelivery = { readonly proposalId: ProposalId; readonly works: boolean };

/** Says whether it works, once per supporter, whose last word counts. Enough "not yet" reopens it in the same transaction; once. */
export function verifyProposalDelivery(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId, works }: VerifyProposalDelivery,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'VERIFY', now });
    if (!taken.ok) return taken;
    const memberId = memberOf(actor);
    if (memberId === undefined) return err(notAllowed('VERIFY', 'Proposal'));
    const { proposal } = taken.value;
    const round = proposal.deliveryRound;
    await unit.support.verify({ proposalId, round, memberId, yes: works, at: now });
    const tally = (await unit.support.tallyVerdicts([proposalId])).get(roundOf(proposalId, round)) ?? { yes: 0, no: 0 };
    const rule = await unit.screenings.rule(proposal.ruleVersion ?? 1);
    if (!isReopened(rule, proposal, tally)) return ok(taken.value);
    await unit.jobs.cancel(`${verificationTask}:${proposalId}:${round}`);
    const reopened = { ...proposal, status: 'REOPENED' as const, verifiedUntil: undefined };
    const after = { ...taken.value, proposal: reopened };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'REOPENED' }));
  });
}
