/*
 * How cards and reviews are read from and written to rows.
 * Life: none. Owner: learning.
 */
import type { Id } from '@guildhall/kernel';
import { orderOf } from '../attempt/draw.js';
import { readAnswer } from '../question/judge.js';
import { readQuestion, type QuestionRow } from '../question/question-row.js';
import type { QuestionKey } from '../question/question.js';
import type { Review } from './memory.js';
import type { CardSheet, RecallCard, RecallCardId } from './recall-card.js';

/** A row of `recall_card` with its question as it is asked now. */
export type CardRow = Omit<QuestionRow, 'id'> & {
  readonly card_id: RecallCardId;
  readonly question_id: QuestionRow['id'];
  readonly member_id: Id<'Member'>;
  readonly quiz_id: RecallCard['quizId'];
  readonly question_key: QuestionKey;
  readonly made_at: Date;
  readonly due_at: Date;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduled_days: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: RecallCard['state'];
  readonly last_review_at: Date | null;
  readonly answer: Parameters<typeof readAnswer>[0];
  readonly is_right: boolean | null;
  readonly version: number;
};

/** How much is to be reviewed: cards in all, those due before an instant, and when the next one comes. */
export type RecallTotals = { readonly all: number; readonly due: number; readonly nextDueAt: Date | undefined };

/** A review with the card it belongs to and how it came about. */
export type LoggedReview = Review & {
  readonly cardId: RecallCardId;
  readonly memberId: Id<'Member'>;
  readonly source: 'QUIZ' | 'REVIEW';
  readonly wasRight: boolean;
};

/** A review as the log keeps it. */
export type LogRow = {
  readonly id: Review['id'];
  readonly rating: Review['rating'];
  readonly retention: number;
  readonly at: string;
};

/** A card by its question, with everything that was logged of it. */
export type CardWithLog = Pick<RecallCard, 'id' | 'questionKey' | 'madeAt'> & { readonly reviews: readonly Review[] };

/** A review as read. */
export function toReview({ id, rating, retention, at }: LogRow): Review {
  return { id, rating, retentionPercent: retention, reviewedAt: new Date(at) };
}

/** A card as read. */
export function toSheet(row: CardRow): CardSheet {
  const card: RecallCard = {
    id: row.card_id,
    memberId: row.member_id,
    quizId: row.quiz_id,
    questionKey: row.question_key,
    madeAt: row.made_at,
    dueAt: row.due_at,
    stability: row.stability,
    difficulty: row.difficulty,
    scheduledDays: row.scheduled_days,
    reps: row.reps,
    lapses: row.lapses,
    state: row.state,
    lastReviewAt: row.last_review_at ?? undefined,
    answer: readAnswer(row.answer),
    isRight: row.is_right ?? undefined,
    version: row.version,
  };
  const question = readQuestion({ ...row, id: row.question_id });
  // Another order at every review, the same while one looks at it: place is no help to memory.
  return { card, question, order: orderOf(question, `${card.id}/${card.reps}`) };
}

/** A row of `recall_card` for a card that waits for its day. */
export function cardRow(card: RecallCard): Readonly<Record<string, unknown>> {
  return {
    id: card.id,
    member_id: card.memberId,
    quiz_id: card.quizId,
    question_key: card.questionKey,
    made_at: card.madeAt,
    due_at: card.dueAt,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduled_days: card.scheduledDays,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    last_review_at: card.lastReviewAt,
    version: card.version,
  };
}

/** A row of `recall_review`. */
export function reviewRow(review: LoggedReview): Readonly<Record<string, unknown>> {
  return {
    id: review.id,
    card_id: review.cardId,
    member_id: review.memberId,
    rating: review.rating,
    source: review.source,
    retention_percent: review.retentionPercent,
    was_right: review.wasRight,
    reviewed_at: review.reviewedAt,
  };
}
