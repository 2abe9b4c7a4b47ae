import { actorKey, hasAppointment, registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import type { ElectionComplaintAction, JudgedComplaint } from './election-complaint.js';

/** Which complaints an actor may read; the repository turns this into SQL. */
export type ComplaintScope = {
  readonly everybody: boolean;
  /** Who runs elections reads the complaints about those they are no party to, and whose other key they do not hold. */
  readonly runs: boolean;
  readonly memberId: MemberId | undefined;
  readonly name: string;
};

/** Who complains reads their own; nobody else does but who rules, also not whom it is about. */
export function visibleComplaints(actor: Actor): ComplaintScope {
  return {
    everybody: actor.kind === 'system',
    runs: hasAppointment(actor, 'RETURNING_OFFICER'),
    memberId: registeredMemberOf(actor),
    name: actorKey(actor),
  };
}

/** Who runs the election: as for every other step of it, nobody with a part in it. */
function runs(actor: Actor, { election, isViewerInvolved }: JudgedComplaint): boolean {
  return hasAppointment(actor, 'RETURNING_OFFICER') && !isViewerInvolved && actorKey(actor) !== election.secondTrustee;
}

const isAuthor = (actor: Actor, { complaint: { memberId } }: JudgedComplaint): boolean =>
  memberId !== undefined && registeredMemberOf(actor) === memberId;

const rights: Readonly<Record<ElectionComplaintAction, (actor: Actor, judged: JudgedComplaint) => boolean>> = {
  RULE: (actor, judged) => runs(actor, judged) && !isAuthor(actor, judged),
};

/** Who may do what to a complaint. */
export const electionComplaintPolicy = {
  can: (actor: Actor, action: ElectionComplaintAction, judged: JudgedComplaint): boolean =>
    rights[action](actor, judged),
};
