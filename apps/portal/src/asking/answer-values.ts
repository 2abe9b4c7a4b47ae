import type { FormValues } from '@guildhall/ui';

/** A question as far as a form needs it. */
export type AskedQuestion = {
  readonly id: string;
  readonly kind: 'TEXT' | 'CHOICE' | 'NUMBER' | 'AGREEMENT';
  readonly wording: string;
  readonly isRequired: boolean;
  readonly options: readonly string[];
};

type GivenAnswer = { readonly question: { readonly id: string }; readonly value: string };
type Answer = { readonly questionId: string; readonly value: string };

/** The name of the field of a question, which is where a broken rule is told. */
export const answerName = (id: string): string => `answers.${id}`;

/** What the fields of the questions begin with. */
export function answerValues(questions: readonly AskedQuestion[], answers: readonly GivenAnswer[]): FormValues {
  const given = new Map(answers.map(({ question, value }) => [question.id, value]));
  const valueOf = ({ id, kind }: AskedQuestion): FormValues[string] => {
    if (kind !== 'AGREEMENT') return given.get(id) ?? '';
    return given.has(id) ? ['yes'] : [];
  };
  return Object.fromEntries(questions.map((question) => [answerName(question.id), valueOf(question)]));
}

/** What the fields of the questions say, as the graph takes it. */
export function answersOf(questions: readonly AskedQuestion[], values: FormValues): Answer[] {
  return questions.map(({ id }) => {
    const value = values[answerName(id)];
    if (typeof value === 'string') return { questionId: id, value };
    const isAgreed = typeof value === 'object' && value.length > 0;
    return { questionId: id, value: isAgreed ? 'yes' : '' };
  });
}
