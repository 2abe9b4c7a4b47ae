import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { ask, mutate as send } from './ask.js';
import { addAchievement } from './credential-fixture.js';
import { Fixture, learning, missingId, stepDraft } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  await fixture.member('bob');
  for (const subject of ['uma', 'otto']) await fixture.mandate(await fixture.member(subject), 'UNION_OFFICER');
});
afterAll(() => test.stop());

const words = {
  title: { en: 'Money in a group', zh: '社团财务' },
  summary: { en: 'Kept the money of a group for a year.', zh: '管理社团财务一年。' },
  criteria: [{ kind: 'MANDATE', positionKind: 'TREASURER', measure: 'DAYS', amount: 200 }],
  skills: [{ en: 'Bookkeeping', zh: '记账' }],
};
type Seen = { id: string; number: number; status: string; viewerActions: string[] };
const mutate = (subject: string | undefined, name: string, input: object) =>
  send<{ achievement: Seen }>(test, subject, {
    name,
    input,
    success:
      'achievement { id number status publishedAt title { en zh } criteria { kind positionKind amount path { title } } skills { en } viewerActions }',
  });
const discard = (subject: string, achievementId: string | undefined) =>
  mutate(subject, 'discardAchievement', { achievementId });

describe('an achievement', () => {
  it('is written by one officer and published by another, and its next version replaces it', async () => {
    const drafted = await mutate('uma', 'draftAchievement', words);
    expect(drafted.achievement).toMatchObject({ number: 1, status: 'DRAFT', viewerActions: ['EDIT', 'DISCARD'] });
    const achievementId = drafted.achievement?.id;
    expect(await mutate('uma', 'publishAchievement', { achievementId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await mutate('otto', 'editAchievement', { ...words, achievementId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    const edited = await mutate('uma', 'editAchievement', { ...words, achievementId, validDays: 365 });
    expect(edited).toMatchObject({ achievement: { id: achievementId } });
    expect(await mutate('otto', 'publishAchievement', { achievementId })).toMatchObject({
      achievement: { status: 'PUBLISHED', publishedAt: testStart, viewerActions: ['RETIRE', 'DRAFT_VERSION'] },
    });
    expect(await mutate('uma', 'editAchievement', { ...words, achievementId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const next = await mutate('otto', 'draftAchievementVersion', { achievementId });
    expect(next).toMatchObject({ achievement: { number: 2, status: 'DRAFT' } });
    expect((await mutate('uma', 'draftAchievementVersion', { achievementId })).achievement?.id).toBe(
      next.achievement?.id,
    );
    await mutate('uma', 'publishAchievement', { achievementId: next.achievement?.id });
    const { achievement } = await ask<{ achievement: Seen }>(
      test,
      undefined,
      'query ($id: ID!) { achievement(id: $id) { status viewerActions } }',
      { id: achievementId },
    );
    expect(achievement).toEqual({ status: 'RETIRED', viewerActions: [] });
    const id = next.achievement?.id;
    expect(await mutate('otto', 'retireAchievement', { achievementId: id })).toMatchObject({
      achievement: { status: 'RETIRED' },
    });
    expect(await mutate('otto', 'retireAchievement', { achievementId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await mutate('otto', 'draftAchievementVersion', { achievementId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await mutate('bob', 'retireAchievement', { achievementId: id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await mutate('bob', 'draftAchievementVersion', { achievementId: id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await mutate('bob', 'draftAchievement', words)).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('looks to others like none while it is a draft', async () => {
    const { achievement } = await mutate('uma', 'draftAchievement', words);
    const look = (id: string | undefined) =>
      ask(test, 'bob', 'query ($id: ID!) { achievement(id: $id) { id } }', { id });
    expect(await look(achievement?.id)).toEqual(await look(missingId));
    for (const name of ['publishAchievement', 'retireAchievement', 'draftAchievementVersion'])
      expect(await mutate('bob', name, { achievementId: achievement?.id })).toEqual(
        await mutate('bob', name, { achievementId: missingId }),
      );
    expect(await discard('bob', achievement?.id)).toEqual(await discard('bob', missingId));
    expect(await mutate('bob', 'editAchievement', { ...words, achievementId: achievement?.id })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('is written once however often a lost answer is asked for again', async () => {
    const input = { ...words, idempotencyKey: 'once' };
    const [first, again] = [
      await mutate('uma', 'draftAchievement', input),
      await mutate('uma', 'draftAchievement', input),
    ];
    expect(again.achievement?.id).toBe(first.achievement?.id);
    expect(await mutate('uma', 'draftAchievement', { ...input, validDays: 90 })).toMatchObject({
      __typename: 'ConflictError',
    });
  });

  it('is gone with its draft, whoever of the officers removes it, and what is in use stays', async () => {
    const achievementId = (await mutate('uma', 'draftAchievement', words)).achievement?.id;
    await mutate('otto', 'publishAchievement', { achievementId });
    const draft = (await mutate('uma', 'draftAchievementVersion', { achievementId })).achievement?.id;
    expect(await discard('bob', achievementId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await discard('uma', achievementId)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await discard('otto', draft)).toMatchObject({ achievement: { id: draft } });
    expect(await discard('otto', draft)).toEqual(await discard('otto', missingId));
    const next = await mutate('otto', 'draftAchievementVersion', { achievementId });
    expect(next).toMatchObject({ achievement: { number: 2, status: 'DRAFT' } });
  });

  it('is listed by where it stands, drafts to officers alone', async () => {
    const listed = async (subject: string | undefined, status: string) => {
      const { achievements } = await ask<{ achievements: { edges: { node: Seen }[] } }>(
        test,
        subject,
        'query ($status: AchievementStatus) { achievements(first: 100, status: $status) { edges { node { status } } } }',
        { status },
      );
      return [...new Set(achievements.edges.map(({ node }) => node.status))];
    };
    for (const status of ['DRAFT', 'PUBLISHED', 'RETIRED']) expect(await listed('uma', status)).toEqual([status]);
    expect(await listed(undefined, 'RETIRED')).toEqual(['RETIRED']);
    expect(await listed('bob', 'DRAFT')).toEqual([]);
  });

  it('asks for steps of paths that there are', async () => {
    const { path } = await fixture.path(await fixture.member('rosa'), [stepDraft('REFLECT')]);
    const asking = (pathId: string) => [{ kind: 'PATH_STEP', pathId, measure: 'COUNT', amount: 1 }];
    expect(await mutate('uma', 'draftAchievement', { ...words, criteria: asking(path.id) })).toMatchObject({
      achievement: { criteria: [{ path: { title: path.title } }] },
    });
    expect(await mutate('uma', 'draftAchievement', { ...words, criteria: asking(missingId) })).toMatchObject({
      fields: [{ path: 'criteria.0.pathId', rule: 'UNKNOWN' }],
    });
    expect(await mutate('uma', 'draftAchievement', { ...words, title: { en: '', zh: '' } })).toMatchObject({
      fields: [
        { path: 'title.en', rule: 'REQUIRED' },
        { path: 'title.zh', rule: 'REQUIRED' },
      ],
    });
  });

  it('pages by title without a gap or a repeat while one is added', async () => {
    const author = await fixture.member('ann');
    for (const titleEn of ['Alpha', 'beta', 'Gamma', 'delta', 'Epsilon'])
      await addAchievement(test, author, { titleEn });
    const query =
      'query ($after: String) { achievements(first: 2, after: $after) { edges { node { id title { en } } } pageInfo { hasNextPage endCursor } } }';
    type PageOf = {
      achievements: {
        edges: { node: { id: string; title: { en: string } } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: PageOf = await ask<PageOf>(test, undefined, query, { after });
      seen.push(...page.achievements.edges.map(({ node }) => node.title.en));
      if (!page.achievements.pageInfo.hasNextPage) break;
      if (after === null) await addAchievement(test, author, { titleEn: 'Aaa' });
      after = page.achievements.pageInfo.endCursor;
    }
    expect(seen.filter((title) => title !== 'Money in a group')).toEqual([
      'Alpha',
      'beta',
      'delta',
      'Epsilon',
      'Gamma',
    ]);
  });
});
