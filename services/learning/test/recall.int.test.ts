import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { memoryAfter, type Review } from '../src/recall/memory.js';
import { ask } from './ask.js';
import { Fixture, learning, missingId, type TestMember } from './fixture.js';
import { publishedQuiz, send, takerOf, truth, type TestQuiz } from './quiz-fixture.js';

const clock = new TestClock(testStart);
const dayMs = 86_400_000;
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

type SeenCard = {
  id: string;
  dueAt: string;
  reviews: number;
  question: { prompt: string; choices: { place: number }[] };
  answer: object | null;
  outcome: { isRight: boolean; rightAnswer: { choices: number[] } | null } | null;
  choices: readonly { rating: string; dueAt: string }[] | null;
  viewerActions: readonly string[];
};
type SeenRecall = {
  dueCount: number;
  cardCount: number;
  nextDueAt: string | null;
  retentionPercent: number;
  pausedAt: string | null;
  reviewedToday: number;
  rememberedPercent: number | null;
  forecast: readonly { date: string; cards: number }[];
  viewerActions: readonly string[];
  due: { edges: { node: SeenCard }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
};
const cardFields =
  '{ id dueAt reviews question { prompt choices { place } } answer { choices } outcome { isRight rightAnswer { choices } } choices { rating dueAt } viewerActions }';
const recallFields = `dueCount cardCount nextDueAt retentionPercent pausedAt reviewedToday rememberedPercent forecast { date cards } viewerActions
  due(first: $first, after: $after) { edges { node ${cardFields} } pageInfo { hasNextPage endCursor } }`;
const read = async (subject: string | undefined, page: { first?: number; after?: string } = {}) =>
  (
    await ask<{ viewer: { recall: SeenRecall | null } }>(
      test,
      subject,
      `query ($first: Int, $after: String) { viewer { recall { ${recallFields} } } }`,
      page,
    )
  ).viewer.recall;
const recallOf = async (subject: string, page: { first?: number; after?: string } = {}): Promise<SeenRecall> => {
  const recall = await read(subject, page);
  if (recall === null) throw new Error('no recall');
  return recall;
};
const answer = (subject: string | undefined, cardId: string, choices: readonly number[] = [1]) =>
  send<{ card: SeenCard }>(test, subject, {
    name: 'answerRecallCard',
    input: { cardId, answer: { choices } },
    success: `card ${cardFields}`,
  });
const rate = (subject: string | undefined, cardId: string, rating: string, idempotencyKey?: string) =>
  send<{ card: SeenCard }>(test, subject, {
    name: 'rateRecallCard',
    input: { cardId, rating, idempotencyKey },
    success: `card ${cardFields} recall { dueCount }`,
  });
const change = (subject: string | undefined, input: object) =>
  send<{ recall: SeenRecall }>(test, subject, {
    name: 'changeRecallSettings',
    input,
    success: 'recall { retentionPercent pausedAt dueCount viewerActions }',
  });

/** A member who answered every statement of a quiz with "true"; those that are not so come back as wrong. */
async function learner(subject: string, prompts: Readonly<Record<string, boolean>>): Promise<TestQuiz> {
  await fixture.member(subject);
  const questions = Object.entries(prompts).map(([prompt, isTrue]) => truth(prompt, isTrue));
  const quiz = await publishedQuiz(test, fixture, { author, reviewer }, { questions });
  await send(test, subject, { name: 'enrolInPath', input: { pathId: quiz.made.path.id }, success: 'enrolment { id }' });
  const taker = takerOf(test, subject);
  await taker.agree(await taker.begin(quiz.quizId));
  return quiz;
}

const firstDue = async (subject: string): Promise<SeenCard> => {
  const node = (await recallOf(subject)).due.edges[0]?.node;
  if (node === undefined) throw new Error('nothing is due');
  return node;
};

describe('what was answered in a quiz', () => {
  it('comes back: what was wrong sooner than what was right', async () => {
    await learner('ada', { 'Wrong.': false, 'Right.': true });
    const today = await recallOf('ada');
    expect(today).toMatchObject({
      dueCount: 0,
      cardCount: 2,
      retentionPercent: 90,
      pausedAt: null,
      rememberedPercent: null,
    });
    expect(today.forecast).toHaveLength(14);
    expect(today.forecast[0]).toEqual({ date: '2026-10-05', cards: 0 });
    expect(today.forecast.reduce((sum, { cards }) => sum + cards, 0)).toBe(2);
    clock.advance(dayMs);
    const due = await recallOf('ada');
    expect(due.due.edges.map(({ node }) => node.question.prompt)).toEqual(['Wrong.']);
    expect(due.dueCount).toBe(1);
    expect(due.nextDueAt).not.toBeNull();
  });

  it('is answered, judged and rated; the dates shown are the dates kept', async () => {
    await learner('ben', { 'Wrong.': false });
    clock.advance(dayMs);
    const card = await firstDue('ben');
    expect(card).toMatchObject({ viewerActions: ['ANSWER'], answer: null, outcome: null, choices: null });
    expect(await rate('ben', card.id, 'GOOD')).toMatchObject({ __typename: 'IllegalTransitionError', state: 'DUE' });
    const { card: answered } = await answer('ben', card.id, [2]);
    expect(answered).toMatchObject({
      viewerActions: ['RATE'],
      outcome: { isRight: true, rightAnswer: { choices: [2] } },
    });
    expect(answered?.choices?.map(({ rating }) => rating)).toEqual(['AGAIN', 'HARD', 'GOOD', 'EASY']);
    expect(await answer('ben', card.id)).toMatchObject({ __typename: 'IllegalTransitionError', state: 'ANSWERED' });
    const { card: rated } = await rate('ben', card.id, 'GOOD');
    expect(rated).toMatchObject({ answer: null, viewerActions: [], reviews: 2 });
    expect(rated?.dueAt).toBe(answered?.choices?.[2]?.dueAt);
    expect(await recallOf('ben')).toMatchObject({ dueCount: 0, reviewedToday: 1, rememberedPercent: 100 });
  });

  it('is due the whole day on campus, from its first minute on', async () => {
    await learner('cat', { 'Wrong.': false });
    const { nextDueAt } = await recallOf('cat');
    const midnight = new Date(Date.parse(nextDueAt ?? ''));
    midnight.setUTCHours(0, 0, 0, 0);
    // London is an hour ahead of UTC until 25 October.
    const zone = midnight < new Date('2026-10-25T01:00:00.000Z') ? 3_600_000 : 0;
    clock.set(new Date(midnight.getTime() - zone - 1).toISOString());
    expect((await recallOf('cat')).dueCount).toBe(0);
    clock.set(new Date(midnight.getTime() - zone).toISOString());
    expect((await recallOf('cat')).dueCount).toBe(1);
  });

  it('leaves when its question is retired, and comes again when it is asked again', async () => {
    const quiz = await learner('dan', { 'Wrong.': false });
    clock.advance(dayMs);
    const card = await firstDue('dan');
    await publishedQuiz(test, fixture, { author, reviewer, made: quiz.made }, { questions: [truth('Another.')] });
    expect(await recallOf('dan')).toMatchObject({ dueCount: 0, cardCount: 0 });
    expect(await answer('dan', card.id)).toEqual(await answer('dan', missingId));
    const seen = await ask<{ quiz: { versions: { questions: { key: string }[] }[] } }>(
      test,
      'uma',
      'query ($id: ID!) { quiz(id: $id) { versions { questions { key } } } }',
      { id: quiz.quizId },
    );
    const key = seen.quiz.versions[0]?.questions[0]?.key;
    const again = { ...truth('Wrong, as I said.', false), key };
    await publishedQuiz(test, fixture, { author, reviewer, made: quiz.made }, { questions: [again] });
    expect((await firstDue('dan')).question.prompt).toBe('Wrong, as I said.');
  });
});

describe('a review', () => {
  it('counts once under one key, however often it is sent, at the same time as well', async () => {
    await learner('eva', { 'Wrong.': false });
    clock.advance(dayMs);
    const { id } = await firstDue('eva');
    await answer('eva', id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => rate('eva', id, 'HARD', 'one-key')));
    expect(answers.every(({ __typename }) => __typename === 'RateRecallCardSuccess')).toBe(true);
    expect(new Set(answers.map(({ card }) => card?.dueAt)).size).toBe(1);
    expect((await recallOf('eva')).reviewedToday).toBe(1);
    expect(await rate('eva', id, 'EASY', 'one-key')).toMatchObject({ __typename: 'ConflictError' });
  });

  it('without a key is refused the second time, at the same time as well', async () => {
    await learner('fin', { 'Wrong.': false });
    clock.advance(dayMs);
    const { id } = await firstDue('fin');
    await answer('fin', id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => rate('fin', id, 'GOOD')));
    expect(answers.filter(({ __typename }) => __typename === 'RateRecallCardSuccess')).toHaveLength(1);
  });

  it('is logged, so that every card can be made anew from its log', async () => {
    await learner('gil', { 'Wrong.': false, 'Right.': true });
    for (const rating of ['HARD', 'AGAIN', 'EASY']) {
      clock.advance(5 * dayMs);
      for (const { node } of (await recallOf('gil')).due.edges) {
        await answer('gil', node.id);
        await rate('gil', node.id, rating);
      }
    }
    type Row = { id: string; made_at: Date; due_at: Date; stability: number; difficulty: number; reps: number };
    const cards: Row[] = await test.dataSource.query(
      `select c.* from recall_card c join actor_member m on m.member_id = c.member_id where m.subject = 'gil'`,
    );
    expect(cards).toHaveLength(2);
    for (const { id, made_at, due_at, stability, difficulty, reps } of cards) {
      const log: Review[] = await test.dataSource.query(
        `select id, rating, reviewed_at as "reviewedAt", retention_percent as "retentionPercent" from recall_review where card_id = $1 order by random()`,
        [id],
      );
      const memory = memoryAfter(made_at, log);
      expect(memory).toMatchObject({ dueAt: due_at, stability, difficulty, reps });
    }
  });
});

