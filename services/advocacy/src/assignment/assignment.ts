/*
 * An assignment: that somebody of the advice service works on a case, from an instant to an instant.
 * Life: begun, ended with a reason. Owner: advocacy; kept for good, because who acted for one side never acts for the other.
 */
import type { Id } from '@guildhall/kernel';

/** The id of an assignment. */
export type AssignmentId = Id<'CaseAssignment'>;

/** As what somebody works on a case: the case worker, or the second one who reads along and writes notes. */
export type AssignmentPart = 'WORKER' | 'SECOND';

/** Why an assignment ended. */
export type AssignmentEnd = 'REASSIGNED' | 'RECUSED' | 'WALLED' | 'RELIEVED';

/** What this service knows of a colleague now. */
export type Colleague = {
  readonly isWorker: boolean;
  readonly isStaff: boolean;
  readonly isOfficer: boolean;
  readonly memberId: Id<'Member'> | undefined;
};
