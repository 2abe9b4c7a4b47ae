import type { FormValues, Outcome } from '@guildhall/ui';
import type { AskedQuestion } from './answer-values.js';

/** A question as it is sent. */
export type Draft = Omit<AskedQuestion, 'id'> & { readonly id?: string };

/** The kinds of questions, in the order in which they are offered. */
export const questionKinds = ['TEXT', 'CHOICE', 'NUMBER', 'AGREEMENT'] as const;

/** What the form of a question begins with. */
export function draftValues(question: Draft | undefined) {
  return {
    wording: question?.wording ?? '',
    kind: (question?.kind ?? 'TEXT') as string,
    options: question?.options.join('\n') ?? '',
    isRequired: question?.isRequired ?? false,
  };
}

/** What the form says, as a question; one thing to choose stands on each line. */
export function draftOf(values: FormValues, id?: string): Draft {
  const { wording, kind, options, isRequired } = values;
  const chosen = questionKinds.find((each) => each === kind) ?? 'TEXT';
  const lines = typeof options === 'string' ? options.split('\n').map((line) => line.trim()) : [];
  return {
    ...(id !== undefined && { id }),
    kind: chosen,
    wording: typeof wording === 'string' ? wording : '',
    isRequired: isRequired === true,
    options: chosen === 'CHOICE' ? lines.filter((line) => line !== '') : [],
  };
}

/** The outcome with the problems of the question at this place told at the fields of its form. */
export function atOneQuestion(outcome: Outcome, place: number): Outcome {
  const { result } = outcome;
  if (result?.fields === undefined) return outcome;
  const start = `questions.${place}.`;
  const fields = result.fields.map((field) => ({
    ...field,
    path: field.path.startsWith(start) ? (field.path.slice(start.length).split('.')[0] ?? field.path) : field.path,
  }));
  return { ...outcome, result: { ...result, fields } };
}
