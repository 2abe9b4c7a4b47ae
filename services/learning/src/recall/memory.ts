/*
 * How well somebody remembers the answer to one question: the state of the spaced-repetition algorithm FSRS 6.
 * Life: a fold over the log of reviews, so that it can always be made anew from them. Owner: learning.
 */
import type { Id } from '@guildhall/kernel';
import { createEmptyCard, fsrs, Rating, State, type Card, type FSRS, type Grade } from 'ts-fsrs';

/** How well it was remembered, as the member says. */
export type RecallRating = 'AGAIN' | 'HARD' | 'GOOD' | 'EASY';

/** Every rating, from worst to best. */
export const recallRatings: readonly RecallRating[] = ['AGAIN', 'HARD', 'GOOD', 'EASY'];

/** One review as logged. `retentionPercent` is what the member wanted to remember on that day. */
export type Review = {
  readonly id: Id<'RecallReview'>;
  readonly rating: RecallRating;
  readonly reviewedAt: Date;
  readonly retentionPercent: number;
};

/** What is remembered of one question. Stability and intervals are days. */
export type Memory = {
  readonly dueAt: Date;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: 'NEW' | 'LEARNING' | 'REVIEW' | 'RELEARNING';
  readonly lastReviewAt: Date | undefined;
};

const grades: Readonly<Record<RecallRating, Grade>> = {
  AGAIN: Rating.Again,
  HARD: Rating.Hard,
  GOOD: Rating.Good,
  EASY: Rating.Easy,
};

const stateNames = ['NEW', 'LEARNING', 'REVIEW', 'RELEARNING'] as const;
const states: Readonly<Record<Memory['state'], State>> = {
  NEW: State.New,
  LEARNING: State.Learning,
  REVIEW: State.Review,
  RELEARNING: State.Relearning,
};

/** The longest time until a question comes back, in days: within a course of study it should. */
const longestDays = 365;

const schedulers = new Map<number, FSRS>();

/**
 * The algorithm for what a member wants to remember. No chance, so that the same reviews give the same dates; no steps of
 * minutes, since one reviews by days.
 */
function schedulerFor(retentionPercent: number): FSRS {
  const known = schedulers.get(retentionPercent);
  if (known !== undefined) return known;
  const made = fsrs({
    request_retention: retentionPercent / 100,
    maximum_interval: longestDays,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: [],
    relearning_steps: [],
  });
  schedulers.set(retentionPercent, made);
  return made;
}

/** What is remembered before any review: nothing, so it is due at once. */
export function firstMemory(madeAt: Date): Memory {
  return fromCard(createEmptyCard(madeAt));
}

/** What is remembered after one more review, which must not be earlier than the last. */
export function remember(memory: Memory, { rating, reviewedAt, retentionPercent }: Omit<Review, 'id'>): Memory {
  const { card } = schedulerFor(retentionPercent).next(toCard(memory), reviewedAt, grades[rating]);
  return fromCard(card);
}

/** What is remembered after all these reviews, in whatever order they became known; one that is told twice counts once. */
export function memoryAfter(madeAt: Date, reviews: readonly Review[]): Memory {
  const once = [...new Map(reviews.map((review) => [review.id, review])).values()];
  const inOrder = once.sort(
    (one, other) => one.reviewedAt.getTime() - other.reviewedAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  return inOrder.reduce(remember, firstMemory(madeAt));
}

/** When it would come back after each rating. */
export function nextDates(memory: Memory, now: Date, retentionPercent: number): Readonly<Record<RecallRating, Date>> {
  const after = (rating: RecallRating): Date => remember(memory, { rating, reviewedAt: now, retentionPercent }).dueAt;
  return { AGAIN: after('AGAIN'), HARD: after('HARD'), GOOD: after('GOOD'), EASY: after('EASY') };
}

/** How likely it is remembered at an instant, of a hundred; nothing before the first review. */
export function retrievability(memory: Memory, now: Date): number | undefined {
  if (memory.state === 'NEW') return undefined;
  return Math.round(schedulerFor(90).get_retrievability(toCard(memory), now, false) * 100);
}

function toCard({ dueAt, stability, difficulty, scheduledDays, reps, lapses, state, lastReviewAt }: Memory): Card {
  return {
    due: dueAt,
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: scheduledDays,
    learning_steps: 0,
    reps,
    lapses,
    state: states[state],
    ...(lastReviewAt !== undefined && { last_review: lastReviewAt }),
  };
}

function fromCard({ due, stability, difficulty, scheduled_days, reps, lapses, state, last_review }: Card): Memory {
  return {
    dueAt: due,
    stability,
    difficulty,
    scheduledDays: scheduled_days,
    reps,
    lapses,
    state: stateNames[state],
    lastReviewAt: last_review,
  };
}
