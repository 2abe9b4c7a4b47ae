import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, waitFor, type TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import { Fixture, learning, missingId, type TestMember } from './fixture.js';
import { StudyDriver, studyStart } from './study-fixture.js';

const clock = new TestClock(studyStart);
const people: Record<string, TestMember> = {};
const dayMs = 86_400_000;
let test: TestService;
let study: StudyDriver;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  const fixture = new Fixture(test);
  for (const name of ['mia', 'max', 'ann', 'bea', 'cem']) people[name] = await fixture.member(name);
  study = new StudyDriver(test);
});
afterAll(() => test.stop());
beforeEach(async () => {
  clock.set(studyStart);
  await test.dataSource.query(
    'truncate mentor_offer, mentor_pair, blocked_pair, study_group, study_place, actor_constituency cascade',
  );
});

const idOf = (name: string): string => people[name]?.id ?? '';
const content = {
  topics: ['Essay writing', 'Proofs'],
  courses: ['Linear Algebra'],
  languages: ['en', 'zh-Hans'],
  about: 'Third year, glad to help.',
  menteesMax: 2,
};
const offer = async (subject: string, changes: object = {}): Promise<string> =>
  StudyDriver.idOf(
    await study.act(subject, 'offerMentoring', 'mentorOffer', { ...content, ...changes }),
    'mentorOffer',
  );
const act = (subject: string | undefined, name: string, pairId: string, more: object = {}) =>
  study.act(subject, name, 'mentorPair', { pairId, ...more });
const askFor = (subject: string | undefined, offerId: string, more: object = {}) =>
  study.act(subject, 'askMentor', 'mentorPair', { offerId, line: 'Could you help me with proofs?', ...more });
const asked = async (subject: string, offerId: string): Promise<string> =>
  StudyDriver.idOf(await askFor(subject, offerId), 'mentorPair');
async function paired(): Promise<string> {
  const pairId = await asked('ann', await offer('mia'));
  await act('mia', 'acceptMentee', pairId);
  await act('ann', 'confirmMentor', pairId);
  return pairId;
}

type SeenPair = { id: string; status: string; viewerActions: string[] };
const pairsOf = async (subject: string): Promise<readonly SeenPair[]> =>
  (
    await ask<{ viewer: { mentorPairs: { edges: { node: SeenPair }[] } } }>(
      test,
      subject,
      '{ viewer { mentorPairs { edges { node { id status isViewerMentor line viewerActions answerUntil mentor { id } mentee { id } goals { words } meetings { minutes } } } } } }',
    )
  ).viewer.mentorPairs.edges.map(({ node }) => node);
const offersTo = async (subject: string | undefined, filter: object = {}): Promise<readonly string[]> =>
  (
    await ask<{ mentorOffers: { edges: { node: { id: string } }[] } }>(
      test,
      subject,
      'query ($filter: MentorOfferFilterInput) { mentorOffers(filter: $filter) { edges { node { id mentor { id } menteesMax menteesNow reasons { kind } viewerActions } } } }',
      { filter },
    )
  ).mentorOffers.edges.map(({ node }) => node.id);

describe('an offer', () => {
  it('is one of each member, found by others while it is open and has a place', async () => {
    const offerId = await offer('mia');
    expect(await offer('mia', { topics: ['Statistics'] })).toBe(offerId);
    expect(await offersTo('ann', { search: 'STATISTICS' })).toEqual([offerId]);
    expect(await offersTo('ann', { search: 'proofs' })).toEqual([]);
    expect(await offersTo('ann', { language: 'zh' })).toEqual([offerId]);
    expect(await offersTo('ann', { language: 'de' })).toEqual([]);
    expect(await offersTo('mia')).toEqual([]);
    expect(await offersTo(undefined)).toEqual([]);
    const move = (name: string, subject = 'mia') => study.act(subject, name, 'mentorOffer', { offerId });
    expect(await move('pauseMentoring', 'ann')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await move('pauseMentoring')).toMatchObject({
      mentorOffer: { status: 'PAUSED', viewerActions: ['EDIT', 'RESUME', 'WITHDRAW'] },
    });
    expect(await move('pauseMentoring')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await offersTo('ann')).toEqual([]);
    expect(await move('resumeMentoring', 'ann')).toEqual(
      await study.act('ann', 'resumeMentoring', 'mentorOffer', { offerId: missingId }),
    );
    await move('resumeMentoring');
    expect(await move('resumeMentoring')).toMatchObject({ __typename: 'IllegalTransitionError' });
    await move('withdrawMentoring');
    expect(await move('withdrawMentoring')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await offersTo('ann')).toEqual([]);
    await offer('mia');
    expect(await offersTo('ann')).toEqual([offerId]);
  });

  it('names every field that is wrong, and is for members', async () => {
    const wrong = { topics: [], courses: [''.padEnd(81, 'x')], languages: ['English!'], about: 'no', menteesMax: 11 };
    expect(await study.problems('mia', 'offerMentoring', wrong)).toEqual([
      'topics REQUIRED',
      'courses.0 TOO_LONG',
      'languages BAD_FORMAT',
      'about TOO_SHORT',
      'menteesMax OUT_OF_RANGE',
    ]);
    expect(await study.act(undefined, 'offerMentoring', 'mentorOffer', content)).toMatchObject({
      __typename: 'NotAllowedError',
    });
  });

  it('shows how many mentees there are to the mentor alone', async () => {
    await paired();
    const own = await ask(test, 'mia', '{ viewer { mentorOffer { menteesMax menteesNow } } }');
    expect(own).toEqual({ viewer: { mentorOffer: { menteesMax: 2, menteesNow: 1 } } });
    const seen = await ask(test, 'bea', '{ mentorOffers { edges { node { menteesMax menteesNow } } } }');
    expect(seen).toEqual({ mentorOffers: { edges: [{ node: { menteesMax: null, menteesNow: null } }] } });
  });
});

