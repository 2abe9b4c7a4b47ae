/*
 * An enrolment: one member's way through one version of a learning path, pinned to that version.
 * Life: machine L, from enrolling to completing, dropping or running out. Owner: learning.
 */
import { defineLifecycle, ok, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import type { PathId, PathVersion, PathVersionId } from '../path/path.js';
import type { Step } from '../path/step.js';
import { firstProgress, type StepProgress } from './step-progress.js';

/** The id of an enrolment. */
export type EnrolmentId = Id<'Enrolment'>;

/** Where an enrolment stands. */
export type EnrolmentStatus = 'ENROLLED' | 'IN_PROGRESS' | 'COMPLETED' | 'DROPPED' | 'EXPIRED';

/** An enrolment as stored. */
export type Enrolment = {
  readonly id: EnrolmentId;
  readonly memberId: Id<'Member'>;
  readonly pathId: PathId;
  readonly pathVersionId: PathVersionId;
  readonly status: EnrolmentStatus;
  readonly enrolledAt: Date;
  readonly completedAt: Date | undefined;
  readonly version: number;
};

/** An enrolment with the progress on each of its steps, in order. */
export type Journey = { readonly enrolment: Enrolment; readonly steps: readonly StepProgress[] };

/** What can happen to an enrolment. */
export type EnrolmentAction = 'BEGIN' | 'COMPLETE' | 'REOPEN' | 'UPGRADE' | 'DROP' | 'EXPIRE';

/** The life of an enrolment. To upgrade and to drop are somebody's choice: the rest follows from the steps and from time. */
export const enrolmentLifecycle = defineLifecycle<Enrolment, EnrolmentStatus, EnrolmentAction>(
  {
    name: 'Enrolment',
    initial: ['ENROLLED'],
    states: ['ENROLLED', 'IN_PROGRESS', 'COMPLETED', 'DROPPED', 'EXPIRED'],
    transitions: {
      BEGIN: { from: ['ENROLLED'], to: ['IN_PROGRESS'] },
      COMPLETE: { from: ['ENROLLED', 'IN_PROGRESS'], to: ['COMPLETED'] },
      // A voided attendance takes back what it gave.
      REOPEN: { from: ['IN_PROGRESS', 'COMPLETED'], to: ['IN_PROGRESS', 'ENROLLED'] },
      // What is completed stays completed under the version it was completed by.
      UPGRADE: { from: ['ENROLLED', 'IN_PROGRESS'], to: ['ENROLLED', 'IN_PROGRESS'] },
      DROP: { from: ['ENROLLED', 'IN_PROGRESS'], to: ['DROPPED'] },
      EXPIRE: {
        from: ['ENROLLED', 'IN_PROGRESS'],
        to: ['EXPIRED'],
        guard: ({ enrolledAt }, now) => expiresAt(enrolledAt) <= now,
      },
    },
  },
  ({ status }) => status,
);

/** How long a path may take before the enrolment runs out, in milliseconds; our choice: two academic years. */
const termMs = 2 * 365 * 86_400_000;

/** The instant at which an enrolment that is not completed runs out. */
export function expiresAt(enrolledAt: Date): Date {
  return new Date(enrolledAt.getTime() + termMs);
}

/** Whether facts and the member's own work still count: an enrolment that was dropped or ran out never changes again. */
export function isLiving({ status }: Pick<Enrolment, 'status'>): boolean {
  return status !== 'DROPPED' && status !== 'EXPIRED';
}

/** The first day of a member's way through the published version of a path; nothing is passed yet. */
export function enrol(
  version: PathVersion,
  steps: readonly Step[],
  by: { readonly id: EnrolmentId; readonly memberId: Id<'Member'>; readonly now: Date },
): Journey {
  const { id, memberId, now } = by;
  const enrolment: Enrolment = {
    id,
    memberId,
    pathId: version.pathId,
    pathVersionId: version.id,
    status: 'ENROLLED',
    enrolledAt: now,
    completedAt: undefined,
    version: 1,
  };
  return { enrolment, steps: steps.map((step) => firstProgress(step, id)) };
}

/** Ends an enrolment by the member's choice, or because its time ran out; what was passed stays on record. */
export function endEnrolment(
  enrolment: Enrolment,
  action: 'DROP' | 'EXPIRE',
  now: Date,
): Result<Enrolment, IllegalTransitionError> {
  const status = enrolmentLifecycle.next(action, enrolment, now);
  return status.ok ? ok({ ...enrolment, status: status.value }) : status;
}
