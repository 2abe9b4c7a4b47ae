import { afterEach, describe, expect, it } from '@jest/globals';
import { adasRecordToken, planDemoAchievements } from '@guildhall/demo';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { loadDemoUnion } from '../seeds/load-demo.js';
import { ask, mutate } from './ask.js';
import { signing } from './credential-fixture.js';
import { learning } from './fixture.js';

let test: TestService | undefined;
afterEach(() => test?.stop());

async function loaded(size: 'small' | 'full', anchor: string): Promise<TestService> {
  const service = (test = await startTestService(learning, { clock: new TestClock(anchor), environment: signing }));
  await service.dataSource.transaction((manager) =>
    loadDemoUnion(manager, { anchor: new Date(anchor), size, environment: signing, onProgress: () => undefined }),
  );
  return service;
}

const rows = <Row>(service: TestService, query: string): Promise<readonly Row[]> => service.dataSource.query(query);

describe('the credentials of the demo union', () => {
  it.each([testStart, '2027-02-28T23:30:00.000Z'])(
    'rest on evidence there is, with one that was corrected and one that was revoked, on %s',
    async (anchor) => {
      const service = await loaded('small', anchor);
      const [figures] = await rows<Readonly<Record<string, number>>>(
        service,
        `select count(*)::int as credentials, count(*) filter (where status = 'SUSPENDED')::int as suspended,
           count(*) filter (where status = 'REVOKED')::int as revoked,
           count(*) filter (where issued_at > '${anchor}')::int as early,
           count(*) filter (where exists (select 1 from unnest(evidence_ids) i where not exists
             (select 1 from evidence e where e.id = i and e.member_id = credential.member_id)))::int as baseless
         from credential`,
      );
      expect(figures).toMatchObject({ suspended: 1, revoked: 1, early: 0, baseless: 0 });
      expect(figures?.credentials).toBeGreaterThan(20);
      expect(
        await rows(
          service,
          `select 1 from credential c where c.status = 'SUSPENDED' and not exists
             (select 1 from graphile_worker.jobs j where j.key = 'revoke-credential:' || c.id)`,
        ),
      ).toEqual([]);
      const opened = await mutate<{ record: { shownAs: string; items: readonly object[] } }>(service, undefined, {
        name: 'openRecordLink',
        input: { token: adasRecordToken },
        success: 'record { shownAs items { __typename } }',
      });
      expect(opened.record).toMatchObject({ shownAs: 'Ada Okafor' });
      expect(opened.record?.items.length).toBeGreaterThan(0);
      const { achievements } = await ask<{ achievements: { edges: { node: { status: string } }[] } }>(
        service,
        'uma',
        '{ achievements { edges { node { status viewerActions } } } }',
      );
      expect(achievements.edges).toHaveLength(planDemoAchievements({ anchor: new Date(anchor) }).length);
      expect(achievements.edges).toContainEqual({ node: { status: 'DRAFT', viewerActions: ['PUBLISH', 'DISCARD'] } });
    },
  );

  it('are more than a thousand at full size', async () => {
    const service = await loaded('full', testStart);
    const [row] = await rows<{ count: number }>(service, 'select count(*)::int as count from credential');
    expect(row?.count).toBeGreaterThan(1000);
    expect(row?.count).toBeLessThan(1200);
  });
});
