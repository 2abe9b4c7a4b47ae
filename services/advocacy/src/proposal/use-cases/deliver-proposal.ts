import { FieldChecks, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import { verificationTask } from '../proposal.policy.js';
import { daysAfter } from '../proposal-rule.js';
import type { ProposalId } from '../proposal.js';

/** What was done, in words for everybody. */
export type DeliverProposal = { readonly proposalId: ProposalId; readonly summary: string };

/** Says, as the lead of the lead department, that all of it is done. Its supporters say whether it works. */
export function deliverProposal(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId, summary }: DeliverProposal,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'DELIVER', now });
    if (!taken.ok) return taken;
    const { proposal } = taken.value;
    const open = (await unit.answers.listMilestones([proposalId])).filter(
      ({ round, doneAt }) => round === proposal.deliveryRound && doneAt === undefined,
    );
    const checked = new FieldChecks()
      .text('summary', summary, { max: 2000 })
      .that(open.length === 0, 'milestones', 'CONTRADICTION', 'Complete every step first.')
      .finish(summary.trim());
    if (!checked.ok) return checked;
    const { verifyDays } = await unit.screenings.rule(proposal.ruleVersion ?? 1);
    const verifiedUntil = daysAfter(now, verifyDays);
    await unit.jobs.enqueue(
      verificationTask,
      { proposalId },
      { runAt: verifiedUntil, key: `${verificationTask}:${proposalId}:${proposal.deliveryRound}` },
    );
    const delivered = { ...proposal, status: 'DELIVERED' as const, verifiedUntil, deliverySummary: checked.value };
    const after = { ...taken.value, proposal: delivered };
    return ok(await keepProposal(unit, ids, { before: taken.value, after, at: now, change: 'DELIVERED' }));
  });
}
