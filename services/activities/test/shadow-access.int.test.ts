import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventType, ReceivedEvent } from '@guildhall/events';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
const week = 7 * 24;
let test: TestService;
let fixture: Fixture;
let group: GroupId;
let other: GroupId;
let nia: MemberId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  const omar = await fixture.member('omar');
  nia = await fixture.member('nia');
  await fixture.member('eve');
  group = await fixture.group(omar);
  other = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await fixture.mandate(omar, 'PRESIDENT', other);
});
afterAll(() => test.stop());

function event(name: EventType, capsuleId: string, sequence: number, data: object): ReceivedEvent {
  return {
    specversion: '1.0',
    id: randomUUID(),
    type: `guildhall.learning.${name}.v1`,
    source: 'learning',
    time: clock.now().toISOString(),
    subject: capsuleId,
    aggregate: 'ShadowAccess',
    sequence,
    datacontenttype: 'application/json',
    name,
    data,
  };
}

const started = (capsuleId: string, until: Date): ReceivedEvent =>
  event('ShadowAccessStarted', capsuleId, 1, {
    capsuleId,
    groupId: group,
    memberId: nia,
    from: clock.now().toISOString(),
    until: until.toISOString(),
  });

type Seen = { readonly title: string; readonly organising: object | null } | null;

async function see(subject: string, { id }: Pick<Activity, 'id'>): Promise<Seen> {
  const { data, errors } = await test.run(
    subject,
    `query ($id: ID!) { activity(id: $id) { title viewerActions organising {
       viewerActions team { role } tasks { title viewerActions } runSheet { title } budget { plannedExpense } } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  return (data?.['activity'] ?? null) as Seen;
}

async function send(subject: string, name: string, input: object): Promise<string> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await test.run(
    subject,
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return (data?.[name] as { __typename: string } | undefined)?.__typename ?? 'no answer';
}

async function rows(capsuleId: string): Promise<number> {
  const found: unknown[] = await test.dataSource.query('select 1 from shadow_access where capsule_id = $1', [
    capsuleId,
  ]);
  return found.length;
}

describe('shadow access', () => {
  it('lets whoever takes over read what the group plans, drafts too, and nothing of another group', async () => {
    const draft = await fixture.activity(group, 'DRAFT');
    const elsewhere = await fixture.activity(other, 'DRAFT');
    expect(await send('omar', 'planTask', { activityId: draft.id, title: 'Book the hall' })).toBe('PlanTaskSuccess');
    expect(await see('nia', draft)).toBeNull();
    const capsuleId = randomUUID();
    await test.service.receive([started(capsuleId, inHours(2 * week))]);
    await waitFor('the access to begin', async () => (await see('nia', draft)) !== null);
    expect(await see('nia', draft)).toMatchObject({
      viewerActions: [],
      organising: { viewerActions: [], tasks: [{ title: 'Book the hall', viewerActions: [] }] },
    });
    expect(await see('nia', elsewhere)).toBeNull();
    expect(await see('eve', draft)).toBeNull();
  });

  it('lets them change nothing', async () => {
    const draft = await fixture.activity(group, 'DRAFT');
    await send('omar', 'planTask', { activityId: draft.id, title: 'Order the food' });
    const [task]: { id: string }[] = await test.dataSource.query('select id from team_task where activity_id = $1', [
      draft.id,
    ]);
    const denied = ['NotAllowedError', 'NotAllowedError', 'NotAllowedError', 'NotAllowedError'];
    expect([
      await send('nia', 'planTask', { activityId: draft.id, title: 'Something else' }),
      await send('nia', 'claimTask', { taskId: task?.id }),
      await send('nia', 'submitActivity', { activityId: draft.id }),
      await send('nia', 'cancelActivity', { activityId: draft.id, reason: 'Because I can.' }),
    ]).toEqual(denied);
    const { data } = await test.run('nia', 'query ($id: ID!) { activity(id: $id) { facts { expectedAttendees } } }', {
      id: draft.id,
    });
    expect(data).toEqual({ activity: { facts: null } });
  });

  it('ends by itself at the stated instant, and before it when learning says so', async () => {
    const draft = await fixture.activity(group, 'DRAFT');
    await test.dataSource.query('delete from shadow_access');
    const ending = randomUUID();
    await test.service.receive([started(ending, inHours(week))]);
    await waitFor('the access to begin', async () => (await rows(ending)) === 1);
    expect(await see('nia', draft)).not.toBeNull();
    const before = clock.now();
    clock.set(inHours(week).toISOString());
    expect(await see('nia', draft)).toBeNull();
    clock.set(before.toISOString());
    const endedAt = clock.now().toISOString();
    await test.service.receive([
      event('ShadowAccessEnded', ending, 2, { capsuleId: ending, groupId: group, memberId: nia, endedAt }),
    ]);
    await waitFor('the access to end', async () => (await see('nia', draft)) === null);
  });
});

it('learning is told when an activity of a group is published', async () => {
  const draft = await fixture.activity(group, 'APPROVED');
  expect(await send('omar', 'publishActivity', { activityId: draft.id })).toBe('PublishActivitySuccess');
  expect(
    await test.dataSource.query(
      `select data from outbox_event where aggregate = 'GroupCalendar' and aggregate_id = $1`,
      [draft.id],
    ),
  ).toEqual([
    {
      data: {
        activityId: draft.id,
        groupId: group,
        startsAt: draft.startsAt.toISOString(),
        endsAt: draft.endsAt.toISOString(),
        isOpen: true,
      },
    },
  ]);
});
