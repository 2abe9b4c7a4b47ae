import { conflict, err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal } from './change-proposal.js';
import { proposalLifecycle } from '../proposal-lifecycle.js';
import { gatheringTask } from '../proposal.policy.js';
import { monthsAfter } from '../proposal-rule.js';
import type { ProposalId } from '../proposal.js';

/**
 * Closes a gathering, as the platform, at its stated instant whatever the job's delay: qualified with enough support,
 * lapsed without. One that is not open any more is left alone.
 */
export function closeGathering({ transaction, clock, ids }: Deps, { proposalId }: { readonly proposalId: ProposalId }) {
  return transaction(async (unit) => {
    const file = await unit.proposals.takeVisible(systemActor(gatheringTask), proposalId);
    if (file === null) return err(notFound('Proposal'));
    const { proposal } = file;
    const now = clock.now();
    // The database's clock may be ahead of ours: a job that comes too early is tried again, or nothing would ever close it.
    const isOpen = proposal.status === 'GATHERING' || proposal.status === 'MERGE_OFFERED';
    if (isOpen && proposal.closesAt !== undefined && now < proposal.closesAt)
      return err(conflict('It is open for support until its closing instant.'));
    if (!proposalLifecycle.can('CLOSE_GATHERING', file, now)) return ok(file);
    const at = proposal.closesAt ?? now;
    const rule = await unit.screenings.rule(proposal.ruleVersion ?? 1);
    const count = (await unit.support.countEndorsements([proposalId])).get(proposalId) ?? 0;
    const isEnough = count >= (proposal.threshold ?? Infinity);
    await unit.support.trimRoll(proposalId);
    const closed = isEnough
      ? { ...proposal, status: 'QUALIFIED' as const, mergeIntoId: undefined }
      : {
          ...proposal,
          status: 'LAPSED' as const,
          mergeIntoId: undefined,
          revivableAt: monthsAfter(at, rule.reviveAfterMonths),
        };
    const change = isEnough ? 'QUALIFIED' : 'LAPSED';
    return ok(await keepProposal(unit, ids, { before: file, after: { ...file, proposal: closed }, at, change }));
  });
}
