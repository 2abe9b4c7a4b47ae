/*
 * How members answered a question, for whoever wrote it: numbers that stand for enough people, and nobody's answers.
 * Life: counted when asked for. Owner: learning.
 */
import { kFor, roundFigure, suppress, type Figure } from '@guildhall/disclosure';
import type { Question, QuestionId } from './question.js';

/** The first answers to one question as counted, before anybody may see them; `chosen` counts people by place of the author's list. */
export type QuestionCount = {
  readonly questionId: QuestionId;
  readonly answered: number;
  readonly right: number;
  readonly chosen: ReadonlyMap<number, number>;
};

/** The same, safe to show. */
export type QuestionFigures = {
  readonly answered: Figure;
  readonly right: Figure;
  /** How many chose each choice, in the author's order; empty for kinds without choices and for ordering. */
  readonly chosen: readonly Figure[];
};

/** Numbers are rounded to this, so that an author who looks again after one more person cannot tell what that one answered. */
const step = 5;

/**
 * Figures from ten people on. Whoever sees who answered and who was right can subtract, so both sides must be enough
 * people; the same for each choice, and all choices are withheld when one is.
 */
export function toQuestionFigures(question: Question, count: QuestionCount | undefined): QuestionFigures {
  const { answered, right, chosen } = count ?? { answered: 0, right: 0, chosen: new Map<number, number>() };
  const k = kFor('ANALYST');
  const shown = (value: number, people: number): Figure => {
    const [figure] = suppress([{ value, people }], k);
    if (figure === undefined) throw new Error('one cell gives one figure');
    return roundFigure(figure, step);
  };
  const hasChoices = question.kind !== 'ORDERING';
  const perChoice = hasChoices ? question.choices.map((_, place) => chosen.get(place) ?? 0) : [];
  const isTold = perChoice.every((people) => people >= k && answered - people >= k);
  return {
    answered: shown(answered, answered),
    right: shown(right, Math.min(right, answered - right)),
    chosen: perChoice.map((people) => shown(people, isTold ? people : 0)),
  };
}
