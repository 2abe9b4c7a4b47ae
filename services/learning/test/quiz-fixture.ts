import type { TestService } from '@guildhall/testing';
import { ask, type Answer } from './ask.js';
import { stepDraft, type Fixture, type TestMember, type TestPath } from './fixture.js';

/** A question as an author would send it. */
export const truth = (prompt: string, isTrue = true): object => ({
  kind: 'TRUE_FALSE',
  prompt,
  choices: [
    { text: '', isRight: isTrue, feedback: isTrue ? null : 'Look again.' },
    { text: '', isRight: !isTrue },
  ],
});

/** One question of every kind; the right answers are: Blue; 2 and 3; false; 12.5; One Two Three; Tea or 茶. */
export const everyKind: readonly object[] = [
  {
    kind: 'SINGLE_CHOICE',
    prompt: 'Which colour?',
    choices: [
      { text: 'Red', isRight: false, feedback: 'Red is for stops.' },
      { text: 'Blue', isRight: true },
    ],
    explanation: 'Because the sea is.',
  },
  {
    kind: 'MULTIPLE_CHOICE',
    prompt: 'Which are prime?',
    choices: [
      { text: 'Two', isRight: true },
      { text: 'Three', isRight: true },
      { text: 'Four', isRight: false },
    ],
  },
  truth('Is it so?', false),
  { kind: 'NUMERIC', prompt: 'How many hours?', number: 12.5, tolerance: 0.5, unit: 'h' },
  {
    kind: 'ORDERING',
    prompt: 'In which order?',
    choices: ['One', 'Two', 'Three'].map((text) => ({ text, isRight: true })),
  },
  { kind: 'SHORT_TEXT', prompt: 'What do we drink?', accepted: ['Tea', '茶'] },
];

/** Settings that ask every question and pass at half of them. */
export const settings = (drawCount: number, changes: object = {}): object => ({
  language: 'en',
  drawCount,
  passPercent: 50,
  attemptsMax: 5,
  ...changes,
});

