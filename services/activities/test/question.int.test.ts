import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { Activity } from '../src/activity/activity.js';
import { answersKeptMs } from '../src/question/question.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
let test: TestService;
let fixture: Fixture;
let group: GroupId;
let ada: MemberId;
let rosa: MemberId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  rosa = await fixture.member('rosa');
  const omar = await fixture.member('omar');
  const uma = await fixture.member('uma');
  group = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await fixture.mandate(uma, 'UNION_OFFICER');
});
afterAll(() => test.stop());

let days = 1;
/** A published activity at a time of its own, so that no place overlaps with another. */
const published = (changes: Partial<Activity> = {}): Promise<Activity> =>
  fixture.activity(group, 'PUBLISHED', { startsAt: inHours(24 * (days += 1)), ...changes });

type Fields = Readonly<Record<string, unknown>>;
const selections: Readonly<Record<string, string>> = {
  askQuestions:
    '... on AskQuestionsSuccess { activity { questions { id kind wording isRequired options } questionActions } }',
  answerQuestions: '... on AnswerQuestionsSuccess { registration { answers { value } canChangeAnswers } }',
  registerForActivity:
    '... on RegisterForActivitySuccess { registration { id status answers { question { id } value } } }',
};
async function act(subject: string | undefined, name: string, input: Fields): Promise<Fields> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ${selections[name] ?? ''}
    ... on UserError { message } ... on ValidationError { fields { path rule } } } }`;
  const { data, errors } = await test.run(subject, query, { input });
  expect(errors).toBeUndefined();
  return data?.[name] as Fields;
}
type Question = { readonly id: string; readonly kind: string };
const shift = { kind: 'CHOICE', wording: 'Which shift?', isRequired: false, options: ['Early', 'Late'] };
const rules = { kind: 'AGREEMENT', wording: 'I keep to the rules of the hall.', isRequired: true };
async function asked(activity: Activity, questions: readonly Fields[] = [shift, rules]): Promise<readonly Question[]> {
  const answer = await act('omar', 'askQuestions', { activityId: activity.id, questions });
  return (answer['activity'] as { questions: readonly Question[] }).questions;
}
const answersOf = async (activityId: string) =>
  test.dataSource.query(
    'select a.value from question_answer a join question q on q.id = a.question_id where q.activity_id = $1 order by q.position, a.member_id',
    [activityId],
  );

describe('questions', () => {
  it('are asked by whoever runs the activity, of one that is not over; hidden and missing are alike', async () => {
    const activity = await published();
    const ask = (who: string | undefined, activityId: string, questions: readonly Fields[] = []) =>
      act(who, 'askQuestions', { activityId, questions });
    for (const who of ['ada', undefined])
      expect(await ask(who, activity.id)).toMatchObject({ __typename: 'NotAllowedError' });
    const draft = await fixture.activity(group, 'DRAFT');
    expect(await ask('ada', draft.id)).toEqual(await ask('ada', missing));
    const over = await fixture.activity(group, 'COMPLETED');
    expect(await ask('omar', over.id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await ask('omar', activity.id, [{ ...rules, wording: '' }])).toMatchObject({
      fields: [{ path: 'questions.0.wording', rule: 'REQUIRED' }],
    });
    const [first, second] = await asked(activity);
    const swapped = await asked(activity, [
      { ...rules, id: second?.id },
      { ...shift, id: first?.id },
    ]);
    expect(swapped.map(({ id }) => id)).toEqual([second?.id, first?.id]);
    expect(await asked(activity, [])).toEqual([]);
  });

  it('keep their kind once they are answered, also past the use case', async () => {
    const activity = await published();
    const [first, second] = await asked(activity);
    await act('ada', 'registerForActivity', {
      activityId: activity.id,
      answers: [{ questionId: second?.id, value: 'yes' }],
    });
    const change = { kind: 'TEXT', wording: 'Rules?', isRequired: false };
    expect(
      await act('omar', 'askQuestions', { activityId: activity.id, questions: [{ ...change, id: second?.id }] }),
    ).toMatchObject({
      fields: [{ path: 'questions.0.kind', rule: 'CONTRADICTION' }],
    });
    await expect(
      test.dataSource.query(`update question set kind = 'TEXT' where id = $1`, [second?.id]),
    ).rejects.toThrow('keeps its kind');
    expect(
      await asked(activity, [
        { ...change, id: first?.id },
        { ...rules, id: second?.id },
      ]),
    ).toMatchObject([{ kind: 'TEXT' }, { kind: 'AGREEMENT' }]);
  });
});

describe('answers', () => {
  it('come with the registration, and without what is required no seat is taken', async () => {
    const activity = await published({ capacity: 1 });
    const [choice, agreement] = await asked(activity);
    const register = (answers: readonly Fields[], idempotencyKey: string) =>
      act('ada', 'registerForActivity', { activityId: activity.id, answers, idempotencyKey });
    expect(await register([{ questionId: choice?.id, value: 'Night' }], 'first')).toMatchObject({
      fields: [
        { path: `answers.${choice?.id ?? ''}`, rule: 'UNKNOWN' },
        { path: `answers.${agreement?.id ?? ''}`, rule: 'REQUIRED' },
      ],
    });
    expect(await fixture.statuses(activity.id)).toEqual({});
    const answers = [
      { questionId: choice?.id, value: 'Late' },
      { questionId: agreement?.id, value: 'yes' },
    ];
    const given = await register(answers, 'second');
    expect(given).toMatchObject({
      registration: {
        status: 'CONFIRMED',
        answers: answers.map(({ questionId, value }) => ({ question: { id: questionId }, value })),
      },
    });
    expect(await register(answers, 'second')).toEqual(given);
    expect(await register([answers[1] ?? {}], 'second')).toMatchObject({ __typename: 'ConflictError' });
  });

  it('are changed by who gave them until registration closes', async () => {
    const activity = await published();
    const [choice, agreement] = await asked(activity);
    const { id: registrationId } = await fixture.registration(activity, ada, 'CONFIRMED');
    const yes = { questionId: agreement?.id, value: 'yes' };
    const answer = (who: string | undefined, id: string, answers: readonly Fields[]) =>
      act(who, 'answerQuestions', { registrationId: id, answers });
    expect(await answer('ada', registrationId, [])).toMatchObject({ fields: [{ rule: 'REQUIRED' }] });
    expect(await answer('omar', registrationId, [yes])).toMatchObject({ __typename: 'NotAllowedError' });
    for (const who of ['rosa', 'uma', undefined])
      expect(await answer(who, registrationId, [yes])).toEqual(await answer(who, missing, [yes]));
    expect(await answer('ada', registrationId, [yes, { questionId: choice?.id, value: 'Early' }])).toMatchObject({
      registration: { answers: [{ value: 'Early' }, { value: 'yes' }], canChangeAnswers: true },
    });
    expect(await answer('ada', registrationId, [yes])).toMatchObject({ registration: { answers: [{ value: 'yes' }] } });
    const gone = await fixture.registration(activity, rosa, 'CANCELLED');
    expect(await answer('rosa', gone.id, [yes])).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('are read by the activity’s team and counted for it, and by nobody else', async () => {
    const activity = await published();
    const [choice, agreement] = await asked(activity);
    for (const who of ['ada', 'rosa'])
      await act(who, 'registerForActivity', {
        activityId: activity.id,
        answers: [
          { questionId: choice?.id, value: 'Late' },
          { questionId: agreement?.id, value: 'yes' },
        ],
      });
    const query = `query ($id: ID!) { activity(id: $id) { questions { tally { value count } } questionActions
      registrations { edges { node { answers { value } } } } viewerRegistration { answers { value } } } }`;
    const seen = async (who: string | undefined) =>
      (await test.run(who, query, { id: activity.id })).data?.['activity'];
    const both = [{ value: 'Late' }, { value: 'yes' }];
    expect(await seen('omar')).toMatchObject({
      questions: [{ tally: [{ value: 'Late', count: 2 }] }, { tally: [{ value: 'yes', count: 2 }] }],
      questionActions: ['ASK', 'READ_ANSWERS'],
      registrations: { edges: [{ node: { answers: both } }, { node: { answers: both } }] },
    });
    expect(await seen('ada')).toMatchObject({
      questions: [{ tally: null }, { tally: null }],
      questionActions: [],
      viewerRegistration: { answers: both },
    });
    expect(await seen('uma')).toMatchObject({
      questions: [{ tally: null }, { tally: null }],
      questionActions: ['ASK'],
    });
    const roster = `query ($id: ID!) { activity(id: $id) { registrations { edges { node { answers { value } } } } } }`;
    const statements = await test.countStatements(() => test.run('omar', roster, { id: activity.id }));
    await fixture.registration(activity, await fixture.member('carl'), 'CONFIRMED');
    expect(await test.countStatements(() => test.run('omar', roster, { id: activity.id }))).toHaveLength(
      statements.length,
    );
  });

  it('are over seven days after the end, for readers at once and in the database by the night’s work; agreements stay', async () => {
    const activity = await published();
    const [choice, agreement] = await asked(activity);
    await act('ada', 'registerForActivity', {
      activityId: activity.id,
      answers: [
        { questionId: choice?.id, value: 'Late' },
        { questionId: agreement?.id, value: 'yes' },
      ],
    });
    const { questions } = createRepositories(test.dataSource.manager);
    const own = async () =>
      (
        await test.run('ada', 'query ($id: ID!) { activity(id: $id) { viewerRegistration { answers { value } } } }', {
          id: activity.id,
        })
      ).data?.['activity'];
    clock.advance(activity.endsAt.getTime() + answersKeptMs - 1 - clock.now().getTime());
    await questions.eraseOld(clock.now());
    expect(await answersOf(activity.id)).toHaveLength(2);
    clock.advance(1);
    expect(await own()).toEqual({ viewerRegistration: { answers: [{ value: 'yes' }] } });
    await questions.eraseOld(clock.now());
    expect(await answersOf(activity.id)).toEqual([{ value: 'yes' }]);
  });
});
