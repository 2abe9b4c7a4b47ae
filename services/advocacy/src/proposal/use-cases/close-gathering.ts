import { conflict, err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { proposalLifecycle } from '../proposal-lifecycle.js';
import { gatheringTask } from '../proposal.policy.js';
import { monthsAfter, type ProposalRule } from '../proposal-rule.js';
import type { Proposal, ProposalId } from '../proposal.js';
import { keepProposal } from './change-proposal.js';

/**
 * Closes a gathering, as the platform, at its stated instant whatever the job's delay: qualified with enough support,
 * lapsed without. One that is not open any more is left alone.
 */
export function closeGathering({ transaction, clock, ids }: Deps, { proposalId }: { readonly proposalId: ProposalId }) {
  return transaction(async (unit) => {
    const file = await unit.proposals.takeVisible(systemActor(gatheringTask), proposalId);
    if (file === null) return err(notFound('Proposal'));
    const now = clock.now();
    // The database's clock may be ahead of ours: a job that comes too early is tried again, or nothing would ever close it.
    if (isStillOpen(file.proposal, now)) return err(conflict('It is open for support until its closing instant.'));
    if (!proposalLifecycle.can('CLOSE_GATHERING', file, now)) return ok(file);
    const rule = await unit.screenings.rule(file.proposal.ruleVersion ?? 1);
    const count = (await unit.support.countEndorsements([proposalId])).get(proposalId) ?? 0;
    await unit.support.trimRoll(proposalId);
    const proposal = closed(file.proposal, count, rule);
    const change = proposal.status === 'QUALIFIED' ? 'QUALIFIED' : 'LAPSED';
    const at = file.proposal.closesAt ?? now;
    return ok(await keepProposal(unit, ids, { before: file, after: { ...file, proposal }, at, change }));
  });
}

function isStillOpen({ status, closesAt }: Proposal, now: Date): boolean {
  return (status === 'GATHERING' || status === 'MERGE_OFFERED') && closesAt !== undefined && now < closesAt;
}

function closed(proposal: Proposal, count: number, { reviveAfterMonths }: ProposalRule): Proposal {
  const { threshold, closesAt } = proposal;
  const isEnough = threshold !== undefined && count >= threshold;
  if (isEnough) return { ...proposal, status: 'QUALIFIED', mergeIntoId: undefined };
  const revivableAt = closesAt && monthsAfter(closesAt, reviveAfterMonths);
  return { ...proposal, status: 'LAPSED', mergeIntoId: undefined, revivableAt };
}
