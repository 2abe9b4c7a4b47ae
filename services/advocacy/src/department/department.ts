/*
 * A partner department of the university, and who works for it. A department is active until the administrator closes it:
 * it then takes nothing new and still answers what it has. A post is a time with a first and a last instant; it alone
 * gives rights, to the referrals of that department and to nothing else. Owner: advocacy.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  validationError,
  type Actor,
  type DepartmentPost,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';

/** The id of a department. */
export type DepartmentId = Id<'Department'>;

/** A department, by its public name, what it is there for and how to reach it. */
export type Department = {
  readonly id: DepartmentId;
  readonly name: string;
  readonly remit: string;
  readonly contact: string;
  readonly closedAt: Date | undefined;
  readonly version: number;
};

/** What can be done at a department. */
export const departmentActions = [
  'APPOINT_STAFF',
  'APPOINT_LEAD',
  'EDIT',
  'RENAME',
  'CLOSE',
  'REOPEN',
  'MANAGE_CLIENTS',
  'MANAGE_WEBHOOKS',
] as const;

/** Something that can be done at a department. */
export type DepartmentAction = (typeof departmentActions)[number];

/** Whether a department takes new referrals. */
export type DepartmentStatus = 'ACTIVE' | 'CLOSED';

/** Where a department stands. */
export function statusOf({ closedAt }: Pick<Department, 'closedAt'>): DepartmentStatus {
  return closedAt === undefined ? 'ACTIVE' : 'CLOSED';
}

/** What is told of a department. */
export type DepartmentFacts = Pick<Department, 'name' | 'remit' | 'contact'>;

/** Checks what is told of a department; how to reach it may be left empty. */
export function checkDepartment(facts: DepartmentFacts): Result<DepartmentFacts, ValidationError> {
  const told = { name: facts.name.trim(), remit: facts.remit.trim(), contact: facts.contact.trim() };
  return new FieldChecks()
    .text('name', told.name, { max: 120 })
    .text('remit', told.remit, { max: 500 })
    .text('contact', told.contact, { min: 0, max: 300 })
    .finish(told);
}

/** What would be told of a department after a change; what the change leaves out stays. */
export function withChange(facts: DepartmentFacts, change: Partial<DepartmentFacts>): DepartmentFacts {
  const { name = facts.name, remit = facts.remit, contact = facts.contact } = change;
  return { name, remit, contact };
}

/** Another department has the name already. */
export function nameTaken(): ValidationError {
  return validationError([
    { path: 'name', rule: 'CONTRADICTION', message: 'Another department has this name already.' },
  ]);
}

/** Closes a department, or opens it again. */
export function changeDepartmentStatus(
  department: Department,
  status: DepartmentStatus,
  now: Date,
): Result<Department, IllegalTransitionError> {
  const action = status === 'CLOSED' ? 'CLOSE' : 'REOPEN';
  if (statusOf(department) === status) return err(illegalTransition(action, status));
  return ok({ ...department, closedAt: status === 'CLOSED' ? now : undefined });
}

/** Whether the actor leads the department now. */
export function isLeadOf(actor: Actor, departmentId: DepartmentId): boolean {
  return (
    actor.kind === 'person' &&
    actor.departmentPosts.some((post) => post.departmentId === departmentId && post.role === 'LEAD')
  );
}

/** Somebody's time at a department. */
export type DepartmentStaff = {
  readonly id: Id<'DepartmentStaff'>;
  readonly departmentId: DepartmentId;
  readonly subject: string;
  /** How the person is called, for students whose referral they may read; without one it is the subject. */
  readonly name: string | undefined;
  readonly role: DepartmentPost['role'];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | undefined;
  readonly grantedBy: string;
  readonly version: number;
};

/** What is asked when somebody is appointed. */
export type StaffGrant = Pick<DepartmentStaff, 'departmentId' | 'subject' | 'role' | 'startsAt' | 'endsAt'> & {
  readonly name?: string | undefined;
};

const termMaxMs = 3 * 366 * 86_400_000;

/** Checks an appointment: a named subject, at most three years, not over already. */
export function appointStaff(
  grant: StaffGrant,
  made: { readonly id: Id<'DepartmentStaff'>; readonly grantedBy: string; readonly now: Date },
): Result<DepartmentStaff, ValidationError> {
  const length = grant.endsAt.getTime() - grant.startsAt.getTime();
  return new FieldChecks()
    .text('subject', grant.subject, { max: 200 })
    .text('name', grant.name ?? '', { min: 0, max: 120 })
    .that(length > 0, 'endsAt', 'CONTRADICTION', 'An appointment ends after it starts.')
    .that(length <= termMaxMs, 'endsAt', 'OUT_OF_RANGE', 'An appointment lasts at most three years.')
    .that(grant.endsAt > made.now, 'endsAt', 'OUT_OF_RANGE', 'This appointment would be over already.')
    .finish({
      ...grant,
      name: grant.name?.trim() === '' ? undefined : grant.name?.trim(),
      id: made.id,
      grantedBy: made.grantedBy,
      endedAt: undefined,
      version: 1,
    });
}

/** The instant from which a post gives no right any more. */
export function endOf({ endedAt, endsAt }: Pick<DepartmentStaff, 'endedAt' | 'endsAt'>): Date {
  return endedAt ?? endsAt;
}

/** Ends a post now; one that is over cannot end again. */
export function endPost(post: DepartmentStaff, now: Date): Result<DepartmentStaff, IllegalTransitionError> {
  if (endOf(post) <= now) return err(illegalTransition('END', 'ENDED'));
  return ok({ ...post, endedAt: now < post.startsAt ? post.startsAt : now });
}
