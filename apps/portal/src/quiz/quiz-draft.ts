import type { DraftQuizVersionInput } from '../generated/graphql.js';
import { readNumber } from './given.js';
import type { ShownVersion, WrittenQuestion } from './edit-documents.js';

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

/** What there is to read about a question; both are empty when nothing is. */
export type ReadingDraft = { readonly resourceId: string; readonly resourceTitle: string };

/** A question as it is written: everything stays text, and what another kind needs is kept while one tries kinds. */
export type QuestionDraft = ReadingDraft & {
  /** What the page knows it by. */
  readonly id: string;
  readonly key: string | undefined;
  readonly kind: QuestionInput['kind'];
  readonly prompt: string;
  readonly choices: readonly ChoiceDraft[];
  readonly isTrue: boolean;
  /** What is said to whoever answers true, and false. */
  readonly saidIfTrue: string;
  readonly saidIfFalse: string;
  readonly number: string;
  readonly tolerance: string;
  readonly unit: string;
  /** One wording a line. */
  readonly accepted: string;
  readonly explanation: string;
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
    saidIfTrue: '',
    saidIfFalse: '',
    number: '',
    tolerance: '',
    unit: '',
    accepted: '',
    explanation: '',
    resourceId: '',
    resourceTitle: '',
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
      ...trueOrFalse(question),
      number: textOf(question.number),
      tolerance: textOf(question.tolerance),
      unit: question.unit ?? '',
      accepted: question.accepted.join('\n'),
      explanation: question.explanation ?? '',
      resourceId: question.resource?.id ?? '',
      resourceTitle: question.resource?.title ?? '',
    })),
  };
}

/** The first choice of such a question is true, the second false; other kinds begin as if nothing were written. */
function trueOrFalse({
  kind,
  choices: [first, second],
}: WrittenQuestion): Pick<QuestionDraft, 'isTrue' | 'saidIfTrue' | 'saidIfFalse'> {
  if (kind !== 'TRUE_FALSE') return { isTrue: true, saidIfTrue: '', saidIfFalse: '' };
  return {
    isTrue: first?.isRight === true,
    saidIfTrue: first?.feedback ?? '',
    saidIfFalse: second?.feedback ?? '',
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
  const base = { kind, key, prompt, explanation: orNothing(explanation), resourceId: orNothing(resourceId) };
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
    return {
      ...base,
      choices: [
        { text: '', isRight: draft.isTrue, feedback: orNothing(draft.saidIfTrue) },
        { text: '', isRight: !draft.isTrue, feedback: orNothing(draft.saidIfFalse) },
      ],
    };
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