/** Sends a mutation with the failures it can have, each under its own fields. */
export async function send<Fields>(
  test: TestService,
  subject: string | undefined,
  { name, input, success }: { readonly name: string; readonly input: object; readonly success: string },
): Promise<Answer<Fields>> {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  const problems = /^(draft|edit|answer|change)/.test(name) ? '... on ValidationError { fields { path rule } }' : '';
  const state = /^change/.test(name) ? '' : '... on IllegalTransitionError { state }';
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { message } ${problems} ${state} ... on ${type}Success { ${success} } } }`;
  const answers = await ask<Readonly<Record<string, Answer<Fields>>>>(test, subject, query, { input });
  const answer = answers[name];
  if (answer === undefined) throw new Error(`no answer to ${name}`);
  return answer;
}

/** A path whose only step is a quiz that is published. */
export type TestQuiz = { readonly made: TestPath; readonly quizId: string; readonly versionId: string };

type VersionAnswer = { quizVersion: { id: string; quiz: { id: string } } };

/** Writes a quiz behind the QUIZ step of a path and publishes it; `author` and `reviewer` hold offices that may. */
export async function publishedQuiz(
  test: TestService,
  fixture: Fixture,
  by: { readonly author: TestMember; readonly reviewer: TestMember; readonly made?: TestPath },
  quiz: { readonly questions: readonly object[]; readonly settings?: object },
): Promise<TestQuiz> {
  const made = by.made ?? (await fixture.path(by.author, [stepDraft('QUIZ')]));
  const stepId = made.steps.find(({ kind }) => kind === 'QUIZ')?.id;
  const drafted = await send<VersionAnswer>(test, by.author.subject, {
    name: 'draftQuizVersion',
    input: { stepId, settings: quiz.settings ?? settings(quiz.questions.length), questions: quiz.questions },
    success: 'quizVersion { id quiz { id } }',
  });
  const version = drafted.quizVersion;
  if (version === undefined) throw new Error(JSON.stringify(drafted));
  const step = { input: { quizVersionId: version.id }, success: 'quizVersion { id }' };
  await send(test, by.author.subject, { name: 'submitQuizVersion', ...step });
  const published = await send(test, by.reviewer.subject, { name: 'publishQuizVersion', ...step });
  if (published.__typename !== 'PublishQuizVersionSuccess') throw new Error(JSON.stringify(published));
  return { made, quizId: version.quiz.id, versionId: version.id };
}

/** One question of an attempt as its taker sees it. */
export type SeenQuestion = {
  readonly position: number;
  readonly question: {
    readonly kind: string;
    readonly prompt: string;
    readonly choices: readonly { place: number; text: string }[];
  };
  readonly answer: { choices: readonly number[]; number: number | null; text: string | null } | null;
  readonly outcome: {
    isRight: boolean;
    feedback: readonly string[];
    explanation: string | null;
    rightAnswer: { choices: readonly number[]; number: number | null; text: string | null } | null;
  } | null;
};

/** An attempt as its taker sees it. */
export type SeenAttempt = {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly endsAt: string | null;
  readonly endedAt: string | null;
  readonly nextAttemptAt: string | null;
  readonly rightCount: number | null;
  readonly percent: number | null;
  readonly reveals: string;
  readonly viewerActions: readonly string[];
  readonly questions: readonly SeenQuestion[];
};

const answerFields = 'choices number text';
/** What a taker reads of an attempt. */
export const attemptFields = `{ id number status endsAt endedAt nextAttemptAt rightCount percent reveals viewerActions
  questions { position question { kind prompt choices { place text } } answer { ${answerFields} }
    outcome { isRight feedback explanation rightAnswer { ${answerFields} } } } }`;

/** What a taker does with attempts. */
export function takerOf(test: TestService, subject: string | undefined) {
  const ofAttempt = (name: string, input: object) =>
    send<{ attempt: SeenAttempt; state: string }>(test, subject, { name, input, success: `attempt ${attemptFields}` });
  return {
    start: (quizId: string) => ofAttempt('startQuizAttempt', { quizId }),
    answer: (attemptId: string, position: number, answer: object) =>
      ofAttempt('answerQuizQuestion', { attemptId, position, answer }),
    finish: (attemptId: string) => ofAttempt('finishQuizAttempt', { attemptId }),
    /** Begins, or throws. */
    async begin(quizId: string): Promise<SeenAttempt> {
      const answer = await ofAttempt('startQuizAttempt', { quizId });
      if (answer.attempt === undefined) throw new Error(JSON.stringify(answer));
      return answer.attempt;
    },
    /** Answers every true-or-false question with "true" and ends the attempt. */
    async agree(attempt: SeenAttempt): Promise<SeenAttempt> {
      for (const { position } of attempt.questions)
        await ofAttempt('answerQuizQuestion', { attemptId: attempt.id, position, answer: { choices: [1] } });
      const ended = await ofAttempt('finishQuizAttempt', { attemptId: attempt.id });
      if (ended.attempt === undefined) throw new Error(JSON.stringify(ended));
      return ended.attempt;
    },
  };
}

/** The right answer to a question of {@link everyKind}, in places as shown. */
export function rightFor({ question: { prompt, choices } }: SeenQuestion): object {
  const places = (...texts: readonly string[]) => texts.map((text) => choices.find((one) => one.text === text)?.place);
  if (prompt === 'Which colour?') return { choices: places('Blue') };
  if (prompt === 'Which are prime?') return { choices: places('Three', 'Two') };
  if (prompt === 'Is it so?') return { choices: [2] };
  if (prompt === 'How many hours?') return { number: 12 };
  if (prompt === 'In which order?') return { choices: places('One', 'Two', 'Three') };
  return { text: ' ＴＥＡ. ' };
}
