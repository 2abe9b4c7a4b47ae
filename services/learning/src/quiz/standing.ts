/*
 * What a viewer can do with a quiz as a whole: begin an attempt, or write the next version.
 * Life: derived from the quiz, the viewer's way through the path and the clock. Owner: learning.
 */
import { defineLifecycle } from '@guildhall/kernel';
import { isTimeUp, type QuizAttempt } from '../attempt/attempt.js';
import type { StepStatus } from '../enrolment/step-progress.js';
import { isQuizInWork, publishedQuizOf, type QuizVersion } from './quiz.js';

/** How a viewer stands with a quiz. */
export type QuizStanding = 'CLOSED' | 'NOT_ENROLLED' | 'LOCKED' | 'READY' | 'RUNNING' | 'WAITING' | 'USED_UP';

/** A quiz with what decides about it. `step` is how far the viewer is with its step; nothing when they are not enrolled. */
export type QuizFacts = {
  readonly versions: readonly QuizVersion[];
  readonly step: { readonly status: StepStatus; readonly isOpen: boolean } | undefined;
  /** The viewer's attempts, newest first. */
  readonly attempts: readonly QuizAttempt[];
  /** How many of them belong to the enrolment of today. */
  readonly used: number;
};

/** What can be done with a quiz as a whole. */
export type QuizAction = 'START_ATTEMPT' | 'DRAFT_VERSION';

/** How a viewer stands with a quiz now. A step that was passed may be practised again. */
export function standingOf({ versions, step, attempts, used }: QuizFacts, now: Date): QuizStanding {
  if (attempts.some((attempt) => attempt.status === 'OPEN' && !isTimeUp(attempt, now))) return 'RUNNING';
  const published = publishedQuizOf(versions);
  if (published === undefined) return 'CLOSED';
  if (step === undefined) return 'NOT_ENROLLED';
  if (!step.isOpen && step.status !== 'PASSED') return 'LOCKED';
  if (used >= published.attemptsMax) return 'USED_UP';
  const next = nextStartAt(attempts);
  return next !== undefined && next > now ? 'WAITING' : 'READY';
}

/** The earliest instant of the next attempt, over every attempt there was; leaving a path does not shorten a wait. */
export function nextStartAt(attempts: readonly QuizAttempt[]): Date | undefined {
  const instants = attempts.flatMap(({ nextAt }) => (nextAt === undefined ? [] : [nextAt.getTime()]));
  return instants.length === 0 ? undefined : new Date(Math.max(...instants));
}

const everywhere: readonly QuizStanding[] = [
  'CLOSED',
  'NOT_ENROLLED',
  'LOCKED',
  'READY',
  'RUNNING',
  'WAITING',
  'USED_UP',
];

/** What can be done with a quiz, by how the viewer stands with it at an instant. */
export function quizLifecycleAt(now: Date) {
  return defineLifecycle<QuizFacts, QuizStanding, QuizAction>(
    {
      name: 'Quiz',
      initial: everywhere,
      states: everywhere,
      transitions: {
        START_ATTEMPT: { from: ['READY'], to: ['RUNNING'] },
        DRAFT_VERSION: { from: everywhere, to: everywhere, guard: ({ versions }) => !isQuizInWork(versions) },
      },
    },
    (facts) => standingOf(facts, now),
  );
}
