import { departmentsOf, type Id } from '@guildhall/kernel';
import { isLeadOf } from '../department/department.js';
import type { Pseudonym } from '../sealing/sealing.js';
import { activeWorker, isStudentOf, isWorkerOf, type CaseViewer } from '../sealing/viewer.js';
import { milestoneTask } from './milestone.js';
import type { ReferralAction, ReferralFile } from './referral.js';

/**
 * Which referrals an actor may see; the repository turns this into SQL. Departments see what was sent to them and nothing
 * before: of `departmentIds` with the content, of `standingIds` where a referral stands and until when it is due.
 */
export type ReferralScope = {
  readonly student: Pseudonym | undefined;
  readonly assignee: string | undefined;
  readonly departmentIds: readonly Id<'Department'>[];
  readonly standingIds: readonly Id<'Department'>[];
  /** The platform finds the referral of a promise that was not kept in time. */
  readonly isPlatform: boolean;
};

/**
 * Students and assigned workers see the referrals of their cases, departments those sent to them. A machine client needs a
 * scope too: `referrals:read` opens the content, `status:read` no word of it.
 */
export function visibleReferrals(viewer: CaseViewer): ReferralScope {
  const { actor, self } = viewer;
  const has = (scope: string): boolean => actor.kind === 'machine' && actor.scopes.includes(scope);
  const isReader = actor.kind === 'person' || has('referrals:read');
  const departmentIds = isReader ? departmentsOf(actor) : [];
  return {
    student: self,
    assignee: activeWorker(viewer),
    departmentIds,
    standingIds: has('status:read') ? departmentsOf(actor) : departmentIds,
    isPlatform: actor.kind === 'system' && actor.task === milestoneTask,
  };
}

type Right = (viewer: CaseViewer, file: ReferralFile) => boolean;

const byStudent: Right = (viewer, { sides }) => isStudentOf(viewer, sides);
const byWorker: Right = (viewer, { sides }) => isWorkerOf(viewer, sides);

function isOtherSide({ actor }: CaseViewer, departmentId: Id<'Department'>): boolean {
  return !departmentsOf(actor).includes(departmentId);
}

const bySides: Right = (viewer, file) => byStudent(viewer, file) || byWorker(viewer, file);

/** A person of the department of this referral, or its machine client with the scope to answer. */
const byDepartment: Right = ({ actor }, { referral }) => {
  const mayAnswer = actor.kind === 'person' || (actor.kind === 'machine' && actor.scopes.includes('referrals:answer'));
  return mayAnswer && referral.sentAt !== undefined && departmentsOf(actor).includes(referral.departmentId);
};

/** Somebody of the department; who works on what is not for a program to decide. */
const byColleague: Right = (viewer, file) => viewer.actor.kind === 'person' && byDepartment(viewer, file);

/** Published answers are the lead's (domain 1.2), or come from the department's own system. */
const byPublisher: Right = (viewer, file) => {
  const { actor } = viewer;
  return byDepartment(viewer, file) && (isLeadOf(actor, file.referral.departmentId) || actor.kind === 'machine');
};

/** One line per right over a referral (domain 1.2, machine I). */
const rights: Readonly<Record<ReferralAction, Right>> = {
  CONSENT: byStudent,
  SEND: (viewer, file) => byWorker(viewer, file) && isOtherSide(viewer, file.referral.departmentId),
  ACKNOWLEDGE: byDepartment,
  ASK_INFORMATION: byDepartment,
  PROPOSE_ANSWER: byWorker,
  ANSWER: byStudent,
  DRAFT_RESPONSE: byDepartment,
  RESPOND: byPublisher,
  START_ACTIONS: byPublisher,
  ADD_MILESTONE: byPublisher,
  HAND: byColleague,
  CLOSE: byWorker,
  WITHDRAW: byStudent,
};

/** Who may do what to a referral. */
export const referralPolicy = {
  can: (viewer: CaseViewer, action: ReferralAction, file: ReferralFile): boolean => rights[action](viewer, file),
  /** One side only: a case worker who also works for the department does not refer to it. */
  canReferTo: isOtherSide,
  /** The department's draft of an answer is nobody else's until it is published. */
  isDepartment: byDepartment,
  /** The two sides of the case always see the content; the department's readers while the student's consent lives. */
  canSeeContent: (viewer: CaseViewer, file: ReferralFile): boolean =>
    bySides(viewer, file) ||
    (file.referral.withdrawnAt === undefined &&
      visibleReferrals(viewer).departmentIds.includes(file.referral.departmentId)),
  /** What the department would see is shown to who decides on it, and to who proposes it. */
  canPreview: bySides,
  /** Where a matter was sent on to is for the student and the case worker, and for no department. */
  canSeeChain: bySides,
  /** Who holds what, and who opened it, is the student's to know. */
  canSeeHolders: byStudent,
  /** The figures of a department's work are its lead's (domain 1.2). */
  canSeeFigures: isLeadOf,
  /** A promise is kept by those who may say that it is: the department that made it. */
  canKeepPromise: byPublisher,
  /** The platform alone tells that a promise was not kept in time. */
  canTellOfLateness: ({ actor }: CaseViewer): boolean => actor.kind === 'system' && actor.task === milestoneTask,
};