describe('how a member reviews', () => {
  it('is theirs to set and to pause', async () => {
    await learner('hew', { 'Wrong.': false });
    clock.advance(dayMs);
    expect(await change('hew', { retentionPercent: 98 })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'retentionPercent', rule: 'OUT_OF_RANGE' }],
    });
    expect(await change('hew', { retentionPercent: 80 })).toMatchObject({
      recall: { retentionPercent: 80, dueCount: 1, viewerActions: ['PAUSE', 'CHANGE_SETTINGS'] },
    });
    const { id } = await firstDue('hew');
    const paused = await change('hew', { isPaused: true });
    expect(paused).toMatchObject({ recall: { dueCount: 0, viewerActions: ['RESUME', 'CHANGE_SETTINGS'] } });
    expect((await recallOf('hew')).due.edges).toEqual([]);
    expect(await answer('hew', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await change('hew', { isPaused: true })).toMatchObject({ recall: { pausedAt: paused.recall?.pausedAt } });
    expect(await change('hew', { isPaused: false })).toMatchObject({
      recall: { pausedAt: null, dueCount: 1, retentionPercent: 80 },
    });
  });

  it('is nobody else’s business: strangers, officers and the signed-out find nothing', async () => {
    await learner('ivy', { 'Wrong.': false });
    clock.advance(dayMs);
    const { id } = await firstDue('ivy');
    for (const subject of ['rosa', 'uma']) {
      expect(await answer(subject, id)).toEqual(await answer(subject, missingId));
      expect(await rate(subject, id, 'GOOD')).toEqual(await rate(subject, missingId, 'GOOD'));
      expect((await recallOf(subject)).cardCount).toBe(0);
    }
    for (const subject of [undefined, 'nobody']) {
      expect(await read(subject)).toBeNull();
      expect(await answer(subject, id)).toEqual(await answer(subject, missingId));
      expect(await change(subject, { isPaused: true })).toMatchObject({ __typename: 'NotAllowedError' });
    }
  });

  it('is read in pages that stay in place, with as many statements for many cards as for one', async () => {
    const prompts = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`Statement ${index}.`, false]));
    await learner('jim', prompts);
    clock.advance(dayMs);
    const first = await recallOf('jim', { first: 20 });
    expect(first.due.pageInfo.hasNextPage).toBe(true);
    const second = await recallOf('jim', { first: 20, after: first.due.pageInfo.endCursor ?? '' });
    const seen = [...first.due.edges, ...second.due.edges].map(({ node }) => node.id);
    expect(new Set(seen).size).toBe(30);
    const statements = async (size: number) =>
      (
        await test.countStatements(async () => {
          await read('jim', { first: size });
        })
      ).length;
    expect(await statements(30)).toBe(await statements(1));
  });
});
