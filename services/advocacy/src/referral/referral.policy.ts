import { departmentsOf, type Id } from '@guildhall/kernel';
import type { Pseudonym } from '../sealing/sealing.js';
import { activeWorker, isStudentOf, isWorkerOf, type CaseViewer } from '../sealing/viewer.js';
import type { ReferralAction, ReferralFile } from './referral.js';

/** Which referrals an actor may see; the repository turns this into SQL. Departments see what was sent to them and nothing before. */
export type ReferralScope = {
  readonly student: Pseudonym | undefined;
  readonly assignee: string | undefined;
  readonly departmentIds: readonly Id<'Department'>[];
};

/** Students and assigned workers see the referrals of their cases, departments those sent to them; a machine client needs its scope too. */
export function visibleReferrals(viewer: CaseViewer): ReferralScope {
  const { actor, self } = viewer;
  const isReader = actor.kind === 'person' || (actor.kind === 'machine' && actor.scopes.includes('referrals:read'));
  return { student: self, assignee: activeWorker(viewer), departmentIds: isReader ? departmentsOf(actor) : [] };
}

type Right = (viewer: CaseViewer, file: ReferralFile) => boolean;

const byStudent: Right = (viewer, { sides }) => isStudentOf(viewer, sides);
const byWorker: Right = (viewer, { sides }) => isWorkerOf(viewer, sides);

/** A person of the department of this referral, or its machine client with the scope to answer. */
const byDepartment: Right = ({ actor }, { referral }) => {
  const mayAnswer = actor.kind === 'person' || (actor.kind === 'machine' && actor.scopes.includes('referrals:answer'));
  return mayAnswer && referral.sentAt !== undefined && departmentsOf(actor).includes(referral.departmentId);
};

/** Published answers are the lead's (domain 1.2), or come from the department's own system. */
const byPublisher: Right = (viewer, file) => {
  const { actor } = viewer;
  const leads =
    actor.kind === 'person' &&
    actor.departmentPosts.some((post) => post.departmentId === file.referral.departmentId && post.role === 'LEAD');
  return byDepartment(viewer, file) && (leads || actor.kind === 'machine');
};

/** One line per right over a referral (domain 1.2, machine I). */
const rights: Readonly<Record<ReferralAction, Right>> = {
  CONSENT: byStudent,
  SEND: byWorker,
  ACKNOWLEDGE: byDepartment,
  ASK_INFORMATION: byDepartment,
  PROPOSE_ANSWER: byWorker,
  ANSWER: byStudent,
  DRAFT_RESPONSE: byDepartment,
  RESPOND: byPublisher,
  START_ACTIONS: byPublisher,
  CLOSE: byWorker,
  WITHDRAW: byStudent,
};

/** Who may do what to a referral. */
export const referralPolicy = {
  can: (viewer: CaseViewer, action: ReferralAction, file: ReferralFile): boolean => rights[action](viewer, file),
  /** One side only: a case worker who also works for the department does not refer to it. */
  canReferTo: ({ actor }: CaseViewer, departmentId: Id<'Department'>): boolean =>
    !departmentsOf(actor).includes(departmentId),
  /** The department's draft of an answer is nobody else's until it is published. */
  isDepartment: byDepartment,
  /** The two sides of the case always see the content; the department while the student's consent lives. */
  canSeeContent: (viewer: CaseViewer, file: ReferralFile): boolean =>
    byStudent(viewer, file) || byWorker(viewer, file) || file.referral.withdrawnAt === undefined,
};
