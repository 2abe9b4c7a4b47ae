import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import { Fixture, learning, missingId, stepDraft, type TestMember } from './fixture.js';
import {
  attemptFields,
  everyKind,
  publishedQuiz,
  rightFor,
  send,
  settings,
  takerOf,
  truth,
  type SeenAttempt,
  type TestQuiz,
} from './quiz-fixture.js';

const clock = new TestClock(testStart);
const minuteMs = 60_000;
let test: TestService;
let fixture: Fixture;
let author: TestMember;
let reviewer: TestMember;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  author = await fixture.member('uma');
  reviewer = await fixture.member('rosa');
  for (const one of [author, reviewer]) await fixture.mandate(one, 'COURSE_REP');
});
afterAll(() => test.stop());

/** A member on the path of a quiz. */
async function enrolled(subject: string, { made }: TestQuiz): Promise<ReturnType<typeof takerOf>> {
  await fixture.member(subject);
  const answer = await send(test, subject, {
    name: 'enrolInPath',
    input: { pathId: made.path.id },
    success: 'enrolment { id }',
  });
  expect(answer.__typename).toBe('EnrolInPathSuccess');
  return takerOf(test, subject);
}

const make = (questions: readonly object[], changes: object = {}): Promise<TestQuiz> =>
  publishedQuiz(test, fixture, { author, reviewer }, { questions, settings: settings(questions.length, changes) });

type Standing = {
  quiz: {
    viewerStanding: string;
    viewerActions: readonly string[];
    viewerBestPercent: number | null;
    viewerAttemptsLeft: number | null;
    viewerNextAttemptAt: string | null;
    viewerOpenAttempt: { id: string } | null;
  } | null;
};
const standing = async (subject: string | undefined, quizId: string) =>
  (
    await ask<Standing>(
      test,
      subject,
      'query ($id: ID!) { quiz(id: $id) { viewerStanding viewerActions viewerBestPercent viewerAttemptsLeft viewerNextAttemptAt viewerOpenAttempt { id } } }',
      { id: quizId },
    )
  ).quiz;

const stepStatus = async (subject: string, { made }: TestQuiz): Promise<string | undefined> => {
  const { path } = await ask<{ path: { viewerEnrolment: { steps: { status: string }[] } } }>(
    test,
    subject,
    'query ($id: ID!) { path(id: $id) { viewerEnrolment { steps { status } } } }',
    { id: made.path.id },
  );
  return path.viewerEnrolment.steps[0]?.status;
};

const findAttempt = async (subject: string | undefined, id: string): Promise<SeenAttempt | null> =>
  (
    await ask<{ quizAttempt: SeenAttempt | null }>(
      test,
      subject,
      `query ($id: ID!) { quizAttempt(id: $id) ${attemptFields} }`,
      { id },
    )
  ).quizAttempt;

