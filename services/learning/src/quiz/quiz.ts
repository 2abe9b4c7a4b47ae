/*
 * The quiz behind a step of a learning path: a bank of questions in versions, of which one at a time is asked.
 * Life: a version is drafted, reviewed by somebody else, published and retired by the next. Owner: learning.
 */
import { FieldChecks, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import type { PathId } from '../path/path.js';
import type { StepKey } from '../path/step.js';
import { attemptsHighest } from '../attempt/attempt-rules.js';
import type { QuizVersionId } from '../question/question.js';
import {
  freshDraft,
  moveVersion,
  publishReviewed,
  reviewedLifecycle,
  type Publication,
  type ReviewedAction,
  type ReviewedStatus,
} from '../review/reviewed-version.js';

/** The id of a quiz. */
export type QuizId = Id<'Quiz'>;

/** A quiz as stored. It belongs to the step of this key in every version of the path. */
export type Quiz = { readonly id: QuizId; readonly pathId: PathId; readonly stepKey: StepKey };

/** Where a version of a quiz stands. */
export type QuizVersionStatus = ReviewedStatus;

/** What an author decides for a whole version. */
export type QuizSettings = {
  /** A BCP 47 tag. */
  readonly language: string;
  /** How many questions of the bank one attempt is asked. */
  readonly drawCount: number;
  /** From how many of a hundred on it is passed. */
  readonly passPercent: number;
  readonly timeLimitMinutes: number | undefined;
  readonly attemptsMax: number;
};

/** One version of a quiz. `number` counts from 1; `version` guards against concurrent writes. */
export type QuizVersion = QuizSettings & {
  readonly id: QuizVersionId;
  readonly quizId: QuizId;
  readonly number: number;
  readonly status: QuizVersionStatus;
  readonly authorId: Id<'Member'>;
  readonly reviewerId: Id<'Member'> | undefined;
  readonly publishedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a version of a quiz. */
export type QuizVersionAction = ReviewedAction;

/** The life of a version. Questions change in a draft alone: what is reviewed is what is asked. */
export const quizVersionLifecycle = reviewedLifecycle<QuizVersion>('QuizVersion');

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Checks what is decided for a whole version that holds `questionCount` questions. */
export function checkSettings(settings: QuizSettings, questionCount: number, checks = new FieldChecks()): FieldChecks {
  const { language, drawCount, passPercent, timeLimitMinutes, attemptsMax } = settings;
  checks
    .that(languageTag.test(language), 'settings.language', 'BAD_FORMAT', 'Use a language tag such as en or zh-Hans.')
    .whole('settings.drawCount', drawCount, { min: 1, max: 50 })
    .whole('settings.passPercent', passPercent, { min: 1, max: 100 })
    .whole('settings.attemptsMax', attemptsMax, { min: 1, max: attemptsHighest });
  if (timeLimitMinutes !== undefined) checks.whole('settings.timeLimitMinutes', timeLimitMinutes, { min: 1, max: 180 });
  const isEnough = drawCount <= questionCount;
  return checks.that(isEnough, 'settings.drawCount', 'CONTRADICTION', 'Ask at most as many questions as there are.');
}

/** The version that is asked now, if any. */
export function publishedQuizOf(versions: readonly QuizVersion[]): QuizVersion | undefined {
  return versions.find(({ status }) => status === 'PUBLISHED');
}

/** Whether a version of the quiz is being written or reviewed. */
export function isQuizInWork(versions: readonly QuizVersion[]): boolean {
  return versions.some(({ status }) => status === 'DRAFT' || status === 'IN_REVIEW');
}

/** A new draft of a quiz, after the versions there are. */
export function draftQuizVersion(
  quizId: QuizId,
  versions: readonly QuizVersion[],
  by: { readonly id: QuizVersionId; readonly authorId: Id<'Member'>; readonly settings: QuizSettings },
): QuizVersion {
  const { id, authorId, settings } = by;
  return { ...settings, ...freshDraft(versions), id, quizId, authorId };
}

/** Moves a version along its life. */
export function changeQuizVersionStatus(
  version: QuizVersion,
  action: 'SUBMIT' | 'SEND_BACK' | 'RETIRE',
  now: Date,
): Result<QuizVersion, IllegalTransitionError> {
  return moveVersion(quizVersionLifecycle, { version, action }, now);
}

/** Publishes a reviewed version and retires the one before, so that one at a time is asked. */
export function publishQuiz(
  version: QuizVersion,
  before: QuizVersion | undefined,
  by: { readonly reviewerId: Id<'Member'>; readonly now: Date },
): Result<Publication<QuizVersion>, IllegalTransitionError> {
  return publishReviewed(quizVersionLifecycle, { version, before }, by);
}
