/*
 * A question as it is put to somebody, their answer as they gave it, and what came of it.
 * Life: made for one answer of the server. Owner: learning.
 */
import { toShownPlaces } from '../attempt/attempt.js';
import { feedbackOn, rightAnswer, type Answer } from './judge.js';
import type { Question } from './question.js';

/** A question with the order in which its choices are shown. */
export type Asked = { readonly question: Question; readonly order: readonly number[] };

/** An answer with its choices as places shown, from 1. */
export type Shown = Answer;

/** What came of an answer, with as much of the right one as may be shown. */
export type Outcome = {
  readonly question: Question;
  readonly isRight: boolean;
  readonly feedback: readonly string[];
  readonly rightAnswer: Shown | undefined;
  readonly explanation: string | undefined;
};

/** An answer as whoever gave it saw it. */
export function shownAnswer(order: readonly number[], answer: Answer): Shown {
  return { ...answer, choices: toShownPlaces(order, answer.choices) };
}

/** What came of an answer. The right one, the words about it and the reason go together: each would give the others away. */
export function outcomeOf(
  { question, order }: Asked,
  { answer, isRight }: { readonly answer: Answer | undefined; readonly isRight: boolean },
  isRevealed: boolean,
): Outcome {
  if (!isRevealed) return { question, isRight, feedback: [], rightAnswer: undefined, explanation: undefined };
  return {
    question,
    isRight,
    feedback: answer === undefined ? [] : feedbackOn(question, answer),
    rightAnswer: shownAnswer(order, rightAnswer(question)),
    explanation: question.explanation,
  };
}
