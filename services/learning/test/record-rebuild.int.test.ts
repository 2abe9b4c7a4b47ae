import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import { Fixture, learning, stepDraft } from './fixture.js';
import { deliver, done, eventsOf } from './record-events.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  await fixture.appointment('sys', 'ADMIN');
});
afterAll(() => test.stop());

type Rebuild = { id: string; status: string; total: number; done: number; mended: number; finishedAt: string | null };

const rebuild = (subject: string | undefined, idempotencyKey: string | null = null) =>
  ask<{ rebuildRecord: { __typename: string; rebuild?: Rebuild } }>(
    test,
    subject,
    'mutation ($idempotencyKey: ID) { rebuildRecord(input: { idempotencyKey: $idempotencyKey }) { __typename ... on RebuildRecordSuccess { rebuild { id status total done mended finishedAt } } } }',
    { idempotencyKey },
  );

async function finished(): Promise<Rebuild | undefined> {
  let newest: Rebuild | undefined;
  await waitFor('the record to be built', async () => {
    const { operations } = await ask<{ operations: { recordRebuilds: Rebuild[] } }>(
      test,
      'sys',
      '{ operations { recordRebuilds { id status total done mended finishedAt } } }',
    );
    newest = operations.recordRebuilds[0];
    return newest?.status === 'DONE';
  });
  return newest;
}

/** Everything a rebuild could change. */
const everything = async (): Promise<unknown> => ({
  evidence: await test.dataSource.query('select * from evidence order by id'),
  hidden: await test.dataSource.query('select * from hidden_evidence order by evidence_id'),
  enrolments: await test.dataSource.query('select id, status, completed_at from enrolment order by id'),
  steps: await test.dataSource.query(
    'select enrolment_id, step_id, status, passed_at, evidence from step_progress order by 1, 2',
  ),
  facts: await test.dataSource.query('select * from record_fact order by 1, 2, 3, 4'),
});

describe('building the record again', () => {
  it('from its facts gives what stood before, and mends what was damaged', async () => {
    const rosa = await fixture.member('rosa');
    const { path } = await fixture.path(rosa, [stepDraft('ATTEND'), stepDraft('REFLECT')]);
    for (const subject of ['ada', 'bea', 'cy']) {
      const { id } = await fixture.member(subject);
      await ask(test, subject, 'mutation ($input: EnrolInPathInput!) { enrolInPath(input: $input) { __typename } }', {
        input: { pathId: path.id },
      });
      await deliver(
        test,
        clock,
        [done.attended(id), done.led(id), done.served(id, 60), done.held(id), done.delivered(id)].flatMap(eventsOf),
      );
    }
    const [{ id: hiddenId }] = await test.dataSource.query('select id from evidence limit 1');
    await test.dataSource.query('insert into hidden_evidence select id, member_id, now() from evidence where id = $1', [
      hiddenId,
    ]);
    const before = await everything();

    expect((await rebuild('sys')).rebuildRecord).toMatchObject({
      __typename: 'RebuildRecordSuccess',
      rebuild: { total: 18 },
    });
    expect(await finished()).toMatchObject({ status: 'DONE', total: 18, done: 18, mended: 0, finishedAt: testStart });
    expect(await everything()).toEqual(before);

    await test.dataSource.query(`delete from evidence where kind = 'ATTENDANCE'`);
    await test.dataSource.query(
      `update evidence set is_standing = false, taken_back_at = now() where kind = 'LED_ACTIVITY'`,
    );
    await test.dataSource.query(
      `insert into evidence select gen_random_uuid(), member_id, 'LED_SESSION', 'nowhere', now(), null, null, '{}', true, null from evidence where kind = 'MANDATE'`,
    );
    await rebuild('sys');
    expect(await finished()).toMatchObject({ done: 18, mended: 9 });
    expect(await everything()).toEqual(before);
  });

  it('is an administrator’s to start and to see, and nobody else’s', async () => {
    const uma = await fixture.member('uma');
    await fixture.mandate(uma, 'UNION_OFFICER');
    for (const subject of [undefined, 'ada', 'uma']) {
      expect((await rebuild(subject)).rebuildRecord).toEqual({ __typename: 'NotAllowedError' });
      expect((await test.run(subject, '{ operations { recordRebuilds { id } } }')).data).toEqual({ operations: null });
    }
  });

  it('is asked for once under one key', async () => {
    await finished();
    const first = await rebuild('sys', 'again-1');
    await finished();
    const again = await rebuild('sys', 'again-1');
    expect(first.rebuildRecord.rebuild?.id).toEqual(expect.any(String));
    expect(again.rebuildRecord.rebuild?.id).toBe(first.rebuildRecord.rebuild?.id);
  });

  it('runs once at a time', async () => {
    await finished();
    await test.dataSource.query(
      `insert into record_rebuild (id, status, requested_by, requested_at, total, done, mended)
       values (gen_random_uuid(), 'RUNNING', 'sys', now(), 0, 0, 0)`,
    );
    expect((await rebuild('sys')).rebuildRecord).toEqual({ __typename: 'IllegalTransitionError' });
    await test.dataSource.query(`delete from record_rebuild where status = 'RUNNING'`);
    const both = await Promise.all([rebuild('sys'), rebuild('sys')]);
    const names = both.map(({ rebuildRecord }) => rebuildRecord.__typename).toSorted();
    // The first may be done before the second begins.
    expect(['IllegalTransitionError', 'RebuildRecordSuccess']).toEqual(expect.arrayContaining(names));
    expect(names).toContain('RebuildRecordSuccess');
    await finished();
  });
});
