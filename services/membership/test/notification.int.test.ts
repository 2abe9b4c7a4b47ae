import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { Group } from '../src/group/group.js';
import type { MemberId } from '../src/member/member.js';
import type { Telling } from '../src/notification/notification.js';
import { inboxOnly } from '../src/wiring/inbox-only.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let ada: MemberId;
let rosa: MemberId;
let chess: Group;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  ada = (await fixture.member('ada')).id;
  rosa = (await fixture.member('rosa')).id;
  await fixture.member('sam', { status: 'SUSPENDED', statusUntil: new Date('2027-07-01T09:00:00.000Z') });
  chess = await fixture.group('Chess', [ada, rosa]);
});
afterAll(() => test.stop());

const tell = (to: MemberId, changes: Partial<Telling> = {}) =>
  createRepositories(test.dataSource.manager, { ...inboxOnly, clock }).notifications.tell({
    to,
    reason: 'PLACE_CHANGED',
    sourceId: randomUUID(),
    subject: { kind: 'ACTIVITY', id: randomUUID() },
    ...changes,
  });

const query =
  'query ($topic: NotificationTopic, $onlyUnread: Boolean, $first: Int, $after: String) { viewer { unreadNotifications notifications(topic: $topic, onlyUnread: $onlyUnread, first: $first, after: $after) { edges { node { id reason topic subject { kind id } from { id displayName } group { name } activity { id } readAt } } pageInfo { hasNextPage endCursor } } } }';
type Node = Readonly<Record<string, unknown>> & { readonly id: string; readonly reason: string };
type Inbox = {
  readonly unreadNotifications: number | null;
  readonly notifications: {
    readonly edges: readonly { readonly node: Node }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  } | null;
};
async function inboxOf(who: string | undefined, variables: object = {}): Promise<Inbox> {
  const { data } = await test.run(who, query, { ...variables });
  return data?.['viewer'] as Inbox;
}
const nodesOf = async (who: string, variables: object = {}) =>
  (await inboxOf(who, variables)).notifications?.edges.map(({ node }) => node) ?? [];
async function markRead(who: string | undefined, notificationIds?: readonly string[]) {
  const mutation =
    'mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { __typename ... on MarkNotificationsReadSuccess { unread } ... on ValidationError { fields { path rule } } } }';
  const { data } = await test.run(who, mutation, { input: { notificationIds } });
  return data?.['markNotificationsRead'];
}

