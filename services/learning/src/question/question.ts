/*
 * A question of one version of a quiz, with everything that decides whether an answer is right.
 * Life: that of its version; it never changes once the version is submitted. Its key stays from version to version. Owner: learning.
 */
import { FieldChecks, type Id } from '@guildhall/kernel';
import type { ResourceId } from '../resource/resource.js';

/** The id of a question in one version. */
export type QuestionId = Id<'Question'>;

/** What stays the same of a question from version to version, so that what was learned with it goes on. */
export type QuestionKey = Id<'QuestionKey'>;

/** The id of a version of a quiz. */
export type QuizVersionId = Id<'QuizVersion'>;

/** How a question is answered. */
export type QuestionKind = 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'NUMERIC' | 'ORDERING' | 'SHORT_TEXT';

/** One thing to choose or to put in order; what is said to whoever chose it. */
export type Choice = { readonly text: string; readonly isRight: boolean; readonly feedback: string | undefined };

/**
 * What an author says of one question; each part belongs to some kinds alone. Choices of TRUE_FALSE are two, first "true"
 * and then "false", without words of their own; those of ORDERING stand in the right order.
 */
export type QuestionDraft = {
  readonly key: QuestionKey | undefined;
  readonly kind: QuestionKind;
  readonly prompt: string;
  readonly choices: readonly Choice[];
  /** Of NUMERIC, with how far an answer may be off and what it is counted in. */
  readonly number: number | undefined;
  readonly tolerance: number | undefined;
  readonly unit: string | undefined;
  /** Of SHORT_TEXT: every wording that is right. */
  readonly accepted: readonly string[];
  readonly explanation: string | undefined;
  readonly resourceId: ResourceId | undefined;
};

/** A question as stored; positions count from 1. */
export type Question = QuestionDraft & {
  readonly id: QuestionId;
  readonly key: QuestionKey;
  readonly quizVersionId: QuizVersionId;
  readonly position: number;
};

/** The most questions a version of a quiz may hold. */
export const questionsMax = 200;

/** How many choices or items each kind takes; none for the kinds that are not listed. */
const choiceCounts: Readonly<Partial<Record<QuestionKind, readonly [number, number]>>> = {
  SINGLE_CHOICE: [2, 8],
  MULTIPLE_CHOICE: [2, 8],
  TRUE_FALSE: [2, 2],
  ORDERING: [3, 8],
};

const numberMax = 1e12;

/** What is known while questions are checked: the resources in the library, and the keys of the versions before. */
export type KnownToQuestions = { readonly resources: ReadonlySet<ResourceId>; readonly keys: ReadonlySet<QuestionKey> };

/** Checks the questions of a version. */
export function checkQuestions(
  drafts: readonly QuestionDraft[],
  known: KnownToQuestions,
  checks = new FieldChecks(),
): FieldChecks {
  checks.that(drafts.length > 0, 'questions', 'REQUIRED', 'Write at least one question.');
  checks.that(drafts.length <= questionsMax, 'questions', 'TOO_LONG', `List at most ${questionsMax} questions.`);
  const keys = drafts.flatMap(({ key }) => (key === undefined ? [] : [key]));
  checks.that(new Set(keys).size === keys.length, 'questions', 'CONTRADICTION', 'Name each earlier question once.');
  drafts.slice(0, questionsMax).forEach((draft, index) => {
    const path = `questions.${index}`;
    checks.text(`${path}.prompt`, draft.prompt, { min: 3, max: 1000 });
    if (draft.explanation !== undefined) checks.text(`${path}.explanation`, draft.explanation, { min: 0, max: 2000 });
    const isKnownKey = draft.key === undefined || known.keys.has(draft.key);
    checks.that(isKnownKey, `${path}.key`, 'UNKNOWN', 'Name a question of an earlier version of this quiz.');
    const isKnownResource = draft.resourceId === undefined || known.resources.has(draft.resourceId);
    checks.that(isKnownResource, `${path}.resourceId`, 'UNKNOWN', 'Choose a resource that is in the library.');
    checkChoices(checks, path, draft);
    checkNumber(checks, path, draft);
    checkAccepted(checks, path, draft);
  });
  return checks;
}

