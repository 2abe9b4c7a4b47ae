import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import { Fixture, learning, missingId, stepDraft, type TestMember, type TestPath } from './fixture.js';
import { everyKind, publishedQuiz, send, settings, takerOf, truth } from './quiz-fixture.js';

let test: TestService;
let fixture: Fixture;
let uma: TestMember;
let rosa: TestMember;

beforeAll(async () => {
  test = await startTestService(learning, { clock: new TestClock(testStart) });
  fixture = new Fixture(test);
  uma = await fixture.member('uma');
  rosa = await fixture.member('rosa');
  for (const one of [uma, rosa]) await fixture.mandate(one, 'COURSE_REP');
  await fixture.mandate(rosa, 'UNION_OFFICER');
  await fixture.member('bob');
});
afterAll(() => test.stop());

type SeenVersion = {
  id: string;
  version: number;
  status: string;
  viewerActions: readonly string[];
  quiz: { id: string };
  questions: readonly { key: string; prompt: string; kind: string }[] | null;
};
const fields = 'quizVersion { id version status viewerActions quiz { id } questions { key prompt kind } }';
const act = (subject: string | undefined, name: string, input: object) =>
  send<{ quizVersion: SeenVersion; state: string }>(test, subject, { name, input, success: fields });
const draftFor = (made: TestPath, subject: string | undefined, changes: object = {}) =>
  act(subject, 'draftQuizVersion', {
    stepId: made.steps.find(({ kind }) => kind === 'QUIZ')?.id ?? missingId,
    settings: settings(1),
    questions: [truth('So.')],
    ...changes,
  });
const onQuiz = () => fixture.path(uma, [stepDraft('QUIZ')]);

type SeenStep = { quiz: { id: string; published: { version: number; questions: unknown } | null } | null };
const stepsOf = async (subject: string | undefined, made: TestPath): Promise<readonly SeenStep[]> =>
  (
    await ask<{ path: { published: { steps: SeenStep[] } } }>(
      test,
      subject,
      'query ($id: ID!) { path(id: $id) { published { steps { quiz { id published { version questions { prompt } } } } } } }',
      { id: made.path.id },
    )
  ).path.published.steps;

