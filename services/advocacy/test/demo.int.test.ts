import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adasReferral, demoCases, demoEdges, demoMembers, demoReceiptCode } from '@guildhall/demo';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { advocacy, Fixture, keys, machine } from './fixture.js';

let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(advocacy, { environment: keys, clock: new TestClock(testStart) });
  fixture = new Fixture(test);
  await test.dataSource.transaction(async (manager) =>
    advocacy.seed?.(manager, {
      anchor: new Date(testStart),
      size: 'small',
      environment: keys,
      onProgress: () => undefined,
    }),
  );
});
afterAll(() => test.stop());

describe('the demo union', () => {
  it('has ada’s case, which she and carl can read and nobody else', async () => {
    const query =
      'query ($id: ID!) { case(id: $id) { status narrative contactName messages { edges { node { body } } } referrals { id fields { name consented } } } }';
    const read = async (who: string | undefined) => (await fixture.ask(who, query, { id: demoCases.ada }))['case'];
    const seen = await read('ada');
    expect(seen).toMatchObject({
      status: 'WAITING_DEPARTMENT',
      contactName: 'Ada Okafor',
      referrals: [{ id: adasReferral }],
    });
    expect(seen.narrative).toContain('radiator');
    expect(seen.messages.edges).toHaveLength(3);
    // The name stays closed to the case worker until it is opened for a purpose.
    expect(await read('carl')).toEqual({ ...seen, contactName: null });
    for (const who of ['omar', 'uma', 'rosa', 'amira', 'milo', 'dana', 'dirk', 'otto', 'nina', 'sys', undefined])
      expect(await read(who)).toBeNull();
    const mine = await fixture.ask('ada', '{ viewer { member { id cases { edges { node { id } } } } } }');
    expect(mine['viewer'].member).toEqual({
      id: demoMembers.ada.memberId,
      cases: { edges: [{ node: { id: demoCases.ada } }] },
    });
  });

  it('has ways to a case besides a sign-in: a representative, and a code that everybody knows', async () => {
    const represented = 'query ($id: ID!) { representedCase(caseId: $id) { narrative consent { name } } }';
    expect((await fixture.ask('rosa', represented, { id: demoCases.ada }))['representedCase']).toMatchObject({
      consent: { name: 'rosa' },
    });
    const shown = 'receipt { kind status narrative messages { edges { node { author body } } } }';
    const { receipt } = await fixture.mutate(undefined, 'readReceipt', { code: demoReceiptCode }, shown);
    expect(receipt).toMatchObject({ kind: 'ANONYMOUS', status: 'OPEN' });
    expect(receipt.messages.edges).toHaveLength(2);
    const templates = await fixture.ask('amira', '{ messageTemplates { edges { node { name } } } }');
    expect(templates['messageTemplates'].edges).toHaveLength(4);
  });

  it('shows Student Housing exactly the four fields ada consented to', async () => {
    const query = 'query ($id: ID!) { referral(id: $id) { fields { name } } }';
    for (const who of ['dana', 'dirk', machine('department-housing', 'referrals:read')]) {
      const { fields } = (await fixture.ask(who, query, { id: adasReferral }))['referral'];
      expect(fields.map(({ name }: { name: string }) => name)).toEqual([
        'roomNumber',
        'whatIsWrong',
        'whatWouldHelp',
        'bestTimeToVisit',
      ]);
    }
    expect(
      (
        await fixture.ask('examinations-lead', 'query ($id: ID!) { referral(id: $id) { status fields { name } } }', {
          id: demoEdges.withdrawnReferral,
        })
      )['referral'],
    ).toEqual({ status: 'WITHDRAWN', fields: [] });
  });

  it('fills the queues, the lists and the figures', async () => {
    expect(
      (await fixture.ask('amira', '{ caseQueue(first: 100) { edges { node { id } } } }'))['caseQueue'].edges.length,
    ).toBeGreaterThan(5);
    expect(
      (await fixture.ask('dana', '{ referrals { edges { node { id } } } }'))['referrals'].edges.length,
    ).toBeGreaterThan(0);
    const cells = (
      await fixture.ask('amira', '{ insights(academicYear: 2025) { cases { cases { value suppressed } } } }')
    )['insights'].cases;
    expect(cells).toHaveLength(30);
    expect(cells.some(({ cases }: { cases: { suppressed: boolean } }) => cases.suppressed)).toBe(true);
    const [jobs] = await fixture.sql<{ count: number }>(
      `select count(*)::int as count from graphile_worker.jobs where task_identifier = 'fall-dormant'`,
    );
    const [waiting] = await fixture.sql<{ count: number }>(
      `select count(*)::int as count from case_file where status = 'WAITING_STUDENT'`,
    );
    expect(jobs).toEqual(waiting);
  });

  it('has a second worker and notes on ada’s case, and a step that waits for amira', async () => {
    const query = 'query ($id: ID!) { case(id: $id) { secondWorker notes { edges { node { layer author } } } } }';
    expect((await fixture.ask('carl', query, { id: demoCases.ada }))['case']).toEqual({
      secondWorker: 'advice-hamid',
      notes: {
        edges: [{ node: { layer: 'INTERNAL', author: 'carl' } }, { node: { layer: 'PRIVATE', author: 'carl' } }],
      },
    });
    const entry =
      'query ($id: ID!) { caseQueueEntry(id: $id) { flaggedAt walls { subject reason } safeguardingSteps { reason viewerActions } } }';
    const { caseQueueEntry } = await fixture.ask('amira', entry, { id: demoEdges.walledCases[0] });
    expect(caseQueueEntry).toMatchObject({
      flaggedAt: expect.any(String),
      walls: [{ subject: 'advice-bronwen', reason: 'OTHER_SIDE' }],
      safeguardingSteps: [{ reason: expect.stringContaining('sleep'), viewerActions: ['CONFIRM', 'DECLINE'] }],
    });
  });

  it('keeps its walled pair apart', async () => {
    const [first, second] = demoEdges.walledCases;
    const workerOf = async (id: string | undefined) =>
      (await fixture.sql('select assignee from case_file where id = $1', [id]))[0].assignee;
    for (const [caseId, assignee] of [
      [first, await workerOf(second)],
      [second, await workerOf(first)],
    ]) {
      expect(await fixture.mutate('amira', 'assignCase', { caseId, assignee })).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'assignee', rule: 'CONTRADICTION' }],
      });
    }
  });
});