describe('an ask', () => {
  it('becomes a pair when both say yes', async () => {
    const offerId = await offer('mia');
    const pairId = await asked('ann', offerId);
    expect(await asked('ann', offerId)).toBe(pairId);
    expect(await askFor('mia', offerId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await pairsOf('mia')).toMatchObject([
      { status: 'PROPOSED', isViewerMentor: true, viewerActions: ['ACCEPT', 'DECLINE'] },
    ]);
    expect(await pairsOf('ann')).toMatchObject([{ status: 'PROPOSED', viewerActions: ['WITHDRAW'] }]);
    expect(await act('ann', 'acceptMentee', pairId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('mia', 'acceptMentee', pairId, { idempotencyKey: 'yes' })).toMatchObject({
      mentorPair: { status: 'ACCEPTED', viewerActions: ['END'] },
    });
    expect(await act('mia', 'acceptMentee', pairId, { idempotencyKey: 'yes' })).toMatchObject({
      mentorPair: { status: 'ACCEPTED' },
    });
    expect(await act('mia', 'acceptMentee', pairId)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await act('ann', 'confirmMentor', pairId)).toMatchObject({
      mentorPair: { status: 'ACTIVE', viewerActions: ['END', 'SET_GOALS', 'NOTE_MEETINGS'] },
    });
    expect(await act('bea', 'endMentoring', pairId)).toEqual(await act('bea', 'endMentoring', missingId));
    expect(await act('ann', 'endMentoring', pairId)).toMatchObject({
      mentorPair: { status: 'ENDED', viewerActions: [] },
    });
    const told = await test.dataSource.query(
      `select data->>'notice' as notice, data->'memberIds' as who from outbox_event where name = 'LearningNotice' and aggregate_id = $1 order by position`,
      [pairId],
    );
    expect(told).toEqual([
      { notice: 'MENTOR_ASKED', who: [idOf('mia')] },
      { notice: 'MENTOR_ANSWERED', who: [idOf('ann')] },
    ]);
  });

  it('that is declined looks in every way like one that is not answered', async () => {
    const [declined, silent] = [await asked('ann', await offer('mia')), await asked('ann', await offer('max'))];
    await act('mia', 'declineMentee', declined);
    expect(await pairsOf('mia')).toEqual([]);
    expect(await act('mia', 'declineMentee', declined)).toMatchObject({ __typename: 'NotFoundError' });
    const alike = async () => (await pairsOf('ann')).map(({ status, viewerActions }) => ({ status, viewerActions }));
    expect(await alike()).toEqual([
      { status: 'PROPOSED', viewerActions: ['WITHDRAW'] },
      { status: 'PROPOSED', viewerActions: ['WITHDRAW'] },
    ]);
    expect(await act('ann', 'confirmMentor', declined)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await act('ann', 'confirmMentor', silent)).toMatchObject({ __typename: 'IllegalTransitionError' });
    for (const pairId of [declined, silent]) await study.runTask('lapse-mentor-pair', { pairId }, clock.now());
    expect(await alike()).toHaveLength(2);
    clock.advance(30 * dayMs);
    for (const pairId of [declined, silent]) await study.runTask('lapse-mentor-pair', { pairId }, clock.now());
    expect(await pairsOf('ann')).toEqual([]);
    const stored = await test.dataSource.query('select distinct status from mentor_pair');
    expect(stored).toEqual([{ status: 'LAPSED' }]);
  });

  it('can be taken back, declined or not, and three wait at a time', async () => {
    const offers: string[] = [];
    for (const name of ['mia', 'max', 'bea', 'cem']) offers.push(await offer(name));
    const pairs: string[] = [];
    for (const offerId of offers.slice(0, 3)) pairs.push(await asked('ann', offerId));
    await act('mia', 'declineMentee', pairs[0] ?? '');
    expect(await askFor('ann', offers[3] ?? '')).toMatchObject({ __typename: 'LimitReachedError' });
    for (const pairId of pairs.slice(0, 2))
      expect(await act('ann', 'withdrawMentorAsk', pairId)).toMatchObject({ __typename: 'WithdrawMentorAskSuccess' });
    expect(await act('ann', 'withdrawMentorAsk', pairs[0] ?? '')).toMatchObject({ __typename: 'NotFoundError' });
    await asked('ann', offers[3] ?? '');
    expect(await study.problems('ann', 'askMentor', { offerId: offers[0], line: 'Hi' })).toEqual(['line TOO_SHORT']);
  });

  it('is accepted while the mentor has a place', async () => {
    const offerId = await offer('mia', { menteesMax: 1 });
    const [first, second] = [await asked('ann', offerId), await asked('bea', offerId)];
    await act('mia', 'acceptMentee', first);
    expect(await act('mia', 'acceptMentee', second)).toMatchObject({ __typename: 'LimitReachedError' });
    expect(await offersTo('cem')).toEqual([]);
    await act('ann', 'endMentoring', first);
    expect(await act('mia', 'acceptMentee', second)).toMatchObject({ mentorPair: { status: 'ACCEPTED' } });
  });
});

describe('the work of a pair', () => {
  it('is goals and meetings that the two alone see and change', async () => {
    const pairId = await paired();
    const goal = await act('ann', 'setMentorGoal', pairId, { words: 'Write a proof a week' });
    const { id: goalId } = (goal['mentorPair'] as { goals: { id: string }[] }).goals[0] ?? { id: '' };
    expect(await act('mia', 'tickMentorGoal', pairId, { goalId, isReached: true })).toMatchObject({
      mentorPair: { goals: [{ reachedAt: studyStart }] },
    });
    expect(await act('mia', 'tickMentorGoal', pairId, { goalId, isReached: false })).toMatchObject({
      mentorPair: { goals: [{ reachedAt: null }] },
    });
    expect(await act('mia', 'tickMentorGoal', pairId, { goalId: missingId, isReached: true })).toMatchObject({
      __typename: 'NotFoundError',
    });
    const meeting = await act('mia', 'noteMentorMeeting', pairId, { startsAt: studyStart, minutes: 45, words: 'Café' });
    const { id: meetingId } = (meeting['mentorPair'] as { meetings: { id: string }[] }).meetings[0] ?? { id: '' };
    expect(await study.problems('mia', 'noteMentorMeeting', { pairId, startsAt: studyStart, minutes: 5 })).toEqual([
      'minutes OUT_OF_RANGE',
    ]);
    expect(await study.problems('mia', 'setMentorGoal', { pairId, words: '' })).toEqual(['words REQUIRED']);
    for (const [name, more] of [
      ['setMentorGoal', { words: 'Spy on them' }],
      ['dropMentorGoal', { goalId }],
      ['dropMentorMeeting', { meetingId }],
    ] as const)
      expect(await act('bea', name, pairId, more)).toEqual(await act('bea', name, missingId, more));
    const hidden = await ask(test, 'bea', 'query ($id: ID!) { viewer { mentorPair(id: $id) { id } } }', { id: pairId });
    expect(hidden).toEqual({ viewer: { mentorPair: null } });
    expect(await act('ann', 'dropMentorMeeting', pairId, { meetingId })).toMatchObject({
      mentorPair: { meetings: [] },
    });
    expect(await act('ann', 'dropMentorMeeting', pairId, { meetingId })).toMatchObject({ __typename: 'NotFoundError' });
    await act('ann', 'dropMentorGoal', pairId, { goalId });
    expect(await act('ann', 'dropMentorGoal', pairId, { goalId })).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('has an end: goals and meetings are as many as a list can hold, and none after the pair ended', async () => {
    const pairId = await paired();
    await test.dataSource.query(
      `insert into mentor_goal (id, pair_id, words, added_at) select gen_random_uuid(), $1, 'one more', now() from generate_series(1, 30)`,
      [pairId],
    );
    await test.dataSource.query(
      `insert into mentor_meeting (id, pair_id, starts_at, minutes) select gen_random_uuid(), $1, now(), 30 from generate_series(1, 200)`,
      [pairId],
    );
    expect(await act('ann', 'setMentorGoal', pairId, { words: 'One too many' })).toMatchObject({
      __typename: 'LimitReachedError',
    });
    const meeting = { startsAt: studyStart, minutes: 30 };
    expect(await act('ann', 'noteMentorMeeting', pairId, meeting)).toMatchObject({ __typename: 'LimitReachedError' });
    await act('mia', 'endMentoring', pairId);
    expect(await act('ann', 'noteMentorMeeting', pairId, meeting)).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await act('ann', 'setMentorGoal', pairId, { words: 'Too late' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });
});

describe('suggestions', () => {
  it('carry their reasons and never a score, and nobody is suggested for nothing', async () => {
    const course = randomUUID();
    await test.dataSource.query(
      'insert into actor_constituency (member_id, constituency_id) values ($1, $3), ($2, $3)',
      [idOf('max'), idOf('ann'), course],
    );
    const [mia, max] = [await offer('mia'), await offer('max', { topics: ['Chess'], courses: [], languages: ['fr'] })];
    await offer('bea', { topics: ['Chess'], courses: [], languages: ['en'] });
    await study.group('ann', ['cem']);
    const suggest = (topics: readonly string[]) =>
      ask<{ viewer: { mentorSuggestions: unknown[] } }>(
        test,
        'ann',
        'query ($topics: [String!]) { viewer { mentorSuggestions(topics: $topics) { id reasons { kind about } } } }',
        { topics },
      );
    expect((await suggest(['proofs'])).viewer.mentorSuggestions).toEqual([
      {
        id: mia,
        reasons: [
          { kind: 'TOPIC', about: 'Proofs' },
          { kind: 'COURSE', about: 'Linear Algebra' },
          { kind: 'LANGUAGE', about: 'en' },
        ],
      },
      { id: max, reasons: [{ kind: 'SAME_PROGRAMME', about: null }] },
    ]);
    await asked('ann', mia);
    expect((await suggest([])).viewer.mentorSuggestions).toMatchObject([{ id: max }]);
  });
});

describe('a block', () => {
  const hear = async (name: 'BlockStood' | 'BlockEnded', sequence: number): Promise<void> => {
    const [oneId = '', otherId = ''] = [idOf('mia'), idOf('ann')].sort();
    await test.service.receive([
      {
        specversion: '1.0',
        id: randomUUID(),
        type: `guildhall.membership.${name}.v1`,
        source: 'membership',
        time: studyStart,
        subject: `${oneId}:${otherId}`,
        aggregate: 'Block',
        sequence,
        datacontenttype: 'application/json',
        name,
        data: { oneId, otherId },
      },
    ]);
    const wanted = name === 'BlockStood' ? 1 : 0;
    await waitFor(
      'the block was heard',
      async () => (await test.dataSource.query('select 1 from blocked_pair')).length === wanted,
    );
  };

  it('ends a pair like anybody can, hides offers both ways, and is undone by its end for what comes after', async () => {
    const pairId = await paired();
    await hear('BlockStood', 1);
    for (const subject of ['mia', 'ann'])
      expect(await pairsOf(subject)).toMatchObject([{ id: pairId, status: 'ENDED', viewerActions: [] }]);
    expect(await offersTo('ann')).toEqual([]);
    const offerId = (await test.dataSource.query('select id from mentor_offer'))[0].id;
    expect(await askFor('ann', offerId)).toEqual(await askFor('ann', missingId));
    await hear('BlockEnded', 2);
    expect(await offersTo('ann')).toEqual([offerId]);
    expect((await pairsOf('ann')).map(({ status }) => status)).toEqual(['ENDED']);
  });
});

describe('lists of pairs and offers', () => {
  it('take as many statements however many they are', async () => {
    for (const name of ['mia', 'max', 'bea', 'cem']) await asked('ann', await offer(name)).catch(() => undefined);
    const pairs =
      'query ($first: Int) { viewer { mentorPairs(first: $first) { edges { node { id goals { id } meetings { id } viewerActions mentor { id } } } } } }';
    const offers =
      'query ($first: Int) { mentorOffers(first: $first) { edges { node { id reasons { kind about } menteesNow viewerActions } } } }';
    const count = async (query: string, first: number) =>
      (await test.countStatements(() => ask(test, 'ann', query, { first }))).length;
    expect(await count(pairs, 3)).toBe(await count(pairs, 1));
    expect(await count(offers, 3)).toBe(await count(offers, 1));
  });
});
