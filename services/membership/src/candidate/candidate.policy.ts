import { actorKey, hasAppointment, isMember, registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import { appealOf, type Candidacy, type CandidateAction } from './candidate.js';

/** Which candidacies an actor may know of besides those published; the repository turns this into SQL. */
export type CandidateScope = {
  readonly everybody: boolean;
  /** Who runs elections sees every candidacy of those they are no party to. */
  readonly runs: boolean;
  /** Who decides appeals sees what was appealed against, where they are no party and did not decide. */
  readonly decidesAppeals: boolean;
  readonly memberId: MemberId | undefined;
  readonly name: string;
};

/** People see where they stand themselves; before the publication nobody else does but who screens. */
export function visibleCandidates(actor: Actor): CandidateScope {
  const runs = hasAppointment(actor, 'RETURNING_OFFICER');
  return {
    everybody: actor.kind === 'system',
    runs,
    decidesAppeals: runs || hasAppointment(actor, 'ADMIN'),
    memberId: registeredMemberOf(actor),
    name: actorKey(actor),
  };
}

/** Nobody runs an election that they stand or nominate in, or whose other key they hold. */
function runs(actor: Actor, { isViewerInvolved, election }: Candidacy): boolean {
  return hasAppointment(actor, 'RETURNING_OFFICER') && !isViewerInvolved && actorKey(actor) !== election.secondTrustee;
}

/** One's own candidacy, as long as one has the rights of a member and runs no elections. */
function isOwn(actor: Actor, { candidate: { memberId } }: Candidacy): boolean {
  return memberId !== undefined && isMember(actor, memberId) && !hasAppointment(actor, 'RETURNING_OFFICER');
}

/** Standing down needs no right but to be it: neither a suspension nor an office keeps anybody in a race. */
function isSelf(actor: Actor, { candidate: { memberId } }: Candidacy): boolean {
  return memberId !== undefined && registeredMemberOf(actor) === memberId;
}

/** Another one than who made the decision, with nothing to do with the election. */
function decidesAppeal(actor: Actor, candidacy: Candidacy): boolean {
  const isOffice = hasAppointment(actor, 'RETURNING_OFFICER') || hasAppointment(actor, 'ADMIN');
  const appeal = appealOf(candidacy);
  return isOffice && !candidacy.isViewerInvolved && appeal !== undefined && appeal.againstBy !== actorKey(actor);
}

const rights: Readonly<Record<CandidateAction, (actor: Actor, candidacy: Candidacy) => boolean>> = {
  CONSENT: isOwn,
  DECLINE: isSelf,
  EDIT_STATEMENT: isOwn,
  WITHDRAW: isSelf,
  SCREEN: runs,
  DISQUALIFY: runs,
  APPEAL: isSelf,
  DECIDE_APPEAL: decidesAppeal,
};

/** Who may do what to a candidacy (machine K). */
export const candidatePolicy = {
  can: (actor: Actor, action: CandidateAction, candidacy: Candidacy): boolean => rights[action](actor, candidacy),
  /** Active members who run no elections; that they are in the electorate is asked with the contest. */
  canNominate: (actor: Actor): boolean =>
    actor.kind === 'person' && actor.memberId !== undefined && !hasAppointment(actor, 'RETURNING_OFFICER'),
  /** Who nominated somebody is between the candidate and who screens. */
  canSeeNominators: (actor: Actor, candidacy: Candidacy): boolean =>
    actor.kind === 'system' || isSelf(actor, candidacy) || runs(actor, candidacy),
  /** The candidate, who screens, and who decides the appeal. */
  canSeeAppeal: (actor: Actor, candidacy: Candidacy): boolean =>
    actor.kind === 'system' || isSelf(actor, candidacy) || runs(actor, candidacy) || decidesAppeal(actor, candidacy),
  /** Why somebody was taken out is public; why somebody was refused is not. */
  canSeeReason: (actor: Actor, candidacy: Candidacy): boolean =>
    candidacy.candidate.status === 'DISQUALIFIED' || candidatePolicy.canSeeAppeal(actor, candidacy),
};
