import { actorKey, departmentsOf, isMember, isUnionOfficer, memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { ProposalAction } from './proposal-lifecycle.js';
import { stranger, type Proposal, type ProposalFile, type Standing } from './proposal.js';

/** Which proposals an actor may see; the repository turns this into SQL. Everybody sees what was opened for support once. */
export type ProposalScope = {
  readonly memberId: Id<'Member'> | undefined;
  /** The screening committee sees what was handed in, and drafts only once they were. */
  readonly screens: boolean;
  readonly all: boolean;
};

/** The timed task that closes gatherings. */
export const gatheringTask = 'close-gathering';

/** The timed task that ends the time to verify a delivery. */
export const verificationTask = 'close-verification';

const platformTasks: readonly string[] = [gatheringTask, verificationTask];

/** Authors and seconders see their own before it is public, the committee what was handed in, everybody what is public. */
export function visibleProposals(actor: Actor): ProposalScope {
  return {
    memberId: memberOf(actor),
    screens: isUnionOfficer(actor),
    all: actor.kind === 'system' && platformTasks.includes(actor.task),
  };
}

type Right = (actor: Actor, file: ProposalFile, standing: Standing) => boolean;

const author: Right = (actor, { proposal }) => proposal.authorId !== undefined && isMember(actor, proposal.authorId);

const invited: Right = (actor, { seconders }) =>
  seconders.some(({ memberId, acceptedAt }) => acceptedAt === undefined && isMember(actor, memberId));

const seconder: Right = (actor, { seconders }) => seconders.some(({ memberId }) => isMember(actor, memberId));

/** Union officers screen, but never what they wrote or second themselves. */
const committee: Right = (actor, file, standing) =>
  isUnionOfficer(actor) && !author(actor, file, standing) && !seconder(actor, file, standing);

/** Somebody else decides an appeal than who refused. */
const appealCommittee: Right = (actor, file, standing) =>
  committee(actor, file, standing) && actorKey(actor) !== file.proposal.refusedBy;

const isConcerned = ({ proposal, supporting }: ProposalFile, id: Id<'Department'>): boolean =>
  proposal.leadDepartmentId === id || supporting.includes(id);

/** People of the lead department or a supporting one. */
const department: Right = (actor, file) =>
  actor.kind === 'person' && departmentsOf(actor).some((id) => isConcerned(file, id));

const leadDepartment: Right = (actor, { proposal }) =>
  actor.kind === 'person' &&
  proposal.leadDepartmentId !== undefined &&
  departmentsOf(actor).includes(proposal.leadDepartmentId);

/** What a department says in public is its lead's to say (domain 1.2). */
const publisher: Right = (actor, { proposal }) =>
  actor.kind === 'person' &&
  actor.departmentPosts.some(({ departmentId, role }) => departmentId === proposal.leadDepartmentId && role === 'LEAD');

const endorser: Right = (actor, { proposal }, { onRoll, endorsedText }) =>
  memberOf(actor) !== undefined && onRoll && endorsedText !== proposal.textNumber;

const hasEndorsed = ({ textNumber }: Proposal, { endorsedText }: Standing): boolean => endorsedText === textNumber;

/** Who endorsed the text in force, its author and who seconded it. */
const supporter: Right = (actor, file, standing) =>
  memberOf(actor) !== undefined &&
  (hasEndorsed(file.proposal, standing) ||
    author(actor, file, standing) ||
    file.seconders.some(({ memberId, acceptedAt }) => acceptedAt !== undefined && isMember(actor, memberId)));

const task =
  (name: string): Right =>
  (actor) =>
    actor.kind === 'system' && actor.task === name;

/** One line per right over a proposal (domain 1.2, machine H). */
const rights: Readonly<Record<ProposalAction, Right>> = {
  EDIT: author,
  INVITE_SECONDER: author,
  ANSWER_SECONDING: invited,
  SUBMIT: author,
  RETURN: committee,
  REFUSE: committee,
  APPEAL: author,
  REJECT_APPEAL: appealCommittee,
  UPHOLD_APPEAL: appealCommittee,
  FILE: committee,
  OFFER_MERGE: committee,
  ACCEPT_MERGE: author,
  DECLINE_MERGE: author,
  AMEND: author,
  ENDORSE: endorser,
  WITHDRAW_ENDORSEMENT: (actor, { proposal }, standing) =>
    memberOf(actor) !== undefined && hasEndorsed(proposal, standing),
  CLOSE_GATHERING: task(gatheringTask),
  REVIVE: author,
  RECORD_COUNCIL: committee,
  ASSIGN: committee,
  ACKNOWLEDGE: leadDepartment,
  DRAFT_ANSWER: department,
  ANSWER: publisher,
  RATE: supporter,
  START_DELIVERY: publisher,
  COMPLETE_MILESTONE: leadDepartment,
  DELIVER: publisher,
  VERIFY: supporter,
  CLOSE_VERIFICATION: task(verificationTask),
  WITHDRAW: author,
};

/** Who may do what to a proposal. */
export const proposalPolicy = {
  can: (actor: Actor, action: ProposalAction, file: ProposalFile, standing: Standing = stranger): boolean =>
    rights[action](actor, file, standing),
  /** Elected officers are the screening committee, each but for what they wrote or second themselves. */
  canScreen: (actor: Actor): boolean => isUnionOfficer(actor),
  /** Any active member may write one. */
  canDraft: (actor: Actor): boolean => memberOf(actor) !== undefined,
  /** What the committee decided and why is for the author, who seconds it and the committee. */
  canSeeScreening: (actor: Actor, file: ProposalFile): boolean =>
    author(actor, file, stranger) || seconder(actor, file, stranger) || isUnionOfficer(actor),
  /** Who was asked to second and has not answered is for the author, and each for themselves. */
  canSeeInvitation: (actor: Actor, file: ProposalFile, memberId: Id<'Member'>): boolean =>
    author(actor, file, stranger) || isMember(actor, memberId),
  /** Drafts of an answer are for the departments concerned alone. */
  canSeeDrafts: (actor: Actor, file: ProposalFile): boolean => department(actor, file, stranger),
  /** The author's name is public only by the author's choice; the author, the seconders and the committee know it. */
  canSeeAuthor: (actor: Actor, file: ProposalFile): boolean =>
    file.proposal.authorNamed || proposalPolicy.canSeeScreening(actor, file),
  isAuthor: (actor: Actor, file: ProposalFile): boolean => author(actor, file, stranger),
};
