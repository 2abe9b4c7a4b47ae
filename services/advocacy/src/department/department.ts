/*
 * A partner department of the university, and who works for it. A post is a time with a first and a last instant; it
 * alone gives rights, to the referrals of that department and to nothing else. Owner: advocacy.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type DepartmentPost,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';

/** The id of a department. */
export type DepartmentId = Id<'Department'>;

/** A department, by its public name and what it is there for. */
export type Department = {
  readonly id: DepartmentId;
  readonly name: string;
  readonly remit: string;
  readonly version: number;
};

/** Somebody's time at a department. */
export type DepartmentStaff = {
  readonly id: Id<'DepartmentStaff'>;
  readonly departmentId: DepartmentId;
  readonly subject: string;
  readonly role: DepartmentPost['role'];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | undefined;
  readonly grantedBy: string;
  readonly version: number;
};

/** What is asked when somebody is appointed. */
export type StaffGrant = Pick<DepartmentStaff, 'departmentId' | 'subject' | 'role' | 'startsAt' | 'endsAt'>;

const termMaxMs = 3 * 366 * 86_400_000;

/** Checks an appointment: a named subject, at most three years, not over already. */
export function appointStaff(
  grant: StaffGrant,
  made: { readonly id: Id<'DepartmentStaff'>; readonly grantedBy: string; readonly now: Date },
): Result<DepartmentStaff, ValidationError> {
  const length = grant.endsAt.getTime() - grant.startsAt.getTime();
  return new FieldChecks()
    .text('subject', grant.subject, { max: 200 })
    .that(length > 0, 'endsAt', 'CONTRADICTION', 'An appointment ends after it starts.')
    .that(length <= termMaxMs, 'endsAt', 'OUT_OF_RANGE', 'An appointment lasts at most three years.')
    .that(grant.endsAt > made.now, 'endsAt', 'OUT_OF_RANGE', 'This appointment would be over already.')
    .finish({ ...grant, id: made.id, grantedBy: made.grantedBy, endedAt: undefined, version: 1 });
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
