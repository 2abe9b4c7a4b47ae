import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, testStart, type TestService } from '@guildhall/testing';
import { loadDemoUnion } from '../seeds/load-demo.js';
import { membership } from './fixture.js';

let test: TestService;

beforeAll(async () => {
  test = await startTestService(membership);
  await test.dataSource.transaction((manager) =>
    loadDemoUnion(manager, {
      anchor: new Date(testStart),
      size: 'small',
      environment: {},
      onProgress: () => undefined,
    }),
  );
});
afterAll(() => test.stop());

describe('the demo union', () => {
  it('has told its people of what happened, some of it unread, and nobody of their own act', async () => {
    const rows: readonly { reason: string; told: number; unread: number; own: number }[] = await test.dataSource.query(
      `select reason, count(*)::int as told, count(*) filter (where read_at is null)::int as unread,
         count(*) filter (where from_id = member_id)::int as own from notification group by reason order by reason`,
    );
    expect(rows.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['CONNECTION_ACCEPTED', 'HELP_OFFERED']));
    expect(rows.some(({ unread }) => unread > 0)).toBe(true);
    expect(rows.every(({ own }) => own === 0)).toBe(true);
    const { data } = await test.run(
      'ada',
      '{ viewer { unreadNotifications notifications { edges { node { reason subject { kind id } } } } } }',
    );
    const viewer = data?.['viewer'] as { notifications: { edges: readonly object[] } };
    expect(viewer.notifications.edges.length).toBeGreaterThan(0);
  });
});
