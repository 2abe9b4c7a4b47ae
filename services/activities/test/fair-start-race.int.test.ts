import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { GroupId } from '../src/references/group.js';
import { FairStartActs } from './fair-start-acts.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let acts: FairStartActs;
let group: GroupId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  acts = new FairStartActs(test, fixture);
  const omar = await fixture.member('omar');
  group = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await fixture.crowd('racer', 120);
});
afterAll(() => test.stop());
beforeEach(() => clock.set(testStart));

const racer = (index: number): string => `racer${index}`;
type Place = {
  readonly party_id: string;
  readonly status: string;
  readonly draw_number: string | null;
  readonly size: number;
  readonly is_placed: boolean;
};
const placesOf = (activityId: string): Promise<readonly Place[]> =>
  test.dataSource.query(
    `select r.party_id, r.status, r.draw_number, e.size, e.is_placed from registration r join draw_entry e on e.id = r.party_id
     where r.activity_id = $1 and r.status <> 'WITHDRAWN'`,
    [activityId],
  );

/** Every party is whole: all its people drew the same, and as many as its size says. */
function expectWholeParties(places: readonly Place[]): void {
  for (const people of Map.groupBy(places, ({ party_id }) => party_id).values()) {
    expect(new Set(people.map(({ draw_number }) => draw_number)).size).toBe(1);
    expect(people).toHaveLength(people[0]?.size ?? 0);
  }
}

describe('while the window closes', () => {
  it('everybody who was told that they are in is drawn, everybody who left is not, and nobody comes in afterwards', async () => {
    const activity = await acts.activity(group, { capacity: 15 });
    const early = await Promise.all(
      Array.from({ length: 40 }, (_unused, index) => acts.act(racer(index), 'enterDraw', { activityId: activity.id })),
    );
    const closing = Array.from({ length: 60 }, (_unused, index) => {
      if (index === 30) clock.set(inHours(24).toISOString());
      return index % 3 === 0
        ? acts.act(racer(index / 3), 'leaveDraw', { registrationId: early[index / 3]?.registration?.id })
        : acts.act(racer(40 + index), 'enterDraw', { activityId: activity.id });
    });
    const drawing = acts.draw(activity);
    const answers = await Promise.all(closing);
    await drawing;
    const count = (name: string): number => answers.filter(({ __typename }) => __typename === name).length;
    expect(count('EnterDrawSuccess') + count('LeaveDrawSuccess') + count('IllegalTransitionError')).toBe(60);
    const places = await placesOf(activity.id);
    expect(places).toHaveLength(40 + count('EnterDrawSuccess') - count('LeaveDrawSuccess'));
    expect(places.every(({ draw_number }) => draw_number !== null)).toBe(true);
    expect(places.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(15);
  });

  it('one member has one live registration, however many ways they enter at the same time', async () => {
    const activity = await acts.activity(group);
    const inviteCode = await acts.party(activity.id, ['racer0']);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_unused, index) =>
        index % 2 === 0
          ? acts.act('racer1', 'enterDraw', { activityId: activity.id, asParty: index % 4 === 0 })
          : acts.act('racer1', 'joinParty', { inviteCode }),
      ),
    );
    const held = new Set(answers.flatMap(({ registration }) => registration?.id ?? []));
    expect(held.size).toBe(1);
    expect((await acts.see('racer1', activity.id)).fairStart.peopleCount).toBe(2);
  });

  it('a party takes no more people than it may have, whoever joins at the same time', async () => {
    const activity = await acts.activity(group);
    const inviteCode = await acts.party(activity.id, ['racer0']);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_unused, index) => acts.act(racer(10 + index), 'joinParty', { inviteCode })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'JoinPartySuccess')).toHaveLength(7);
    expect(answers.filter(({ __typename }) => __typename === 'LimitReachedError')).toHaveLength(13);
  });
});

describe('a draw with parties', () => {
  it('gives parties whole or not at all and never more places than there are, once, by however many workers', async () => {
    const activity = await acts.activity(group, { capacity: 23 });
    await fixture.registration(activity, await fixture.member('seated before'), 'CONFIRMED');
    for (let index = 0; index < 60; index += 4)
      await acts.party(
        activity.id,
        [0, 1, 2, 3].slice(0, 1 + ((index / 4) % 4)).map((offset) => racer(index + offset)),
      );
    for (let index = 60; index < 80; index += 1) await acts.act(racer(index), 'enterDraw', { activityId: activity.id });
    await acts.draw(activity, 6);
    const places = await placesOf(activity.id);
    expectWholeParties(places);
    const { fairStart } = await acts.see(undefined, activity.id);
    const placed = places.filter(({ status }) => status === 'CONFIRMED');
    expect(fairStart.places).toBe(22);
    expect(placed).toHaveLength(22);
    expect(placed.every(({ is_placed }) => is_placed)).toBe(true);
    const versions: readonly { version: number }[] = await test.dataSource.query(
      'select distinct version from registration where activity_id = $1 and party_id is not null',
      [activity.id],
    );
    expect(versions).toEqual([{ version: 2 }]);
    const [told]: readonly { count: number }[] = await test.dataSource.query(
      `select count(*)::int as count from outbox_event where name = 'ActivityNotice' and data->>'sourceId' = $1`,
      [activity.id],
    );
    expect(told?.count).toBe(1);
  });

  it('hands on what is given back in the order of the draw', async () => {
    const activity = await acts.activity(group, { capacity: 6 });
    for (let index = 0; index < 14; index += 1) await acts.act(racer(index), 'enterDraw', { activityId: activity.id });
    await acts.draw(activity);
    const rows: readonly { id: string; subject: string; status: string }[] = await test.dataSource.query(
      `select r.id, m.subject, r.status from registration r join actor_member m on m.member_id = r.member_id
       where r.activity_id = $1 order by r.draw_number`,
      [activity.id],
    );
    const cancel = 'mutation ($input: CancelRegistrationInput!) { cancelRegistration(input: $input) { __typename } }';
    const answers = await Promise.all(
      rows.slice(0, 4).map(({ id, subject }) => test.run(subject, cancel, { input: { registrationId: id } })),
    );
    expect(answers.map(({ data }) => data?.['cancelRegistration'])).toEqual(
      Array.from({ length: 4 }, () => ({ __typename: 'CancelRegistrationSuccess' })),
    );
    const after: readonly { status: string }[] = await test.dataSource.query(
      'select status from registration where activity_id = $1 order by draw_number',
      [activity.id],
    );
    expect(after.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 4 }, () => 'CANCELLED'),
      ...Array.from({ length: 2 }, () => 'CONFIRMED'),
      ...Array.from({ length: 4 }, () => 'OFFERED'),
      ...Array.from({ length: 4 }, () => 'WAITLISTED'),
    ]);
  });
});
