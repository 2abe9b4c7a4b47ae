import { actorKey, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { ruleOn, type ElectionComplaintId } from '../election-complaint.js';
import { electionComplaintPolicy } from '../election-complaint.policy.js';

/** How which complaint is ruled on. */
export type RuleOnElectionComplaint = {
  readonly complaintId: ElectionComplaintId;
  readonly isUpheld: boolean;
  readonly ruling: string;
};

/** Rules on a complaint, as somebody without a part in the election; its author is told. */
export function ruleOnElectionComplaint({ transaction, clock }: Deps, actor: Actor, input: RuleOnElectionComplaint) {
  return transaction(async (unit) => {
    const judged = await unit.electionComplaints.findLocked(actor, input.complaintId);
    if (judged === null) return err(notFound('ElectionComplaint'));
    if (!electionComplaintPolicy.can(actor, 'RULE', judged)) return err(notAllowed('RULE', 'ElectionComplaint'));
    const ruling = { isUpheld: input.isUpheld, ruling: input.ruling.trim() };
    const ruled = ruleOn(judged, ruling, { by: actorKey(actor), now: clock.now() });
    if (!ruled.ok) return ruled;
    const complaint = await unit.electionComplaints.save(ruled.value);
    const { id: sourceId, memberId, electionId } = complaint;
    const subject = { kind: 'ELECTION', id: electionId } as const;
    if (memberId !== undefined)
      await unit.notifications.tell({ to: memberId, reason: 'COMPLAINT_RULED', sourceId, subject });
    return ok({ ...judged, complaint });
  });
}
