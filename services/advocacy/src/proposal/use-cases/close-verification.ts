import { err, notFound, ok, systemActor } from '@guildhall/kernel';
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
    if (!proposalLifecycle.can('CLOSE_VERIFICATION', file, clock.now())) return ok(file);
    const at = file.proposal.verifiedUntil ?? clock.now();
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
