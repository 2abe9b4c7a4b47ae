/*
 * One attempt of a member at a quiz, pinned to the version of its day and to the questions that were drawn.
 * Life: open until it is finished or its time is up; then passed or failed for good. Owner: learning.
 */
import {
  defineLifecycle,
  err,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
} from '@guildhall/kernel';
import type { EnrolmentId } from '../enrolment/enrolment.js';
import type { StepId } from '../path/step.js';
import { isRightAnswer, type Answer } from '../question/judge.js';
import type { Question, QuizVersionId } from '../question/question.js';
import type { QuizId, QuizVersion } from '../quiz/quiz.js';
import { attemptRulesVersion, nextAttemptAt, revealedAttempts } from './attempt-rules.js';
import { drawQuestions } from './draw.js';

/** The id of an attempt. */
export type AttemptId = Id<'QuizAttempt'>;

/** Where an attempt stands. */
export type AttemptStatus = 'OPEN' | 'PASSED' | 'FAILED';

/** An attempt as stored. `seed` never leaves the server. `number` counts the attempts of one enrolment from 1. */
export type QuizAttempt = {
  readonly id: AttemptId;
  readonly memberId: Id<'Member'>;
  readonly enrolmentId: EnrolmentId;
  readonly stepId: StepId;
  readonly quizId: QuizId;
  readonly quizVersionId: QuizVersionId;
  readonly number: number;
  readonly status: AttemptStatus;
  readonly seed: string;
  readonly rulesVersion: number;
  readonly passPercent: number;
  readonly questionCount: number;
  readonly startedAt: Date;
  readonly endsAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly rightCount: number | undefined;
  /** The earliest instant of the next attempt; known once this one ended. */
  readonly nextAt: Date | undefined;
  readonly version: number;
};

/** One question of an attempt, with the answer that was saved last. Positions count from 1. */
export type AttemptQuestion = {
  readonly attemptId: AttemptId;
  readonly position: number;
  readonly question: Question;
  /** Which choice stands at each place shown. */
  readonly order: readonly number[];
  readonly answer: Answer | undefined;
  readonly answeredAt: Date | undefined;
  /** Known once the attempt ended. */
  readonly isRight: boolean | undefined;
};

/** An attempt with its questions, in order. */
export type AttemptSheet = { readonly attempt: QuizAttempt; readonly questions: readonly AttemptQuestion[] };

/** What can happen to an attempt. */
export type AttemptAction = 'ANSWER' | 'FINISH' | 'RUN_OUT';

/** Whether the time of an attempt is up. */
export function isTimeUp({ endsAt }: Pick<QuizAttempt, 'endsAt'>, now: Date): boolean {
  return endsAt !== undefined && endsAt <= now;
}

/** The life of an attempt. Answers after the time do not count, whenever the platform gets round to ending it. */
export const attemptLifecycle = defineLifecycle<QuizAttempt, AttemptStatus, AttemptAction>(
  {
    name: 'QuizAttempt',
    initial: ['OPEN'],
    states: ['OPEN', 'PASSED', 'FAILED'],
    transitions: {
      ANSWER: { from: ['OPEN'], to: ['OPEN'], guard: (attempt, now) => !isTimeUp(attempt, now) },
      FINISH: { from: ['OPEN'], to: ['PASSED', 'FAILED'] },
      RUN_OUT: { from: ['OPEN'], to: ['PASSED', 'FAILED'], guard: isTimeUp },
    },
  },
  ({ status }) => status,
);

/** Whose attempt begins, at which step, as which. */
export type AttemptStart = {
  readonly id: AttemptId;
  readonly memberId: Id<'Member'>;
  readonly enrolmentId: EnrolmentId;
  readonly stepId: StepId;
  readonly number: number;
  readonly seed: string;
  readonly now: Date;
};

/** Begins an attempt: draws its questions and sets the clock. */
export function beginAttempt(version: QuizVersion, bank: readonly Question[], start: AttemptStart): AttemptSheet {
  const { now, ...by } = start;
  const drawn = drawQuestions(bank, version.drawCount, by.seed);
  const { timeLimitMinutes } = version;
  const attempt: QuizAttempt = {
    ...by,
    quizId: version.quizId,
    quizVersionId: version.id,
    status: 'OPEN',
    rulesVersion: attemptRulesVersion,
    passPercent: version.passPercent,
    questionCount: drawn.length,
    startedAt: now,
    endsAt: timeLimitMinutes === undefined ? undefined : new Date(now.getTime() + timeLimitMinutes * 60_000),
    endedAt: undefined,
    rightCount: undefined,
    nextAt: undefined,
    version: 1,
  };
  const unanswered = { attemptId: by.id, answer: undefined, answeredAt: undefined, isRight: undefined };
  return { attempt, questions: drawn.map((one, index) => ({ ...one, ...unanswered, position: index + 1 })) };
}

/** Fails with a state that says that time is up, unless the action is possible now. */
export function mayAnswer(attempt: QuizAttempt, now: Date): Result<QuizAttempt, IllegalTransitionError> {
  if (attemptLifecycle.can('ANSWER', attempt, now)) return ok(attempt);
  return err(illegalTransition('ANSWER', attempt.status === 'OPEN' ? 'TIME_UP' : attempt.status));
}

/** Ends an attempt at the instant of its member or at the end of its time, whichever is first, and judges every answer. */
export function endAttempt(
  { attempt, questions }: AttemptSheet,
  action: 'FINISH' | 'RUN_OUT',
  now: Date,
): Result<AttemptSheet, IllegalTransitionError> {
  const judged = questions.map((one) => ({
    ...one,
    isRight: one.answer !== undefined && isRightAnswer(one.question, one.answer),
  }));
  const rightCount = judged.filter(({ isRight }) => isRight).length;
  const isPassed = rightCount * 100 >= attempt.passPercent * attempt.questionCount;
  const status = attemptLifecycle.next(action, attempt, now, isPassed ? 'PASSED' : 'FAILED');
  if (!status.ok) return status;
  const endedAt = attempt.endsAt !== undefined && attempt.endsAt < now ? attempt.endsAt : now;
  const nextAt = nextAttemptAt({ number: attempt.number, isPassed }, endedAt);
  return ok({ attempt: { ...attempt, status: status.value, endedAt, rightCount, nextAt }, questions: judged });
}

/** How many of a hundred were right, rounded down; nothing while it is open. */
export function percentOf({ rightCount, questionCount }: QuizAttempt): number | undefined {
  return rightCount === undefined ? undefined : Math.floor((rightCount * 100) / questionCount);
}

/** What an attempt shows of right and wrong: nothing while it is open, everything early on or once passed, else what was wrong alone. */
export function revealOf({ status, number }: QuizAttempt): 'NOTHING' | 'VERDICTS' | 'ANSWERS' {
  if (status === 'OPEN') return 'NOTHING';
  return status === 'PASSED' || number <= revealedAttempts ? 'ANSWERS' : 'VERDICTS';
}

/** Reads places as shown, from 1, as places in the list of the author; a place that is not shown stays unknown. */
export function toAuthorPlaces(order: readonly number[], places: readonly number[]): readonly number[] {
  return places.map((place) => order[place - 1] ?? -1);
}

/** Writes places in the list of the author as places shown, from 1. */
export function toShownPlaces(order: readonly number[], choices: readonly number[]): readonly number[] {
  return choices.map((choice) => order.indexOf(choice) + 1);
}
