import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, testStart, waitFor, type TestService } from '@guildhall/testing';
import { loadDemoUnion } from '../seeds/load-demo.js';
import { ask } from './ask.js';
import { learning } from './fixture.js';

let test: TestService;

beforeAll(async () => {
  test = await startTestService(learning);
  await test.dataSource.transaction((manager) =>
    loadDemoUnion(manager, {
      anchor: new Date(testStart),
      size: 'small',
      environment: {},
      onProgress: () => undefined,
    }),
  );
}, 60_000);
afterAll(() => test.stop());

type Row = { readonly kind: string; readonly count: number };

describe('the record of the demo union', () => {
  it('has evidence of every kind that is told so far, and some that was taken back', async () => {
    const rows: readonly Row[] = await test.dataSource.query(
      'select kind, count(*)::int as count from evidence group by kind',
    );
    const kinds = new Map(rows.map(({ kind, count }) => [kind, count]));
    for (const kind of ['ATTENDANCE', 'LED_ACTIVITY', 'VERIFIED_HOURS', 'MANDATE', 'DELIVERED_PROPOSAL', 'PATH_STEP'])
      expect(kinds.get(kind)).toBeGreaterThan(0);
    const takenBack: readonly unknown[] = await test.dataSource.query('select 1 from evidence where not is_standing');
    expect(takenBack.length).toBeGreaterThan(0);
  });

  it('is as its facts say: built again, nothing needs mending', async () => {
    const progress = '{ operations { recordRebuilds { status total done mended } } }';
    await ask(test, 'sys', 'mutation { rebuildRecord(input: {}) { __typename } }');
    let newest: unknown;
    await waitFor('the record to be built', async () => {
      const { operations } = await ask<{ operations: { recordRebuilds: { status: string }[] } }>(test, 'sys', progress);
      newest = operations.recordRebuilds[0];
      return operations.recordRebuilds[0]?.status === 'DONE';
    });
    expect(newest).toMatchObject({ mended: 0 });
  }, 60_000);

  it('shows Ada and Uma skills by name in both languages, each rule of them of a path there is', async () => {
    const [{ broken }] = await test.dataSource.query(
      `select count(*)::int as broken from skill_version v cross join jsonb_array_elements(v.rules) r
       where r ? 'pathId' and not exists (select 1 from learning_path p where p.id::text = r->>'pathId')`,
    );
    expect(broken).toBe(0);
    for (const subject of ['ada', 'uma']) {
      const { viewer } = await ask<{
        viewer: { member: { growth: { skills: { skill: { en: string; zh: string }; evidence: unknown[] }[] }[] } };
      }>(
        test,
        subject,
        '{ viewer { member { growth { skills { skill { en: name zh: name(language: "zh-CN") } evidence { id } } } } } }',
      );
      const shown = viewer.member.growth.flatMap(({ skills }) => skills);
      expect(shown.length).toBeGreaterThan(0);
      for (const { skill, evidence } of shown) {
        expect(skill.en).not.toBe(skill.zh);
        expect(evidence.length).toBeGreaterThan(0);
      }
    }
  });
});
