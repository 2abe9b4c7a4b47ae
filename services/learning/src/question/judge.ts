/*
 * Whether an answer to a question is right, and which words an author wrote for it.
 * Life: computed on the server when an attempt ends or a card is answered. Owner: learning.
 */
import { FieldChecks, ok, type Result, type ValidationError } from '@guildhall/kernel';
import { normaliseWording } from './normalise-wording.js';
import type { Question, QuestionKind } from './question.js';

/** An answer. `choices` are places in the list of the author, from 0; for ORDERING in the order given. */
export type Answer = {
  readonly choices: readonly number[];
  readonly number: number | undefined;
  readonly text: string | undefined;
};

/** An answer that says nothing yet. */
export const noAnswer: Answer = { choices: [], number: undefined, text: undefined };

const answerTextMax = 200;

/** What a computer adds to numbers that people write with a decimal point. */
const slack = 1e-9;

/** Checks that an answer is of the shape its question asks for; whether it is right is said by {@link isRightAnswer} alone. */
export function checkAnswer(question: Question, answer: Answer): Result<Answer, ValidationError> {
  const { kind } = question;
  const { number, text } = answer;
  const checks = new FieldChecks();
  checkPlaces(checks, question, answer);
  const isNumber = number === undefined || (kind === 'NUMERIC' && Number.isFinite(number));
  checks.that(isNumber, 'answer.number', 'BAD_FORMAT', 'Give a number where one is asked for.');
  const isText = text === undefined || kind === 'SHORT_TEXT';
  checks.that(isText, 'answer.text', 'CONTRADICTION', 'Words are not asked for.');
  if (text !== undefined) checks.text('answer.text', text, { min: 0, max: answerTextMax });
  const words = text?.trim();
  return checks.finish({ ...answer, text: words === '' ? undefined : words });
}

function checkPlaces(checks: FieldChecks, { kind, choices }: Question, answer: Answer): void {
  const places = new Set(answer.choices);
  const isKnown = answer.choices.every((place) => Number.isInteger(place) && place >= 0 && place < choices.length);
  const isOnce = places.size === answer.choices.length;
  checks.that(isKnown && isOnce, 'answer.choices', 'UNKNOWN', 'Choose among what is offered, each at most once.');
  const most = kind === 'SINGLE_CHOICE' || kind === 'TRUE_FALSE' ? 1 : choices.length;
  checks.that(answer.choices.length <= most, 'answer.choices', 'TOO_LONG', `Choose at most ${most}.`);
  const isWhole = kind !== 'ORDERING' || [0, choices.length].includes(answer.choices.length);
  checks.that(isWhole, 'answer.choices', 'REQUIRED', 'Put all of them in order.');
}

/** Whether somebody said anything at all. */
export function isAnswered({ choices, number, text }: Answer): boolean {
  return choices.length > 0 || number !== undefined || text !== undefined;
}

const isRightNumber = ({ number: right, tolerance = 0 }: Question, { number }: Answer): boolean =>
  number !== undefined &&
  right !== undefined &&
  Math.abs(number - right) <= tolerance + slack * Math.max(1, Math.abs(right));

const isRightWording = ({ accepted }: Question, { text = '' }: Answer): boolean => {
  const given = normaliseWording(text);
  return given !== '' && accepted.some((wording) => normaliseWording(wording) === given);
};

const isRightOrder = ({ choices }: Question, answer: Answer): boolean =>
  answer.choices.length === choices.length && answer.choices.every((place, index) => place === index);

const isRightChoice = ({ choices }: Question, answer: Answer): boolean => {
  const chosen = new Set(answer.choices);
  return chosen.size > 0 && choices.every(({ isRight }, place) => isRight === chosen.has(place));
};

/** How each kind is judged. */
const judges: Readonly<Record<QuestionKind, (question: Question, answer: Answer) => boolean>> = {
  SINGLE_CHOICE: isRightChoice,
  MULTIPLE_CHOICE: isRightChoice,
  TRUE_FALSE: isRightChoice,
  NUMERIC: isRightNumber,
  ORDERING: isRightOrder,
  SHORT_TEXT: isRightWording,
};

/** Whether an answer is right. Nothing is never right, and half right is not right: what counts is easy to foresee. */
export function isRightAnswer(question: Question, answer: Answer): boolean {
  return judges[question.kind](question, answer);
}

/** The answer that is right; of several wordings the first. */
export function rightAnswer({ kind, choices, number, accepted }: Question): Answer {
  if (kind === 'NUMERIC') return { ...noAnswer, number };
  if (kind === 'SHORT_TEXT') return { ...noAnswer, text: accepted[0] };
  return { ...noAnswer, choices: choices.flatMap(({ isRight }, place) => (isRight ? [place] : [])) };
}

/** What the author says to whoever answered so. */
export function feedbackOn({ choices }: Question, answer: Answer): readonly string[] {
  return answer.choices.flatMap((place) => choices[place]?.feedback ?? []);
}

/** The answer as it is kept: an answer that says nothing is none. */
export function keptAnswer(answer: Answer): Answer | undefined {
  return isAnswered(answer) ? answer : undefined;
}

/** An answer read from storage, where nothing is written as null. */
export function readAnswer(
  stored: {
    readonly choices?: readonly number[];
    readonly number?: number | null;
    readonly text?: string | null;
  } | null,
): Answer | undefined {
  return stored === null
    ? undefined
    : { choices: stored.choices ?? [], number: stored.number ?? undefined, text: stored.text ?? undefined };
}

/** Accepts what is of the right shape, and nothing. */
export function checkedOrNone(question: Question, answer: Answer): Result<Answer | undefined, ValidationError> {
  const checked = checkAnswer(question, answer);
  return checked.ok ? ok(keptAnswer(checked.value)) : checked;
}
