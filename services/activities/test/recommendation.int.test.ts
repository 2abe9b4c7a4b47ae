import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import { recommendationRules } from '../src/recommendation/recommendation-rules.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let ada: MemberId;
let chess: GroupId;
let choir: GroupId;
let evening: Activity;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  await fixture.member('rosa');
  chess = await fixture.group(ada);
  choir = await fixture.group();
  evening = await fixture.activity(chess, 'PUBLISHED');
});
afterAll(() => test.stop());

type Recommended = {
  readonly isOn: boolean;
  readonly items: readonly { readonly activity: { readonly id: string }; readonly reasons: readonly string[] }[];
};
async function recommended(subject: string | undefined, more: object = {}): Promise<Recommended | null> {
  const { data, errors } = await test.run(
    subject,
    `query ($languages: [String!], $first: Int) { viewer { recommendedActivities(languages: $languages, first: $first) {
       isOn items { activity { id seatsLeft } reasons } } } }`,
    { ...more },
  );
  expect(errors).toBeUndefined();
  return (data as { viewer: { recommendedActivities: Recommended | null } }).viewer.recommendedActivities;
}
const listed = async (subject: string, more: object = {}): Promise<readonly string[] | undefined> =>
  (await recommended(subject, { first: 20, ...more }))?.items.map(({ activity }) => activity.id);
const change = async (subject: string | undefined, isOn: boolean): Promise<unknown> =>
  (
    await test.run(
      subject,
      'mutation ($input: ChangeRecommendationsInput!) { changeRecommendations(input: $input) { __typename ... on ChangeRecommendationsSuccess { isOn } } }',
      { input: { isOn } },
    )
  ).data?.['changeRecommendations'];

describe('recommended activities', () => {
  it('come with their reasons, and are none for somebody of whom nothing is known', async () => {
    expect(await recommended('ada')).toMatchObject({
      isOn: true,
      items: [{ activity: { id: evening.id }, reasons: ['GROUP_MEMBER', 'FREE_SEATS_SOON'] }],
    });
    expect(await recommended('rosa')).toEqual({ isOn: true, items: [] });
    expect(await recommended(undefined)).toBeNull();
  });

  it('leave out plans, what is over, what cannot be registered for, what is far ahead, and where the member has a place', async () => {
    await fixture.activity(chess, 'DRAFT');
    await fixture.activity(chess, 'CANCELLED', { publishedAt: inHours(-10) });
    await fixture.activity(chess, 'COMPLETED', { startsAt: inHours(-30) });
    await fixture.activity(chess, 'PUBLISHED', { startsAt: inHours(24 * (recommendationRules.aheadDays + 1)) });
    await fixture.activity(chess, 'PUBLISHED', {
      registrationOpensAt: inHours(-20),
      registrationClosesAt: inHours(-1),
    });
    const own = await fixture.activity(chess, 'PUBLISHED');
    await fixture.registration(own, ada, 'WAITLISTED');
    const left = await fixture.activity(chess, 'PUBLISHED');
    await fixture.registration(left, ada, 'CANCELLED');
    expect(await listed('ada')).toEqual([evening.id, left.id].toSorted());
  });

  it('know what the member took part in, and the languages they say they speak', async () => {
    const past = await fixture.activity(choir, 'COMPLETED', { startsAt: inHours(-200), kind: 'TRAINING' });
    const rosa = await fixture.member('rita');
    await fixture.registration(past, rosa, 'ATTENDED');
    const workshop = await fixture.activity(await fixture.group(), 'PUBLISHED', {
      kind: 'TRAINING',
      capacity: undefined,
    });
    const tea = await fixture.activity(await fixture.group(), 'PUBLISHED', { kind: 'MEETING', capacity: undefined });
    await test.dataSource.query(`insert into activity_audience values ($1, '{zh-CN}', '{}')`, [tea.id]);
    expect(await recommended('rita', { languages: ['zh'] })).toMatchObject({
      items: [
        { activity: { id: workshop.id }, reasons: ['ATTENDED_ALIKE'] },
        { activity: { id: tea.id }, reasons: ['LANGUAGE'] },
      ],
    });
    expect(await listed('rita')).toEqual([workshop.id]);
  });

  it('cost the same number of statements for one and for many', async () => {
    const cost = async (first: number): Promise<number> =>
      (await test.countStatements(() => recommended('ada', { first }))).length;
    await cost(1);
    expect(await cost(20)).toBe(await cost(1));
  });

  it('are computed for nobody who switched them off', async () => {
    expect(await change('ada', false)).toEqual({ __typename: 'ChangeRecommendationsSuccess', isOn: false });
    const statements = await test.countStatements(() => recommended('ada'));
    expect(await recommended('ada')).toEqual({ isOn: false, items: [] });
    expect(statements.some((statement) => statement.includes('from activity'))).toBe(false);
    expect(await change('ada', true)).toEqual({ __typename: 'ChangeRecommendationsSuccess', isOn: true });
    expect(await listed('ada')).toContain(evening.id);
    expect(await change(undefined, false)).toEqual({ __typename: 'NotAllowedError' });
  });

  it('are refused in amounts that no screen shows', async () => {
    for (const args of ['first: 0', 'first: 21', `languages: [${'"en",'.repeat(21)}]`]) {
      const { errors } = await test.run('ada', `{ viewer { recommendedActivities(${args}) { isOn } } }`);
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });
});
