import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
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

async function act(subject: string, name: string, input: object): Promise<void> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { message } } }`;
  const { data } = await test.run(subject, query, { input: JSON.parse(JSON.stringify(input)) });
  expect(data?.[name]).toEqual({ __typename: `${type}Success` });
}
type Told = { readonly name: string; readonly data: Readonly<Record<string, unknown>> };
const told = (activityId: string): Promise<readonly Told[]> =>
  test.dataSource.query(
    `select name, data from outbox_event where name in ('PlaceChanged', 'ActivityChanged') and data->>'activityId' = $1 order by position`,
    [activityId],
  );

describe('whoever has a place', () => {
  it('can be told when a waiting place becomes a seat and when one is taken away, and not of their own acts', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 1 });
    const { id: seat } = await fixture.registration(activity, ada, 'CONFIRMED');
    await fixture.registration(activity, rosa, 'WAITLISTED', { autoAccept: true });
    await act('ada', 'cancelRegistration', { registrationId: seat });
    expect(await told(activity.id)).toMatchObject([
      { name: 'PlaceChanged', data: { memberId: rosa, change: 'SEAT_GIVEN' } },
    ]);
    const other = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const { id: removed } = await fixture.registration(other, ada, 'CONFIRMED');
    await act('omar', 'removeRegistration', { registrationId: removed, reason: 'Broke the rules of the hall.' });
    const [event] = await told(other.id);
    expect(event).toMatchObject({ name: 'PlaceChanged', data: { memberId: ada, change: 'REMOVED' } });
    expect(JSON.stringify(event)).not.toContain('hall');
  });

  it('can be told that the activity was called off or moved, with whoever waits, many at a time', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 1 });
    await fixture.registration(activity, ada, 'CONFIRMED');
    await fixture.registration(activity, rosa, 'WAITLISTED');
    await act('omar', 'postponeActivity', {
      activityId: activity.id,
      startsAt: inHours(60),
      endsAt: inHours(62),
      registrationClosesAt: inHours(59),
    });
    await act('omar', 'cancelActivity', { activityId: activity.id, reason: 'Storm.' });
    const events = await told(activity.id);
    expect(events.map(({ name, data }) => [name, data['change']])).toEqual([
      ['ActivityChanged', 'POSTPONED'],
      ['ActivityChanged', 'CANCELLED'],
    ]);
    for (const { data } of events) expect(data['memberIds']).toEqual([ada, rosa].toSorted((a, b) => (a < b ? -1 : 1)));
    expect(JSON.stringify(events)).not.toContain('Storm');
  });

  it('is told in several events where there are more than five hundred', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: undefined });
    const crowd = await fixture.crowd('many', 501);
    for (const member of crowd) await fixture.registration(activity, member, 'CONFIRMED');
    await act('omar', 'cancelActivity', { activityId: activity.id, reason: 'Flood.' });
    const events = await told(activity.id);
    expect(events.map(({ name }) => name)).toEqual(['ActivityChanged', 'ActivityChanged']);
    expect(events.map(({ data }) => (data['memberIds'] as readonly string[]).length)).toEqual([500, 1]);
  });
});
