import { conflict, err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, peopleOf } from './change-proposal.js';
import { proposalLifecycle } from '../proposal-lifecycle.js';
import { verificationTask } from '../proposal.policy.js';
import type { ProposalId } from '../proposal.js';

/**
 * Closes a delivered proposal, as the platform, at the end of the time to verify: you said, we did. Only now are its
 * author and seconders credited with it, since until then its supporters could reopen it.
 */
export function closeVerification(
  { transaction, clock, ids }: Deps,
  { proposalId }: { readonly proposalId: ProposalId },
) {
  return transaction(async (unit) => {
    const file = await unit.proposals.takeVisible(systemActor(verificationTask), proposalId);
    if (file === null) return err(notFound('Proposal'));
    const { status, verifiedUntil } = file.proposal;
    const now = clock.now();
    // The database's clock may be ahead of ours: a job that comes too early is tried again, or nothing would ever close it.
    if (status === 'DELIVERED' && verifiedUntil !== undefined && now < verifiedUntil)
      return err(conflict('Its supporters can still say whether it works.'));
    if (!proposalLifecycle.can('CLOSE_VERIFICATION', file, now)) return ok(file);
    const at = verifiedUntil ?? now;
    const after = { ...file, proposal: { ...file.proposal, status: 'CLOSED' as const } };
    const saved = await keepProposal(unit, ids, { before: file, after, at, change: 'CLOSED' });
    const former = saved.seconders.filter(({ isFormer }) => isFormer).map(({ memberId }) => memberId);
    await unit.outbox.append('ProposalDelivered', proposalId, {
      proposalId,
      memberIds: peopleOf(saved).filter((id) => !former.includes(id)),
    });
    return ok(saved);
  });
}