function checkChoices(checks: FieldChecks, path: string, { kind, choices }: QuestionDraft): void {
  const [min, max] = choiceCounts[kind] ?? [0, 0];
  const place = `${path}.choices`;
  checks.that(choices.length <= max, place, max === 0 ? 'CONTRADICTION' : 'TOO_LONG', choicesSentence(kind, max));
  checks.that(choices.length >= min, place, 'REQUIRED', `Give at least ${min}.`);
  choices.slice(0, max).forEach(({ text, feedback }, index) => {
    if (kind !== 'TRUE_FALSE') checks.text(`${place}.${index}.text`, text, { max: 300 });
    if (feedback !== undefined) checks.text(`${place}.${index}.feedback`, feedback, { min: 0, max: 500 });
  });
  const right = choices.filter(({ isRight }) => isRight).length;
  const isOne = kind === 'SINGLE_CHOICE' || kind === 'TRUE_FALSE';
  checks.that(!isOne || right === 1, place, 'CONTRADICTION', 'Exactly one must be right.');
  checks.that(kind !== 'MULTIPLE_CHOICE' || right > 0, place, 'CONTRADICTION', 'At least one must be right.');
  const words = new Set(choices.map(({ text }) => text.trim()));
  const isTwice = kind !== 'TRUE_FALSE' && words.size < choices.length;
  checks.that(!isTwice, place, 'CONTRADICTION', 'No two may say the same.');
}

function choicesSentence(kind: QuestionKind, max: number): string {
  return max === 0 ? `A question of the kind ${kind} has no choices.` : `List at most ${max}.`;
}

function checkNumber(checks: FieldChecks, path: string, { kind, number, tolerance, unit }: QuestionDraft): void {
  if (kind !== 'NUMERIC') {
    const has = number !== undefined || tolerance !== undefined || unit !== undefined;
    checks.that(!has, `${path}.number`, 'CONTRADICTION', `A question of the kind ${kind} has no number.`);
    return;
  }
  checks.that(number !== undefined, `${path}.number`, 'REQUIRED', 'Give the right number.');
  const fits = number === undefined || Math.abs(number) <= numberMax;
  checks.that(fits, `${path}.number`, 'OUT_OF_RANGE', `Give a number of at most ${numberMax}.`);
  const isTolerance = tolerance === undefined || (tolerance >= 0 && tolerance <= numberMax);
  checks.that(isTolerance, `${path}.tolerance`, 'OUT_OF_RANGE', 'Give a number that is not negative.');
  if (unit !== undefined) checks.text(`${path}.unit`, unit, { min: 0, max: 30 });
}

function checkAccepted(checks: FieldChecks, path: string, { kind, accepted }: QuestionDraft): void {
  const place = `${path}.accepted`;
  const isText = kind === 'SHORT_TEXT';
  checks.that(
    isText || accepted.length === 0,
    place,
    'CONTRADICTION',
    `A question of the kind ${kind} has no wordings.`,
  );
  checks.that(!isText || accepted.length > 0, place, 'REQUIRED', 'Give at least one wording that is right.');
  if (isText) checks.textList(place, accepted, { max: 20, maxLength: 120 });
}

const trimmed = (text: string | undefined): string | undefined => {
  const short = text?.trim();
  return short === '' ? undefined : short;
};

/** Gives checked questions their ids, keys and places; a question without a key is a new one. */
export function placeQuestions(
  drafts: readonly QuestionDraft[],
  quizVersionId: QuizVersionId,
  nextId: <Kind extends string>() => Id<Kind>,
): readonly Question[] {
  return drafts.map((draft, index) => ({
    ...draft,
    prompt: draft.prompt.trim(),
    choices: draft.choices.map(({ text, isRight, feedback }) => ({
      text: draft.kind === 'TRUE_FALSE' ? '' : text.trim(),
      isRight: draft.kind === 'ORDERING' || isRight,
      feedback: trimmed(feedback),
    })),
    tolerance: draft.kind === 'NUMERIC' ? (draft.tolerance ?? 0) : undefined,
    unit: trimmed(draft.unit),
    accepted: draft.accepted.map((wording) => wording.trim()),
    explanation: trimmed(draft.explanation),
    id: nextId<'Question'>(),
    key: draft.key ?? nextId<'QuestionKey'>(),
    quizVersionId,
    position: index + 1,
  }));
}
