/*
 * A learning path: an ordered set of steps in versions, of which one at a time is open to enrol on.
 * Life: a version is drafted, reviewed, published and retired by the next (machine L). Owner: learning.
 */
import { defineLifecycle, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import {
  freshDraft,
  moveVersion,
  publishReviewed,
  reviewedLifecycle,
  type Publication,
  type ReviewedAction,
  type ReviewedStatus,
} from '../review/reviewed-version.js';

/** The id of a learning path. */
export type PathId = Id<'LearningPath'>;

/** The id of a version of a path. */
export type PathVersionId = Id<'PathVersion'>;

/** A learning path as stored; what it asks for is in its versions. */
export type LearningPath = {
  readonly id: PathId;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
};

/** Where a version stands. */
export type PathVersionStatus = ReviewedStatus;

/** One version of a path. `number` counts from 1; `version` guards against concurrent writes. */
export type PathVersion = {
  readonly id: PathVersionId;
  readonly pathId: PathId;
  readonly number: number;
  readonly status: PathVersionStatus;
  readonly authorId: Id<'Member'>;
  readonly reviewerId: Id<'Member'> | undefined;
  readonly publishedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a version. */
export type PathVersionAction = ReviewedAction;

/** The life of a version. Steps change in a draft alone: what is reviewed is what is published. */
export const pathVersionLifecycle = reviewedLifecycle<PathVersion>('PathVersion');

/** A path with what decides whether one can enrol on it or write its next version. */
export type PathFacts = {
  readonly versions: readonly PathVersion[];
  readonly isEnrolled: boolean;
  /** Whether every path that the published version asks for is completed. */
  readonly isPrepared: boolean;
};

/** Whether a path can be enrolled on: it can while one of its versions is published. */
export type PathPhase = 'CLOSED' | 'OPEN';

/** What can be done with a path as a whole. */
export type PathAction = 'ENROL' | 'DRAFT_VERSION';

const isInWork = ({ status }: PathVersion): boolean => status === 'DRAFT' || status === 'IN_REVIEW';

/** What can be done with a path; its phase follows from its versions. */
export const pathLifecycle = defineLifecycle<PathFacts, PathPhase, PathAction>(
  {
    name: 'LearningPath',
    initial: ['CLOSED', 'OPEN'],
    states: ['CLOSED', 'OPEN'],
    transitions: {
      ENROL: { from: ['OPEN'], to: ['OPEN'], guard: ({ isEnrolled, isPrepared }) => !isEnrolled && isPrepared },
      DRAFT_VERSION: {
        from: ['CLOSED', 'OPEN'],
        to: ['CLOSED', 'OPEN'],
        guard: ({ versions }) => !versions.some(isInWork),
      },
    },
  },
  ({ versions }) => (publishedOf(versions) === undefined ? 'CLOSED' : 'OPEN'),
);

/** The version open to enrol on, if any. */
export function publishedOf(versions: readonly PathVersion[]): PathVersion | undefined {
  return versions.find(({ status }) => status === 'PUBLISHED');
}

/** A new draft of a path, after the versions there are. */
export function draftVersion(
  path: LearningPath,
  versions: readonly PathVersion[],
  by: { readonly id: PathVersionId; readonly authorId: Id<'Member'> },
): PathVersion {
  return { ...by, ...freshDraft(versions), pathId: path.id };
}

/** Moves a version along its life. */
export function changeVersionStatus(
  version: PathVersion,
  action: 'SUBMIT' | 'SEND_BACK' | 'RETIRE',
  now: Date,
): Result<PathVersion, IllegalTransitionError> {
  return moveVersion(pathVersionLifecycle, { version, action }, now);
}

/** Publishes a reviewed version and retires the one before, so that one at a time is open to enrol on. */
export function publishVersion(
  version: PathVersion,
  before: PathVersion | undefined,
  by: { readonly reviewerId: Id<'Member'>; readonly now: Date },
): Result<Publication<PathVersion>, IllegalTransitionError> {
  return publishReviewed(pathVersionLifecycle, { version, before }, by);
}