describe('an attempt', () => {
  it('is answered question by question, judged at its end, and passes the step', async () => {
    const quiz = await make(everyKind);
    const fay = await enrolled('fay', quiz);
    const attempt = await fay.begin(quiz.quizId);
    expect(attempt).toMatchObject({
      number: 1,
      status: 'OPEN',
      reveals: 'NOTHING',
      viewerActions: ['ANSWER', 'FINISH'],
    });
    expect(attempt.questions).toHaveLength(everyKind.length);
    for (const question of attempt.questions) {
      const saved = await fay.answer(attempt.id, question.position, rightFor(question));
      expect(saved).toMatchObject({ __typename: 'AnswerQuizQuestionSuccess' });
    }
    const resumed = await findAttempt('fay', attempt.id);
    expect(resumed?.questions.map(({ answer }) => answer !== null)).toEqual(everyKind.map(() => true));
    const { attempt: ended } = await fay.finish(attempt.id);
    expect(ended).toMatchObject({
      status: 'PASSED',
      rightCount: 6,
      percent: 100,
      reveals: 'ANSWERS',
      viewerActions: [],
    });
    expect(await stepStatus('fay', quiz)).toBe('PASSED');
    expect(await standing('fay', quiz.quizId)).toMatchObject({ viewerStanding: 'READY', viewerBestPercent: 100 });
  });

  it('tells nothing of right and wrong while it is open, and everything asked for afterwards', async () => {
    const quiz = await make(everyKind, { passPercent: 100 });
    const gus = await enrolled('gus', quiz);
    const attempt = await gus.begin(quiz.quizId);
    expect(attempt.questions.map(({ outcome }) => outcome)).toEqual(everyKind.map(() => null));
    const colour = attempt.questions.find(({ question }) => question.prompt === 'Which colour?');
    const red = colour?.question.choices.find(({ text }) => text === 'Red')?.place;
    const saved = await gus.answer(attempt.id, colour?.position ?? 0, { choices: [red] });
    expect(JSON.stringify(saved)).not.toMatch(/Red is for stops|the sea|rightAnswer":\{/);
    const { attempt: ended } = await gus.finish(attempt.id);
    expect(ended).toMatchObject({ status: 'FAILED', rightCount: 0 });
    const outcome = ended?.questions.find(({ question }) => question.prompt === 'Which colour?')?.outcome;
    expect(outcome).toMatchObject({
      isRight: false,
      feedback: ['Red is for stops.'],
      explanation: 'Because the sea is.',
      rightAnswer: { choices: [3 - (red ?? 0)] },
    });
  });

  it('is one at a time, however often it is begun at the same moment', async () => {
    const quiz = await make([truth('One is one.')]);
    const hal = await enrolled('hal', quiz);
    const answers = await Promise.all(Array.from({ length: 8 }, () => hal.start(quiz.quizId)));
    expect(new Set(answers.map(({ attempt }) => attempt?.id)).size).toBe(1);
    expect(await standing('hal', quiz.quizId)).toMatchObject({
      viewerStanding: 'RUNNING',
      viewerActions: [],
      viewerOpenAttempt: { id: answers[0]?.attempt?.id },
    });
    const insert = `insert into quiz_attempt select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'number', 2))).* from quiz_attempt a where id = $1`;
    await expect(test.dataSource.query(insert, [answers[0]?.attempt?.id])).rejects.toThrow(/quiz_attempt_one_open/);
  });

  it('makes its taker wait after a failure, longer each time, and has an end', async () => {
    const quiz = await make([truth('Never so.', false)], { attemptsMax: 2 });
    const ida = await enrolled('ida', quiz);
    const ended = await ida.agree(await ida.begin(quiz.quizId));
    expect(Date.parse(ended.nextAttemptAt ?? '')).toBe(clock.now().getTime() + 10 * minuteMs);
    expect(await standing('ida', quiz.quizId)).toMatchObject({
      viewerStanding: 'WAITING',
      viewerNextAttemptAt: ended.nextAttemptAt,
      viewerAttemptsLeft: 1,
      viewerActions: [],
    });
    expect(await ida.start(quiz.quizId)).toMatchObject({ __typename: 'IllegalTransitionError', state: 'WAITING' });
    clock.advance(10 * minuteMs);
    const second = await ida.agree(await ida.begin(quiz.quizId));
    expect(Date.parse(second.nextAttemptAt ?? '')).toBe(clock.now().getTime() + 60 * minuteMs);
    clock.advance(60 * minuteMs);
    expect(await standing('ida', quiz.quizId)).toMatchObject({ viewerStanding: 'USED_UP', viewerAttemptsLeft: 0 });
    expect(await ida.start(quiz.quizId)).toMatchObject({ __typename: 'LimitReachedError' });
  });

  it('says after the third failure only what was wrong', async () => {
    const quiz = await make([truth('Never so.', false)]);
    const jon = await enrolled('jon', quiz);
    const reveals: string[] = [];
    for (let number = 1; number <= 4; number += 1) {
      const { questions, reveals: shown } = await jon.agree(await jon.begin(quiz.quizId));
      reveals.push(shown);
      expect(questions[0]?.outcome?.isRight).toBe(false);
      expect(questions[0]?.outcome?.rightAnswer === null).toBe(number > 3);
      clock.advance(24 * 60 * minuteMs);
    }
    expect(reveals).toEqual(['ANSWERS', 'ANSWERS', 'ANSWERS', 'VERDICTS']);
  });

  it('draws some questions of the bank, others for others', async () => {
    const bank = Array.from({ length: 12 }, (_, index) => truth(`Statement ${index}.`));
    const quiz = await publishedQuiz(test, fixture, { author, reviewer }, { questions: bank, settings: settings(5) });
    const drawn = new Set<string>();
    for (const subject of ['kay', 'kim', 'kit']) {
      const taker = await enrolled(subject, quiz);
      const { questions } = await taker.begin(quiz.quizId);
      expect(new Set(questions.map(({ question }) => question.prompt)).size).toBe(5);
      drawn.add(questions.map(({ question }) => question.prompt).join());
    }
    expect(drawn.size).toBeGreaterThan(1);
  });

  it('goes on with its own version when another is published meanwhile', async () => {
    const quiz = await make([truth('Old.')]);
    const lea = await enrolled('lea', quiz);
    const attempt = await lea.begin(quiz.quizId);
    await publishedQuiz(test, fixture, { author, reviewer, made: quiz.made }, { questions: [truth('New.')] });
    expect((await findAttempt('lea', attempt.id))?.questions[0]?.question.prompt).toBe('Old.');
    expect(await lea.agree(attempt)).toMatchObject({ status: 'PASSED' });
    expect((await lea.begin(quiz.quizId)).questions[0]?.question.prompt).toBe('New.');
  });
});

describe('an answer', () => {
  it('is refused in another shape than its question asks for', async () => {
    const quiz = await make(everyKind);
    const max = await enrolled('max', quiz);
    const { id, questions } = await max.begin(quiz.quizId);
    const position = (kind: string) => questions.find(({ question }) => question.kind === kind)?.position ?? 0;
    for (const [kind, answer] of [
      ['SINGLE_CHOICE', { choices: [1, 2] }],
      ['SINGLE_CHOICE', { choices: [9] }],
      ['ORDERING', { choices: [1] }],
      ['MULTIPLE_CHOICE', { choices: [1, 1] }],
      ['MULTIPLE_CHOICE', { number: 3 }],
      ['NUMERIC', { text: 'twelve' }],
      ['SHORT_TEXT', { text: 'x'.repeat(201) }],
    ] as const)
      expect(await max.answer(id, position(kind), answer)).toMatchObject({ __typename: 'ValidationError' });
    expect(await max.answer(id, 99, {})).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('is taken back by an empty one', async () => {
    const quiz = await make([truth('So.')]);
    const ned = await enrolled('ned', quiz);
    const { id } = await ned.begin(quiz.quizId);
    expect((await ned.answer(id, 1, { choices: [2] })).attempt?.questions[0]?.answer?.choices).toEqual([2]);
    expect((await ned.answer(id, 1, {})).attempt?.questions[0]?.answer).toBeNull();
    expect((await ned.finish(id)).attempt).toMatchObject({ status: 'FAILED', rightCount: 0 });
    expect(await ned.answer(id, 1, {})).toMatchObject({ __typename: 'IllegalTransitionError', state: 'FAILED' });
    expect(await ned.finish(id)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });
});

describe('the clock of an attempt', () => {
  it('refuses answers after its time and counts those before, whenever the end is noticed', async () => {
    const quiz = await make([truth('So.'), truth('So too.')], { timeLimitMinutes: 10 });
    const pam = await enrolled('pam', quiz);
    const attempt = await pam.begin(quiz.quizId);
    expect(Date.parse(attempt.endsAt ?? '')).toBe(clock.now().getTime() + 10 * minuteMs);
    await pam.answer(attempt.id, 1, { choices: [1] });
    clock.advance(10 * minuteMs);
    const late = await pam.answer(attempt.id, 2, { choices: [1] });
    expect(late.__typename).toBe('IllegalTransitionError');
    clock.advance(30 * minuteMs);
    // The platform may be first to end it; either way it ended when its time was up.
    await pam.finish(attempt.id);
    expect(await findAttempt('pam', attempt.id)).toMatchObject({
      status: 'PASSED',
      rightCount: 1,
      endedAt: attempt.endsAt,
    });
    expect(await stepStatus('pam', quiz)).toBe('PASSED');
  });

  it('is kept by a job that the platform runs at the stated instant', async () => {
    const quiz = await make([truth('So.')], { timeLimitMinutes: 5 });
    const quin = await enrolled('quin', quiz);
    const attempt = await quin.begin(quiz.quizId);
    const due = (): Promise<{ due: string }[]> =>
      test.dataSource.query(`select payload ->> '_due' as due from graphile_worker._private_jobs where key = $1`, [
        `run-out-quiz-attempt:${attempt.id}`,
      ]);
    expect(await due()).toEqual([{ due: attempt.endsAt }]);
    await quin.finish(attempt.id);
    expect(await due()).toEqual([]);
  });

  it('ends an attempt nobody came back to, once, when somebody begins the next', async () => {
    const quiz = await make([truth('So.')], { timeLimitMinutes: 5 });
    const ray = await enrolled('ray', quiz);
    const attempt = await ray.begin(quiz.quizId);
    clock.advance(60 * minuteMs);
    const next = await ray.begin(quiz.quizId);
    expect(next.number).toBe(2);
    expect(await findAttempt('ray', attempt.id)).toMatchObject({ status: 'FAILED', endedAt: attempt.endsAt });
  });
});

describe('who may take a quiz', () => {
  it('is on the path and at its step', async () => {
    const made = await fixture.path(author, [stepDraft('REFLECT'), stepDraft('QUIZ')]);
    const quiz = await publishedQuiz(test, fixture, { author, reviewer, made }, { questions: [truth('So.')] });
    await fixture.member('sam');
    const sam = takerOf(test, 'sam');
    expect(await standing('sam', quiz.quizId)).toMatchObject({ viewerStanding: 'NOT_ENROLLED', viewerActions: [] });
    expect(await sam.start(quiz.quizId)).toMatchObject({ __typename: 'IllegalTransitionError', state: 'NOT_ENROLLED' });
    await enrolled('tom', quiz);
    expect(await takerOf(test, 'tom').start(quiz.quizId)).toMatchObject({ state: 'LOCKED' });
    expect(await takerOf(test, undefined).start(quiz.quizId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await takerOf(test, 'tom').start(missingId)).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('sees their own attempts alone: those of others are missing', async () => {
    const quiz = await make([truth('So.')]);
    const una = await enrolled('una', quiz);
    const { id } = await una.begin(quiz.quizId);
    for (const subject of ['uma', 'rosa', 'fay', undefined]) {
      expect(await findAttempt(subject, id)).toBeNull();
      for (const act of [
        (it: string) => takerOf(test, subject).finish(it),
        (it: string) => takerOf(test, subject).answer(it, 1, {}),
      ])
        expect(await act(id)).toEqual(await act(missingId));
    }
  });
});
