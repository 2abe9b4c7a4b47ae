/*
 * Work for a step that other learners review, and their reviews. Authors do not learn who reviewed, reviewers not who wrote.
 * Life: handed in, reviewed by all who are asked, accepted or sent back; a review is done, declined or lapses. Owner: learning.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { EnrolmentId } from '../enrolment/enrolment.js';
import type { PathId } from '../path/path.js';
import type { StepId, StepKey } from '../path/step.js';
import { daysToReview, remarkMax, reviewersWanted, reviewLength, workLength } from './peer-review-rules.js';

/** The id of a piece of work. */
export type SubmissionId = Id<'PeerSubmission'>;

/** Where a piece of work stands. */
export type SubmissionStatus = 'OPEN' | 'ACCEPTED' | 'SENT_BACK' | 'WITHDRAWN';

/** Work as handed in; `round` counts from 1 for each step. */
export type PeerSubmission = {
  readonly id: SubmissionId;
  readonly enrolmentId: EnrolmentId;
  readonly pathId: PathId;
  readonly stepId: StepId;
  readonly stepKey: StepKey;
  readonly authorId: Id<'Member'>;
  readonly round: number;
  readonly words: string;
  readonly status: SubmissionStatus;
  readonly handedInAt: Date;
  readonly decidedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to work. */
export type SubmissionAction = 'ACCEPT' | 'SEND_BACK' | 'WITHDRAW';

/** The life of a piece of work; whoever works on it again hands in another one. */
export const submissionLifecycle = defineLifecycle<PeerSubmission, SubmissionStatus, SubmissionAction>(
  {
    name: 'PeerSubmission',
    initial: ['OPEN'],
    states: ['OPEN', 'ACCEPTED', 'SENT_BACK', 'WITHDRAWN'],
    transitions: {
      ACCEPT: { from: ['OPEN'], to: ['ACCEPTED'] },
      SEND_BACK: { from: ['OPEN'], to: ['SENT_BACK'] },
      WITHDRAW: { from: ['OPEN'], to: ['WITHDRAWN'] },
    },
  },
  ({ status }) => status,
);

/** What a reviewer has to know of the step. */
export type ReviewedStep = {
  readonly submissionId: SubmissionId;
  readonly title: string;
  readonly guidance: string | null;
  readonly rubric: readonly string[];
};

/** The id of a review. */
export type PeerReviewId = Id<'PeerReview'>;

/** Where a review stands. */
export type PeerReviewStatus = 'ASKED' | 'DONE' | 'DECLINED' | 'LAPSED';

/** What a reviewer says of the whole. */
export type Verdict = 'ACCEPT' | 'SEND_BACK';

/** What a reviewer says of one criterion of the rubric, which counts from 0. */
export type Mark = { readonly criterion: number; readonly isMet: boolean; readonly words: string | undefined };

/** A review as stored. The author stands here too, so that the database can refuse a review of one's own work. */
export type PeerReview = {
  readonly id: PeerReviewId;
  readonly submissionId: SubmissionId;
  readonly authorId: Id<'Member'>;
  readonly reviewerId: Id<'Member'>;
  readonly status: PeerReviewStatus;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly verdict: Verdict | undefined;
  readonly words: string | undefined;
  readonly marks: readonly Mark[];
  readonly doneAt: Date | undefined;
  readonly version: number;
};

/** What can happen to a review. */
export type PeerReviewAction = 'REVIEW' | 'DECLINE' | 'LAPSE' | 'CALL_OFF';

/** The life of a review: asked once, answered once. */
export const peerReviewLifecycle = defineLifecycle<PeerReview, PeerReviewStatus, PeerReviewAction>(
  {
    name: 'PeerReview',
    initial: ['ASKED'],
    states: ['ASKED', 'DONE', 'DECLINED', 'LAPSED'],
    transitions: {
      REVIEW: { from: ['ASKED'], to: ['DONE'] },
      DECLINE: { from: ['ASKED'], to: ['DECLINED'] },
      LAPSE: { from: ['ASKED'], to: ['LAPSED'], guard: ({ dueAt }, now) => dueAt <= now },
      CALL_OFF: { from: ['ASKED'], to: ['LAPSED'] },
    },
  },
  ({ status }) => status,
);

/** Checks work before it is handed in. */
export function checkWork(words: string): Result<string, ValidationError> {
  return new FieldChecks().text('words', words, workLength).finish(words.trim());
}

const dayMs = 86_400_000;

/** Asks somebody to review a piece of work. */
export function askReviewer(
  { id: submissionId, authorId }: PeerSubmission,
  { id, reviewerId, now }: { readonly id: PeerReviewId; readonly reviewerId: Id<'Member'>; readonly now: Date },
): PeerReview {
  return {
    id,
    submissionId,
    authorId,
    reviewerId,
    status: 'ASKED',
    askedAt: now,
    dueAt: new Date(now.getTime() + daysToReview * dayMs),
    verdict: undefined,
    words: undefined,
    marks: [],
    doneAt: undefined,
    version: 1,
  };
}

/** What a reviewer writes. */
export type ReviewDraft = {
  readonly verdict: Verdict;
  readonly words: string;
  readonly marks: readonly Mark[];
};

/** Writes a review: of the whole in words, and of every criterion of the rubric. */
export function writeReview(
  review: PeerReview,
  draft: ReviewDraft,
  { criteria, now }: { readonly criteria: number; readonly now: Date },
): Result<PeerReview, IllegalTransitionError | ValidationError> {
  const status = peerReviewLifecycle.next('REVIEW', review, now);
  if (!status.ok) return status;
  const checks = new FieldChecks().text('words', draft.words, reviewLength);
  const marked = new Set(draft.marks.map(({ criterion }) => criterion));
  const isWhole = marked.size === criteria && draft.marks.length === criteria;
  const areKnown = [...marked].every(
    (criterion) => Number.isInteger(criterion) && criterion >= 0 && criterion < criteria,
  );
  checks.that(isWhole && areKnown, 'marks', 'REQUIRED', 'Say of each criterion whether it is met.');
  draft.marks.forEach(({ words }, index) => {
    if (words !== undefined) checks.text(`marks.${index}.words`, words, { min: 0, max: remarkMax });
  });
  const marks = draft.marks
    .map((mark) => ({ ...mark, words: mark.words?.trim() || undefined }))
    .sort((one, other) => one.criterion - other.criterion);
  const { verdict } = draft;
  return checks.finish({ ...review, status: status.value, verdict, words: draft.words.trim(), marks, doneAt: now });
}

/** Ends a review without a verdict. */
export function endReview(
  review: PeerReview,
  action: 'DECLINE' | 'LAPSE' | 'CALL_OFF',
  now: Date,
): Result<PeerReview, IllegalTransitionError> {
  const status = peerReviewLifecycle.next(action, review, now);
  return status.ok ? ok({ ...review, status: status.value }) : status;
}

/** What the reviews come to, or nothing while one is missing: all have to accept, and the author hears all of them. */
export function verdictOf(reviews: readonly PeerReview[]): Verdict | undefined {
  const verdicts = reviews.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict]));
  if (verdicts.length < reviewersWanted) return undefined;
  return verdicts.every((verdict) => verdict === 'ACCEPT') ? 'ACCEPT' : 'SEND_BACK';
}
