import { FieldChecks, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { keepProposal, takeProposal } from './change-proposal.js';
import type { ProposalId } from '../proposal.js';

/** Which step is done. */
export type CompleteProposalMilestone = {
  readonly proposalId: ProposalId;
  readonly milestoneId: Id<'ProposalMilestone'>;
};

/** Says, as somebody of the lead department, that a step is done. */
export function completeProposalMilestone(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { proposalId, milestoneId }: CompleteProposalMilestone,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeProposal(unit, actor, { id: proposalId, action: 'COMPLETE_MILESTONE', now });
    if (!taken.ok) return taken;
    const { proposal } = taken.value;
    const open = (await unit.answers.listMilestones([proposalId])).some(
      ({ id, round, doneAt }) => id === milestoneId && round === proposal.deliveryRound && doneAt === undefined,
    );
    const checked = new FieldChecks()
      .that(open, 'milestoneId', 'UNKNOWN', 'There is no such step to be done.')
      .finish(undefined);
    if (!checked.ok) return checked;
    await unit.answers.completeMilestone(milestoneId, now);
    return ok(
      await keepProposal(unit, ids, { before: taken.value, after: taken.value, at: now, change: 'MILESTONE_DONE' }),
    );
  });
}
