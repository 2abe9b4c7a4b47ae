/*
 * A question that organisers ask of those who register for one activity, and the answers to it. Life: asked, answered
 * with the registration, changed until registration closes; what is answered is erased seven days after the end, and an
 * agreement stays with its registration. Owner: activities.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { Activity, ActivityId } from '../activity/activity.js';
import type { RegistrationId } from '../registration/registration.js';

/** The id of a question. */
export type QuestionId = Id<'Question'>;

/** How a question is answered. */
export type QuestionKind = 'TEXT' | 'CHOICE' | 'NUMBER' | 'AGREEMENT';

/** A question as stored. */
export type Question = {
  readonly id: QuestionId;
  readonly activityId: ActivityId;
  /** From 1. */
  readonly position: number;
  readonly kind: QuestionKind;
  readonly wording: string;
  readonly isRequired: boolean;
  /** What can be chosen; empty for every kind but a choice. */
  readonly options: readonly string[];
};

/** An answer of one registration. An agreement is answered `yes`. */
export type Answer = {
  readonly registrationId: RegistrationId;
  readonly activityId: ActivityId;
  readonly questionId: QuestionId;
  readonly value: string;
  readonly answeredAt: Date;
};

/** What somebody answers to a question; an empty value is none. */
export type AnswerDraft = { readonly questionId: string; readonly value: string };

/** What organisers ask; with the id of a question that is asked already it takes its place. */
export type QuestionDraft = Pick<Question, 'kind' | 'wording' | 'isRequired' | 'options'> & {
  readonly id: string | undefined;
};

/** The limits of questions; our choice. An answer has at most 500 characters in the database too. */
export const questionLimits = {
  questions: 10,
  wording: 300,
  options: 12,
  option: 80,
  answer: 500,
  number: 1_000_000,
} as const;

/** How long answers are kept after the end of an activity, in milliseconds; agreements stay with the registration. */
export const answersKeptMs = 7 * 86_400_000;

/** Whether answers can be read now. From the stated instant on they cannot, however late they are erased. */
export function areAnswersKept({ endsAt }: Pick<Activity, 'endsAt'>, now: Date): boolean {
  return now.getTime() < endsAt.getTime() + answersKeptMs;
}

/** Whether answers can be changed now: until registration closes. */
export function canStillAnswer({ registrationClosesAt, status }: Activity, now: Date): boolean {
  return status === 'PUBLISHED' && now < registrationClosesAt;
}

/** Whether questions can be changed now: until registration closes, or before there is any. */
export function canStillAsk({ registrationClosesAt, status }: Activity, now: Date): boolean {
  const isOpen = ['DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED'].includes(status);
  return isOpen && now < registrationClosesAt;
}

/** What is asked now, and of it what somebody answered already. */
export type Asked = { readonly questions: readonly Question[]; readonly answered: ReadonlySet<string> };

/** Checks the questions of an activity as a whole. What is answered keeps its kind and its options, and stays. */
export function askQuestions(
  activityId: ActivityId,
  drafts: readonly QuestionDraft[],
  { questions, answered }: Asked,
  nextId: () => QuestionId,
): Result<readonly Question[], ValidationError> {
  const checks = new FieldChecks();
  const before = new Map<string, Question>(questions.map((question) => [question.id, question]));
  const named = drafts.flatMap(({ id }) => id ?? []);
  checks.that(drafts.length <= questionLimits.questions, 'questions', 'TOO_LONG', 'Ask at most 10 questions.');
  checks.that(new Set(named).size === named.length, 'questions', 'CONTRADICTION', 'A question stands here twice.');
  const isGone = [...answered].some((id) => before.has(id) && !named.includes(id));
  checks.that(!isGone, 'questions', 'CONTRADICTION', 'A question that is answered cannot be taken away.');
  drafts.forEach((draft, index) => checkQuestion(checks, draft, `questions.${index}`));
  drafts.forEach(({ id, kind, options }, index) => {
    const earlier = id === undefined ? undefined : before.get(id);
    checks.that(
      id === undefined || earlier !== undefined,
      `questions.${index}.id`,
      'UNKNOWN',
      'This question is not there any more.',
    );
    if (earlier === undefined || !answered.has(earlier.id)) return;
    checks.that(
      earlier.kind === kind,
      `questions.${index}.kind`,
      'CONTRADICTION',
      'It is answered already, so it keeps its kind.',
    );
    const keeps = earlier.options.every((option) => options.some((left) => left.trim() === option));
    checks.that(
      keeps,
      `questions.${index}.options`,
      'CONTRADICTION',
      'It is answered already, so what could be chosen stays.',
    );
  });
  return checks.finish(
    drafts.map(({ id, kind, wording, isRequired, options }, index) => ({
      id: (id === undefined ? undefined : before.get(id)?.id) ?? nextId(),
      activityId,
      position: index + 1,
      kind,
      wording: wording.trim(),
      isRequired,
      options: kind === 'CHOICE' ? options.map((option) => option.trim()) : [],
    })),
  );
}

function checkQuestion(checks: FieldChecks, { kind, wording, options }: QuestionDraft, path: string): void {
  checks.text(`${path}.wording`, wording, { max: questionLimits.wording });
  if (kind !== 'CHOICE') return;
  checks.textList(`${path}.options`, options, { max: questionLimits.options, maxLength: questionLimits.option });
  const different = new Set(options.map((option) => option.trim())).size;
  checks.that(different >= 2, `${path}.options`, 'TOO_SHORT', 'Give at least two things to choose from.');
  checks.that(different === options.length, `${path}.options`, 'CONTRADICTION', 'One of these stands here twice.');
}

/**
 * Checks what somebody answers to all questions of an activity; each problem is at `answers.` and the question's id.
 * Answers are trimmed, and empty ones left out.
 */
export function checkAnswers(
  questions: readonly Question[],
  drafts: readonly AnswerDraft[],
): Result<readonly AnswerDraft[], ValidationError> {
  const checks = new FieldChecks();
  const given = new Map(drafts.map(({ questionId, value }) => [questionId, value.trim()]));
  const known = new Set<string>(questions.map(({ id }) => id));
  for (const id of given.keys())
    checks.that(known.has(id), `answers.${id}`, 'UNKNOWN', 'This question is not asked any more.');
  for (const question of questions) checkAnswer(checks, question, given.get(question.id) ?? '');
  const answers = questions.map(({ id }) => ({ questionId: id, value: given.get(id) ?? '' }));
  return checks.finish(answers.filter(({ value }) => value !== ''));
}

function checkAnswer(checks: FieldChecks, { id, kind, isRequired, options }: Question, value: string): void {
  const path = `answers.${id}`;
  if (value === '') {
    const message = kind === 'AGREEMENT' ? 'Agree to this to take part.' : 'Answer this question.';
    checks.that(!isRequired, path, 'REQUIRED', message);
  } else if (kind === 'TEXT') checks.text(path, value, { max: questionLimits.answer });
  else if (kind === 'CHOICE') checks.that(options.includes(value), path, 'UNKNOWN', 'Choose one of these.');
  else if (kind === 'AGREEMENT') checks.that(value === 'yes', path, 'UNKNOWN', 'Agree, or leave it open.');
  else checks.whole(path, /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN, { min: 0, max: questionLimits.number });
}

/** How often something was answered to a question. */
export type AnswerTally = { readonly questionId: QuestionId; readonly value: string; readonly count: number };
