import type { DraftQuizVersionInput } from '../generated/graphql.js';
import { readNumber } from './given.js';
import type { ShownVersion } from './edit-documents.js';

type QuestionInput = DraftQuizVersionInput['questions'][number];

/** The kinds of question, in the order in which they are offered. */
export const questionKinds: readonly QuestionInput['kind'][] = [
  'SINGLE_CHOICE',
  'MULTIPLE_CHOICE',
  'TRUE_FALSE',
  'NUMERIC',
  'ORDERING',
  'SHORT_TEXT',
];

/** A choice as it is written. */
export type ChoiceDraft = { readonly text: string; readonly isRight: boolean; readonly feedback: string };

/** A question as it is written: everything stays text, and what another kind needs is kept while one tries kinds. */
export type QuestionDraft = {
  /** What the page knows it by. */
  readonly id: string;
  readonly key: string | undefined;
  readonly kind: QuestionInput['kind'];
  readonly prompt: string;
  readonly choices: readonly ChoiceDraft[];
  readonly isTrue: boolean;
  readonly number: string;
  readonly tolerance: string;
  readonly unit: string;
  /** One wording a line. */
  readonly accepted: string;
  readonly explanation: string;
  readonly resourceId: string | undefined;
};

/** A version as it is written. */
export type QuizDraft = {
  readonly language: string;
  readonly drawCount: string;
  readonly passPercent: string;
  readonly timeLimitMinutes: string;
  readonly attemptsMax: string;
  readonly questions: readonly QuestionDraft[];
};

const emptyChoice: ChoiceDraft = { text: '', isRight: false, feedback: '' };

/** A question of which nothing is written yet. */
export function newQuestion(id: string): QuestionDraft {
  return {
    id,
    key: undefined,
    kind: 'SINGLE_CHOICE',
    prompt: '',
    choices: [{ ...emptyChoice, isRight: true }, emptyChoice, emptyChoice],
    isTrue: true,
    number: '',
    tolerance: '',
    unit: '',
    accepted: '',
    explanation: '',
    resourceId: undefined,
  };
}

/** A quiz of which nothing is written yet. */
export function newQuiz(id: string, language: string): QuizDraft {
  return {
    language,
    drawCount: '1',
    passPercent: '60',
    timeLimitMinutes: '',
    attemptsMax: '5',
    questions: [newQuestion(id)],
  };
}

const textOf = (value: number | null | undefined): string => (value == null ? '' : String(value));

/** What stands in a version, ready to be changed or carried on. */
export function draftFrom(version: ShownVersion): QuizDraft {
  return {
    language: version.language,
    drawCount: String(version.drawCount),
    passPercent: String(version.passPercent),
    timeLimitMinutes: textOf(version.timeLimitMinutes),
    attemptsMax: String(version.attemptsMax),
    questions: (version.questions ?? []).map((question) => ({
      id: question.id,
      key: question.key,
      kind: question.kind,
      prompt: question.prompt,
      choices: question.choices.map(({ text, isRight, feedback }) => ({ text, isRight, feedback: feedback ?? '' })),
      isTrue: question.kind !== 'TRUE_FALSE' || question.choices[0]?.isRight === true,
      number: textOf(question.number),
      tolerance: textOf(question.tolerance),
      unit: question.unit ?? '',
      accepted: question.accepted.join('\n'),
      explanation: question.explanation ?? '',
      resourceId: question.resource?.id,
    })),
  };
}

/** Whole numbers alone; anything else is sent as nought, which the graph refuses at its field. */
const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);
const orNothing = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** What is sent of a version. */
export function toInput(draft: QuizDraft): Pick<DraftQuizVersionInput, 'settings' | 'questions'> {
  return {
    settings: {
      language: draft.language,
      drawCount: whole(draft.drawCount),
      passPercent: whole(draft.passPercent),
      timeLimitMinutes: draft.timeLimitMinutes.trim() === '' ? undefined : whole(draft.timeLimitMinutes),
      attemptsMax: whole(draft.attemptsMax),
    },
    questions: draft.questions.map(toQuestion),
  };
}

function toQuestion(draft: QuestionDraft): QuestionInput {
  const { kind, key, prompt, explanation, resourceId } = draft;
  const base = { kind, key, prompt, explanation: orNothing(explanation), resourceId };
  if (kind === 'NUMERIC')
    return {
      ...base,
      number: readNumber(draft.number),
      tolerance: readNumber(draft.tolerance),
      unit: orNothing(draft.unit),
    };
  if (kind === 'SHORT_TEXT')
    return { ...base, accepted: draft.accepted.split('\n').filter((line) => line.trim() !== '') };
  if (kind === 'TRUE_FALSE')
    return { ...base, choices: [draft.isTrue, !draft.isTrue].map((isRight) => ({ text: '', isRight })) };
  const written = draft.choices.filter(({ text, feedback }) => text.trim() !== '' || feedback.trim() !== '');
  return {
    ...base,
    choices: written.map(({ text, isRight, feedback }) => ({
      text,
      isRight: kind === 'ORDERING' || isRight,
      feedback: orNothing(feedback),
    })),
  };
}