describe('a quiz', () => {
  it('is written by one, reviewed and published by another, and then stands at its step', async () => {
    const made = await onQuiz();
    const { quizVersion: draft } = await draftFor(made, 'uma', { settings: settings(6), questions: everyKind });
    expect(draft).toMatchObject({ version: 1, status: 'DRAFT', viewerActions: ['EDIT', 'SUBMIT'] });
    expect(draft?.questions?.map(({ kind }) => kind)).toEqual(everyKind.map((one) => (one as { kind: string }).kind));
    const quizVersionId = draft?.id;
    expect((await stepsOf('bob', made))[0]?.quiz).toBeNull();
    expect(await act('uma', 'publishQuizVersion', { quizVersionId })).toMatchObject({ __typename: 'NotAllowedError' });
    await act('uma', 'submitQuizVersion', { quizVersionId });
    expect(await act('uma', 'publishQuizVersion', { quizVersionId })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('rosa', 'sendBackQuizVersion', { quizVersionId })).toMatchObject({
      quizVersion: { status: 'DRAFT' },
    });
    await act('uma', 'submitQuizVersion', { quizVersionId });
    const published = await act('rosa', 'publishQuizVersion', { quizVersionId });
    expect(published).toMatchObject({ quizVersion: { status: 'PUBLISHED', viewerActions: ['RETIRE'] } });
    expect((await stepsOf('bob', made))[0]?.quiz?.published).toEqual({ version: 1, questions: null });
    expect(await act('rosa', 'retireQuizVersion', { quizVersionId })).toMatchObject({
      quizVersion: { status: 'RETIRED' },
    });
    expect((await stepsOf('bob', made))[0]?.quiz).toBeNull();
  });

  it('keeps its questions by key in the next version, which retires the one before', async () => {
    const quiz = await publishedQuiz(
      test,
      fixture,
      { author: uma, reviewer: rosa },
      { questions: [truth('One.'), truth('Two.')] },
    );
    const { quizVersion: first } = await act('uma', 'retireQuizVersion', { quizVersionId: missingId }).then(() =>
      draftFor(quiz.made, 'uma', { questions: [truth('Three.')] }),
    );
    const seen = await ask<{ quiz: { versions: SeenVersion[] } }>(
      test,
      'uma',
      'query ($id: ID!) { quiz(id: $id) { versions { id status questions { key prompt } } } }',
      { id: quiz.quizId },
    );
    const key = seen.quiz.versions[0]?.questions?.[1]?.key;
    const edited = await act('uma', 'editQuizVersion', {
      quizVersionId: first?.id,
      settings: settings(1),
      questions: [{ ...truth('Two, said better.'), key }, truth('Three.')],
    });
    expect(edited.quizVersion?.questions?.[0]).toMatchObject({ key, prompt: 'Two, said better.' });
    await act('uma', 'submitQuizVersion', { quizVersionId: first?.id });
    await act('rosa', 'publishQuizVersion', { quizVersionId: first?.id });
    const statuses = await ask<{ quiz: { versions: SeenVersion[] } }>(
      test,
      'rosa',
      'query ($id: ID!) { quiz(id: $id) { versions { status } } }',
      { id: quiz.quizId },
    );
    expect(statuses.quiz.versions.map(({ status }) => status)).toEqual(['RETIRED', 'PUBLISHED']);
  });

  it('stays with its step when the path gets another version', async () => {
    const quiz = await publishedQuiz(test, fixture, { author: uma, reviewer: rosa }, { questions: [truth('So.')] });
    const [step] = quiz.made.steps;
    await test.dataSource.query(`update path_version set status = 'RETIRED' where id = $1`, [quiz.made.version.id]);
    const drafted = await send<{ pathVersion: { id: string } }>(test, 'uma', {
      name: 'draftPathVersion',
      input: { pathId: quiz.made.path.id, steps: [{ title: 'The quiz', kind: 'QUIZ', key: step?.key }] },
      success: 'pathVersion { id }',
    });
    const input = { pathVersionId: drafted.pathVersion?.id };
    await send(test, 'uma', { name: 'submitPathVersion', input, success: 'pathVersion { id }' });
    await send(test, 'rosa', { name: 'publishPathVersion', input, success: 'pathVersion { id }' });
    expect((await stepsOf('bob', quiz.made))[0]?.quiz?.id).toBe(quiz.quizId);
  });

  it('has one version in work, however many begin one at once', async () => {
    const made = await onQuiz();
    const answers = await Promise.all(Array.from({ length: 6 }, () => draftFor(made, 'uma')));
    expect(answers.filter(({ __typename }) => __typename === 'DraftQuizVersionSuccess')).toHaveLength(1);
    expect(answers.filter(({ state }) => state === 'IN_WORK')).toHaveLength(5);
  });

  it('refuses whom and what it must', async () => {
    const made = await onQuiz();
    expect(await draftFor(made, 'bob')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await draftFor(made, undefined)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await draftFor(await fixture.path(uma, [stepDraft('REFLECT')]), 'uma')).toMatchObject({
      __typename: 'NotFoundError',
    });
    const hidden = await fixture.path(uma, [stepDraft('QUIZ')], { status: 'DRAFT' });
    expect(await draftFor(hidden, 'bob')).toEqual(
      await draftFor(await fixture.path(uma, [stepDraft('REFLECT')]), 'bob'),
    );
    expect(await draftFor(made, 'uma', { settings: settings(2) })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'settings.drawCount', rule: 'CONTRADICTION' }],
    });
    expect(await draftFor(made, 'uma', { questions: [{ ...truth('So.'), key: missingId }] })).toMatchObject({
      fields: [{ path: 'questions.0.key', rule: 'UNKNOWN' }],
    });
    const { quizVersion } = await draftFor(made, 'uma');
    const quizVersionId = quizVersion?.id;
    for (const name of ['submitQuizVersion', 'sendBackQuizVersion', 'publishQuizVersion', 'retireQuizVersion'])
      expect(await act('bob', name, { quizVersionId })).toEqual(await act('bob', name, { quizVersionId: missingId }));
    expect(await act('rosa', 'retireQuizVersion', { quizVersionId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const edit = { quizVersionId, settings: settings(1), questions: [truth('Else.')] };
    expect(await act('rosa', 'editQuizVersion', edit)).toMatchObject({ __typename: 'NotAllowedError' });
    await act('uma', 'submitQuizVersion', { quizVersionId });
    expect(await act('uma', 'editQuizVersion', edit)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await act('bob', 'editQuizVersion', edit)).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('is kept by the database: questions of what was submitted never change, and nobody publishes their own', async () => {
    const { versionId } = await publishedQuiz(
      test,
      fixture,
      { author: uma, reviewer: rosa },
      { questions: [truth('So.')] },
    );
    for (const statement of [
      `update quiz_question set prompt = 'Else' where quiz_version_id = $1`,
      'delete from quiz_question where quiz_version_id = $1',
    ])
      await expect(test.dataSource.query(statement, [versionId])).rejects.toThrow(
        /only a draft may change its questions/,
      );
    await expect(
      test.dataSource.query('update quiz_version set reviewer_id = author_id where id = $1', [versionId]),
    ).rejects.toThrow(/quiz_version_reviewed_by_another/);
  });
});

describe('questions with their answers', () => {
  it('are hidden from a reviewer in the middle of an attempt', async () => {
    const quiz = await publishedQuiz(test, fixture, { author: uma, reviewer: rosa }, { questions: [truth('So.')] });
    const read = async () =>
      (
        await ask<{ quiz: { published: { questions: unknown[] | null } } }>(
          test,
          'rosa',
          'query ($id: ID!) { quiz(id: $id) { published { questions { prompt } } } }',
          { id: quiz.quizId },
        )
      ).quiz.published.questions;
    expect(await read()).toHaveLength(1);
    await send(test, 'rosa', {
      name: 'enrolInPath',
      input: { pathId: quiz.made.path.id },
      success: 'enrolment { id }',
    });
    const taker = takerOf(test, 'rosa');
    const attempt = await taker.begin(quiz.quizId);
    expect(await read()).toBeNull();
    await taker.finish(attempt.id);
    expect(await read()).toHaveLength(1);
  });

  it('come with figures from ten people on, rounded, and with as many statements for many as for one', async () => {
    const many = Array.from({ length: 8 }, (_, index) => truth(`Statement ${index}.`));
    const quiz = await publishedQuiz(test, fixture, { author: uma, reviewer: rosa }, { questions: many });
    const query =
      'query ($id: ID!) { quiz(id: $id) { published { questions { prompt figures { answered { value suppressed } right { value } } } } } }';
    type Figures = { answered: { value: number | null }; right: { value: number | null } };
    const figures = async () =>
      (
        await ask<{ quiz: { published: { questions: { figures: Figures }[] } } }>(test, 'uma', query, {
          id: quiz.quizId,
        })
      ).quiz.published.questions;
    for (let person = 0; person < 12; person += 1) {
      const subject = `taker${person}`;
      await fixture.member(subject);
      await send(test, subject, {
        name: 'enrolInPath',
        input: { pathId: quiz.made.path.id },
        success: 'enrolment { id }',
      });
      const taker = takerOf(test, subject);
      if (person === 9) expect((await figures())[0]?.figures.answered.value).toBeNull();
      await taker.agree(await taker.begin(quiz.quizId));
    }
    const [first] = await figures();
    expect(first?.figures).toEqual({ answered: { value: 10, suppressed: false }, right: { value: null } });
    const statements = await test.countStatements(async () => {
      await figures();
    });
    expect(statements.length).toBeLessThanOrEqual(9);
  });
});
