/*
 * One question that a member answered in a quiz and now reviews at growing intervals.
 * Life: waits until its day, is answered, then rated, and waits again; it leaves when its question is retired. Owner: learning.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { checkedOrNone, isRightAnswer, type Answer } from '../question/judge.js';
import type { Question, QuestionKey } from '../question/question.js';
import type { QuizId } from '../quiz/quiz.js';
import { remember, type Memory, type Review } from './memory.js';
import { retentionDefault, retentionRange } from './recall-rules.js';

/** The id of a card. */
export type RecallCardId = Id<'RecallCard'>;

/** A card as stored. `answer` and `isRight` are there between answering and rating. */
export type RecallCard = Memory & {
  readonly id: RecallCardId;
  readonly memberId: Id<'Member'>;
  readonly quizId: QuizId;
  readonly questionKey: QuestionKey;
  readonly madeAt: Date;
  readonly answer: Answer | undefined;
  readonly isRight: boolean | undefined;
  readonly version: number;
};

/** A card with its question as it is asked now. */
export type CardSheet = { readonly card: RecallCard; readonly question: Question; readonly order: readonly number[] };

/** What a member decided about reviewing. */
export type RecallSettings = {
  readonly memberId: Id<'Member'>;
  readonly retentionPercent: number;
  readonly pausedAt: Date | undefined;
};

/** The settings of a member who never changed them. */
export function defaultSettings(memberId: Id<'Member'>): RecallSettings {
  return { memberId, retentionPercent: retentionDefault, pausedAt: undefined };
}

/** Where a card stands. */
export type RecallPhase = 'WAITING' | 'DUE' | 'ANSWERED';

/** A card with what decides about it. `dueBefore` is the end of the campus day: everything of a day can be done at any hour of it. */
export type CardFacts = { readonly card: RecallCard; readonly isPaused: boolean; readonly dueBefore: Date };

/** What can be done with a card. */
export type RecallCardAction = 'ANSWER' | 'RATE';

/** The life of a card. While reviewing is paused nothing is asked; what was answered can still be rated. */
export const recallCardLifecycle = defineLifecycle<CardFacts, RecallPhase, RecallCardAction>(
  {
    name: 'RecallCard',
    initial: ['WAITING', 'DUE'],
    states: ['WAITING', 'DUE', 'ANSWERED'],
    transitions: {
      ANSWER: { from: ['DUE'], to: ['ANSWERED'], guard: ({ isPaused }) => !isPaused },
      RATE: { from: ['ANSWERED'], to: ['WAITING'] },
    },
  },
  ({ card, dueBefore }) => {
    if (card.answer !== undefined) return 'ANSWERED';
    return card.dueAt < dueBefore ? 'DUE' : 'WAITING';
  },
);

/** What can be done about reviewing as a whole. */
export type RecallAction = 'PAUSE' | 'RESUME' | 'CHANGE_SETTINGS';

/** Reviewing goes on until it is paused, and again when it is resumed. */
export const recallLifecycle = defineLifecycle<RecallSettings, 'RUNNING' | 'PAUSED', RecallAction>(
  {
    name: 'Recall',
    initial: ['RUNNING'],
    states: ['RUNNING', 'PAUSED'],
    transitions: {
      PAUSE: { from: ['RUNNING'], to: ['PAUSED'] },
      RESUME: { from: ['PAUSED'], to: ['RUNNING'] },
      CHANGE_SETTINGS: { from: ['RUNNING', 'PAUSED'], to: ['RUNNING', 'PAUSED'] },
    },
  },
  ({ pausedAt }) => (pausedAt === undefined ? 'RUNNING' : 'PAUSED'),
);

/** Takes down an answer to a card that is due; only then is said whether it was right. An empty one says "I do not know". */
export function answerCard(
  facts: CardFacts,
  question: Question,
  { answer, now }: { readonly answer: Answer; readonly now: Date },
): Result<RecallCard, IllegalTransitionError | ValidationError> {
  const phase = recallCardLifecycle.next('ANSWER', facts, now);
  if (!phase.ok) return phase;
  const checked = checkedOrNone(question, answer);
  if (!checked.ok) return checked;
  const given = checked.value ?? answer;
  return ok({ ...facts.card, answer: given, isRight: isRightAnswer(question, given) });
}

/** Says how well it was remembered and sets the next day. */
export function rateCard(facts: CardFacts, review: Review): Result<RecallCard, IllegalTransitionError> {
  const phase = recallCardLifecycle.next('RATE', facts, review.reviewedAt);
  if (!phase.ok) return err(phase.error);
  return ok({ ...facts.card, ...remember(facts.card, review), answer: undefined, isRight: undefined });
}

/** Checks what a member wishes to remember. */
export function checkRetention(settings: RecallSettings): Result<RecallSettings, ValidationError> {
  return new FieldChecks().whole('retentionPercent', settings.retentionPercent, retentionRange).finish(settings);
}

/** What an attempt at a quiz says of a card: it begins one; later it counts where the answer was wrong or its day had come. */
export function reviewFromQuiz(memory: Memory, isRight: boolean, at: Date): 'AGAIN' | 'GOOD' | undefined {
  if (!isRight) return 'AGAIN';
  return memory.dueAt <= at ? 'GOOD' : undefined;
}
