/*
 * A step of one version of a learning path.
 * Life: that of its version; it never changes once the version is submitted. Owner: learning.
 */
import type { Id } from '@guildhall/kernel';
import type { ResourceId } from '../resource/resource.js';
import type { PathVersionId } from './path.js';

/** The id of a step. */
export type StepId = Id<'Step'>;

/** What stays the same of a step from version to version, so that an upgrade finds it again. */
export type StepKey = Id<'StepKey'>;

/** What a step asks for. */
export type StepKind =
  | 'READ'
  | 'WATCH'
  | 'QUIZ'
  | 'REFLECT'
  | 'ATTEND'
  | 'HOLD_MANDATE'
  | 'VERIFIED_HOURS'
  | 'PEER_REVIEW'
  | 'TEACH';

/** What an activity is, as the activities service names it in its events. */
export type ActivityKind =
  | 'CULTURAL_PERFORMANCE'
  | 'SPORT'
  | 'SOCIAL'
  | 'SOCIAL_PRACTICE'
  | 'VOLUNTARY_SERVICE'
  | 'TRAINING'
  | 'MEETING'
  | 'CAMPAIGN';

/** What an author says of one step; each requirement belongs to some kinds alone. */
export type StepDraft = {
  readonly title: string;
  readonly kind: StepKind;
  /** Of READ and WATCH. */
  readonly resourceId: ResourceId | undefined;
  /** Of ATTEND. */
  readonly activityKind: ActivityKind | undefined;
  /** Of HOLD_MANDATE. */
  readonly daysRequired: number | undefined;
  /** Of VERIFIED_HOURS. */
  readonly hoursRequired: number | undefined;
  /** What helps to do it. */
  readonly guidance: string | undefined;
  /** Of PEER_REVIEW: what the reviewers look at, one criterion each. */
  readonly rubric: readonly string[];
  /** The positions of earlier steps that come first; when left out, the one before. */
  readonly requires: readonly number[] | undefined;
  /** The key of the step of an earlier version that this one carries on. */
  readonly key: StepKey | undefined;
};

/** A step as stored; positions count from 1. */
export type Step = Omit<StepDraft, 'key' | 'requires'> & {
  readonly id: StepId;
  readonly pathVersionId: PathVersionId;
  readonly position: number;
  readonly key: StepKey;
  readonly requires: readonly number[];
};

/** The kinds that members pass by themselves: by their word, or by what they write. */
export const ownKinds: readonly StepKind[] = ['READ', 'WATCH', 'REFLECT'];

/** The kinds that pass by themselves, by evidence of what the member did. */
export const fedKinds: readonly StepKind[] = ['ATTEND', 'HOLD_MANDATE', 'VERIFIED_HOURS', 'TEACH'];

/** The kinds that something else than a word or evidence passes: a test, or other learners. */
export const judgedKinds: readonly StepKind[] = ['QUIZ', 'PEER_REVIEW'];
