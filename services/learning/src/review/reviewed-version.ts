/*
 * A version of something that somebody else reviews before it is published: of a path, or of a quiz.
 * Life: machine L, path version. Owner: learning.
 */
import {
  defineLifecycle,
  ok,
  type Id,
  type IllegalTransitionError,
  type Lifecycle,
  type Result,
} from '@guildhall/kernel';

/** Where such a version stands. */
export type ReviewedStatus = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'RETIRED';

/** What can happen to it. */
export type ReviewedAction = 'EDIT' | 'SUBMIT' | 'SEND_BACK' | 'PUBLISH' | 'RETIRE';

/** Its life, under the name that errors have for it. What is in it changes in a draft alone: what is reviewed is what is published. */
export function reviewedLifecycle<Version extends { readonly status: ReviewedStatus }>(name: string) {
  return defineLifecycle<Version, ReviewedStatus, ReviewedAction>(
    {
      name,
      initial: ['DRAFT'],
      states: ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETIRED'],
      transitions: {
        EDIT: { from: ['DRAFT'], to: ['DRAFT'] },
        SUBMIT: { from: ['DRAFT'], to: ['IN_REVIEW'] },
        SEND_BACK: { from: ['IN_REVIEW'], to: ['DRAFT'] },
        PUBLISH: { from: ['IN_REVIEW'], to: ['PUBLISHED'] },
        RETIRE: { from: ['PUBLISHED'], to: ['RETIRED'] },
      },
    },
    ({ status }) => status,
  );
}

/** What is the same of all such versions; `number` counts from 1. */
export type ReviewedVersion = {
  readonly number: number;
  readonly status: ReviewedStatus;
  readonly reviewerId: Id<'Member'> | undefined;
  readonly publishedAt: Date | undefined;
  readonly version: number;
};

/** What publishing changes: the new version, and the one it replaces when there is one. */
export type Publication<Version> = { readonly published: Version; readonly retired: Version | undefined };

/** How a new draft begins, after the versions there are. */
export function freshDraft(versions: readonly ReviewedVersion[]): ReviewedVersion {
  const number = Math.max(0, ...versions.map((version) => version.number)) + 1;
  return { number, status: 'DRAFT', reviewerId: undefined, publishedAt: undefined, version: 1 };
}

/** Moves a version along its life. */
export function moveVersion<Version extends ReviewedVersion>(
  lifecycle: Lifecycle<ReviewedStatus, ReviewedAction, Version>,
  { version, action }: { readonly version: Version; readonly action: 'SUBMIT' | 'SEND_BACK' | 'RETIRE' },
  now: Date,
): Result<Version, IllegalTransitionError> {
  const status = lifecycle.next(action, version, now);
  return status.ok ? ok({ ...version, status: status.value }) : status;
}

/** Publishes a reviewed version and retires the one before, so that one at a time is open. */
export function publishReviewed<Version extends ReviewedVersion>(
  lifecycle: Lifecycle<ReviewedStatus, ReviewedAction, Version>,
  { version, before }: { readonly version: Version; readonly before: Version | undefined },
  { reviewerId, now }: { readonly reviewerId: Id<'Member'>; readonly now: Date },
): Result<Publication<Version>, IllegalTransitionError> {
  const status = lifecycle.next('PUBLISH', version, now);
  if (!status.ok) return status;
  const published: Version = { ...version, status: status.value, reviewerId, publishedAt: now };
  if (before === undefined) return ok({ published, retired: undefined });
  const retired = moveVersion(lifecycle, { version: before, action: 'RETIRE' }, now);
  return retired.ok ? ok({ published, retired: retired.value }) : retired;
}