describe('the inbox', () => {
  it('is each person’s own, also while suspended, and there is none for who is not in the register', async () => {
    await tell(ada);
    expect(await inboxOf('rosa')).toMatchObject({ unreadNotifications: 0, notifications: { edges: [] } });
    expect(await inboxOf('sam')).toMatchObject({ unreadNotifications: 0, notifications: { edges: [] } });
    for (const who of ['stranger', undefined])
      expect(await inboxOf(who)).toEqual({ unreadNotifications: null, notifications: null });
    expect((await inboxOf('ada')).unreadNotifications).toBe(1);
  });

  it('leads to what it is about, with the names that its reader may see now', async () => {
    const activity = randomUUID();
    clock.advance(1_000);
    await tell(ada, { subject: { kind: 'ACTIVITY', id: activity } });
    clock.advance(1_000);
    await tell(ada, {
      reason: 'GROUP_REQUESTED',
      subject: { kind: 'GROUP', id: chess.id },
      groupId: chess.id,
      from: rosa,
    });
    const [request, place] = await nodesOf('ada');
    expect(request).toMatchObject({
      reason: 'GROUP_REQUESTED',
      topic: 'GROUPS',
      from: { id: rosa, displayName: 'rosa' },
      group: { name: 'Chess' },
      activity: null,
    });
    expect(place).toMatchObject({
      subject: { kind: 'ACTIVITY', id: activity },
      activity: { id: activity },
      from: null,
    });
    await test.dataSource.query(`update member set status = 'LAPSED', status_until = now() where id = $1`, [rosa]);
    expect((await nodesOf('ada'))[0]).toMatchObject({ reason: 'GROUP_REQUESTED', from: null });
    await test.dataSource.query(`update member set status = 'ACTIVE', status_until = null where id = $1`, [rosa]);
  });

  it('is filtered by topic and by what is unread, and paged while more is told', async () => {
    for (let count = 0; count < 3; count += 1) {
      clock.advance(1_000);
      await tell(rosa, { reason: 'POST_REPLIED', subject: { kind: 'POST', id: randomUUID() } });
    }
    await tell(rosa);
    expect(await nodesOf('rosa', { topic: 'POSTS' })).toHaveLength(3);
    const first = await inboxOf('rosa', { topic: 'POSTS', first: 2 });
    clock.advance(1_000);
    await tell(rosa, { reason: 'POST_REPLIED' });
    const second = await nodesOf('rosa', { topic: 'POSTS', first: 2, after: first.notifications?.pageInfo.endCursor });
    expect(second).toHaveLength(1);
    expect(first.notifications?.edges.map(({ node }) => node.id)).not.toContain(second[0]?.id);
    await markRead('rosa', [second[0]?.id ?? '']);
    expect((await nodesOf('rosa', { onlyUnread: true, topic: 'POSTS' })).map(({ id }) => id)).not.toContain(
      second[0]?.id,
    );
  });

  it('marks as read what is named, or all, of one’s own alone', async () => {
    const [newest] = await nodesOf('ada');
    expect(await markRead('rosa', [newest?.id ?? ''])).toMatchObject({ __typename: 'MarkNotificationsReadSuccess' });
    expect((await nodesOf('ada'))[0]?.['readAt']).toBeNull();
    expect(await markRead('ada', [newest?.id ?? ''])).toMatchObject({ unread: 2 });
    expect(await markRead('ada')).toMatchObject({ unread: 0 });
    expect(
      await markRead(
        'ada',
        Array.from({ length: 101 }, () => randomUUID()),
      ),
    ).toMatchObject({
      fields: [{ path: 'notificationIds', rule: 'TOO_LONG' }],
    });
    for (const who of [undefined, 'stranger'])
      expect(await markRead(who)).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('asks as many statements for many as for a few', async () => {
    for (let count = 0; count < 6; count += 1) {
      const { id } = await fixture.member(`from-${count}`);
      const group = await fixture.group(`Group ${count}`, [id]);
      await tell(ada, {
        reason: 'GROUP_REQUESTED',
        groupId: group.id,
        from: id,
        subject: { kind: 'GROUP', id: group.id },
      });
    }
    const asked = async (first: number) => (await test.countStatements(() => inboxOf('ada', { first }))).length;
    expect(await asked(6)).toBe(await asked(2));
  });

  it('takes no note of what its reader switched off, and always of what concerns them', async () => {
    const change =
      'mutation ($input: ChangeNotificationSettingsInput!) { changeNotificationSettings(input: $input) { __typename ... on ChangeNotificationSettingsSuccess { settings { preferences { topic isTold canSwitchOff } } } ... on ValidationError { fields { path rule } } } }';
    const choose = async (topic: string, isTold: boolean) => {
      const preferences = [{ topic, isTold, mail: 'NEVER' }];
      const input = { isStopped: false, quietFrom: 22, quietUntil: 7, digest: 'DAILY', language: 'EN', preferences };
      return (await test.run('rosa', change, { input })).data?.['changeNotificationSettings'];
    };
    expect(await choose('HELP', false)).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: 'preferences.0.isTold', rule: 'CONTRADICTION' }],
    });
    expect(await choose('POSTS', false)).toMatchObject({ __typename: 'ChangeNotificationSettingsSuccess' });
    const before = (await nodesOf('rosa', { topic: 'POSTS', first: 100 })).length;
    await tell(rosa, { reason: 'POST_REPLIED' });
    await tell(rosa, { reason: 'POST_REMOVED' });
    expect(await nodesOf('rosa', { topic: 'POSTS', first: 100 })).toHaveLength(before + 1);
  });

  it('is gone with its member', async () => {
    const { id } = await fixture.member('leaver');
    clock.advance(1_000);
    await tell(id);
    await tell(ada, { from: id });
    await createRepositories(test.dataSource.manager).notifications.forget(id);
    expect((await inboxOf('leaver')).notifications?.edges).toEqual([]);
    expect((await nodesOf('ada', { first: 1 }))[0]?.['from']).toBeNull();
  });
});
