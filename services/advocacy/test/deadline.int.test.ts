import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { createDeadlineRepository } from '../src/deadline/deadline.repository.js';
import { brokenConstraint } from '@guildhall/subgraph';
import { startAdvocacy, type Fixture } from './fixture.js';
import { driveJobs } from './job-driver.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const file =
  'query ($id: ID!) { case(id: $id) { status outcome viewerActions courseActions deadlines { id kind state stage startsAt dueAt baseDueAt metAt isLate measure amount ruleVersion pauses { basis startsAt endsAt } closures { from } } } }';
const read = async (who: string, id: string) => (await fixture.ask(who, file, { id }))['case'];
const deadline = async (id: string, kind: string, who = 'carl') =>
  (await read(who, id)).deadlines.find((one: { kind: string }) => one.kind === kind);
const deadlines = () => createDeadlineRepository(test.dataSource.manager, 'Europe/London');
const at = (iso: string) => new Date(iso);
const told = async (caseId: string, reason: string) =>
  fixture.sql<{ recipient: string; recipient_kind: string }>(
    'select recipient_kind, recipient from notice where case_id = $1 and reason = $2 order by recipient_kind, recipient',
    [caseId, reason],
  );
const broken = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => brokenConstraint(error),
  );
const drive = (task: string, caseId: string, until: () => Promise<boolean>) =>
  driveJobs(fixture, `${task}:${caseId}`, { until, what: task });

describe('a pause', () => {
  it('stops a clock, moves the due date once it ends, and stays whoever takes the case over', async () => {
    const caseId = await fixture.assigned('ada', 'carl', { otherParties: [] });
    const before = await deadline(caseId, 'FIRST_CONTACT');
    expect(before).toMatchObject({
      dueAt: '2026-10-12T22:59:59.999Z',
      state: 'RUNNING',
      pauses: [],
      measure: 'WORKING_DAYS',
      amount: 5,
    });
    await deadlines().pause(caseId as never, {
      from: at('2026-10-06T09:00:00Z'),
      basis: 'WAITING_STUDENT',
      reference: 'r',
    });
    clock.set('2026-10-08T09:00:00Z');
    expect(await deadline(caseId, 'FIRST_CONTACT')).toMatchObject({
      state: 'PAUSED',
      dueAt: '2026-10-15T22:59:59.999Z',
    });
    await fixture.expectSuccess('amira', 'assignCase', { caseId, assignee: 'cora' });
    clock.set('2026-10-08T15:00:00Z');
    await deadlines().resume(caseId as never, 'WAITING_STUDENT', at('2026-10-08T15:00:00Z'));
    expect(await deadline(caseId, 'FIRST_CONTACT', 'cora')).toMatchObject({
      state: 'RUNNING',
      baseDueAt: before.dueAt,
      dueAt: '2026-10-15T22:59:59.999Z',
      pauses: [{ basis: 'WAITING_STUDENT', startsAt: '2026-10-06T09:00:00.000Z', endsAt: '2026-10-08T15:00:00.000Z' }],
    });
  });

  it('never stops a date of the university because the service waits, nor the service because of an agreement', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'setCaseDeadline', { caseId, kind: 'APPEAL', startedAt: testStart });
    const appeal = await deadline(caseId, 'APPEAL');
    await deadlines().pause(caseId as never, { from: at(testStart), basis: 'WAITING_STUDENT', reference: 'r' });
    clock.set('2026-10-07T09:00:00Z');
    expect((await deadline(caseId, 'APPEAL')).dueAt).toBe(appeal.dueAt);
    await deadlines().pause(caseId as never, {
      from: at('2026-10-07T09:00:00Z'),
      basis: 'WRITTEN_AGREEMENT',
      reference: 's',
    });
    expect(await deadline(caseId, 'APPEAL')).toMatchObject({ state: 'PAUSED', dueAt: '2026-10-20T22:59:59.999Z' });
  });

  it('is kept by the table itself, which also refuses to move a due date back', async () => {
    const caseId = await fixture.assigned();
    await deadlines().pause(caseId as never, {
      from: at(testStart),
      to: at('2026-10-06T09:00:00Z'),
      basis: 'CLOSURE',
      reference: 'r',
    });
    expect(await broken(fixture.sql('delete from case_pause where case_id = $1', [caseId]))).toBe('case_pause_kept');
    expect(await broken(fixture.sql(`update case_pause set to_at = now() where case_id = $1`, [caseId]))).toBe(
      'case_pause_kept',
    );
    expect(
      await broken(
        fixture.sql(`update case_deadline set due_at = due_at - interval '1 second' where case_id = $1`, [caseId]),
      ),
    ).toBe('case_deadline_never_backwards');
  });

  it('begun by several at once is one pause', async () => {
    const caseId = await fixture.assigned();
    await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        test.dataSource.transaction((manager) =>
          createDeadlineRepository(manager, 'Europe/London').pause(caseId as never, {
            from: at(testStart),
            basis: 'WRITTEN_AGREEMENT',
            reference: String(index),
          }),
        ),
      ),
    );
    expect(await fixture.sql('select 1 from case_pause where case_id = $1', [caseId])).toHaveLength(1);
  });
});

describe('dates of the procedure', () => {
  it('are counted by the rules, belong to the stage, and are corrected by a new row', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'setCaseDeadline', { caseId, kind: 'WHOLE_PROCEDURE', startedAt: testStart });
    expect(await deadline(caseId, 'WHOLE_PROCEDURE')).toMatchObject({
      dueAt: '2027-01-03T23:59:59.999Z',
      measure: 'CALENDAR_DAYS',
      amount: 90,
      stage: 'ADVICE',
      ruleVersion: 1,
      closures: [{ from: '2026-12-24' }],
    });
    await fixture.expectSuccess('carl', 'setCaseDeadline', {
      caseId,
      kind: 'PROCEDURE',
      startedAt: testStart,
      dueAt: '2026-11-20T16:00:00.000Z',
    });
    await fixture.expectSuccess('carl', 'setCaseDeadline', {
      caseId,
      kind: 'PROCEDURE',
      startedAt: testStart,
      dueAt: '2026-11-10T16:00:00.000Z',
    });
    const named = (await read('ada', caseId)).deadlines.filter(({ kind }: { kind: string }) => kind === 'PROCEDURE');
    expect(named).toMatchObject([{ dueAt: '2026-11-10T16:00:00.000Z', ruleVersion: null, measure: 'DATE' }]);
    expect(
      await fixture.sql(`select 1 from case_deadline where case_id = $1 and kind = 'PROCEDURE'`, [caseId]),
    ).toHaveLength(2);
    expect((await read('carl', caseId)).courseActions).toEqual(['SET_DEADLINE', 'MEET_DEADLINE']);
    await fixture.expectSuccess('carl', 'meetCaseDeadline', { caseId, deadlineId: named[0].id });
    expect((await deadline(caseId, 'PROCEDURE')).state).toBe('MET');
    expect(await fixture.mutate('carl', 'meetCaseDeadline', { caseId, deadlineId: named[0].id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('are refused where they make no sense, and to everybody but the case worker', async () => {
    const caseId = await fixture.assigned();
    const set = (who: string, input: object) =>
      fixture.mutate(who, 'setCaseDeadline', { caseId, kind: 'APPEAL', startedAt: testStart, ...input });
    expect(await set('carl', { startedAt: '2026-10-06T09:00:00.000Z' })).toMatchObject({
      fields: [{ path: 'startedAt', rule: 'OUT_OF_RANGE' }],
    });
    expect(await set('carl', { dueAt: '2026-10-20T09:00:00.000Z' })).toMatchObject({
      fields: [{ path: 'dueAt', rule: 'CONTRADICTION' }],
    });
    expect(await set('carl', { kind: 'PROCEDURE' })).toMatchObject({ fields: [{ path: 'dueAt', rule: 'REQUIRED' }] });
    expect(await set('ada', {})).toMatchObject({ __typename: 'NotAllowedError' });
    for (const who of ['bea', 'cora', 'amira', 'uma', 'dana', 'sys'])
      expect(await set(who, {})).toMatchObject({ __typename: 'NotFoundError' });
    const receipt = (await read('carl', caseId)).deadlines[0].id;
    expect(await fixture.mutate('carl', 'meetCaseDeadline', { caseId, deadlineId: receipt })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await fixture.expectSuccess('ada', 'withdrawCase', { caseId });
    expect(await set('carl', {})).toMatchObject({ __typename: 'IllegalTransitionError', state: 'CLOSED' });
  });
});

describe('warnings', () => {
  it('reach the worker before a deadline and the manager after it, once each, however often the job runs', async () => {
    const caseId = await fixture.assigned();
    clock.set('2026-10-09T08:00:00Z');
    await drive('watch-deadlines', caseId, async () => (await told(caseId, 'DEADLINE_NEAR')).length > 0);
    expect(await told(caseId, 'DEADLINE_NEAR')).toEqual([{ recipient_kind: 'STAFF', recipient: 'carl' }]);
    expect(await told(caseId, 'DEADLINE_MISSED')).toEqual([]);
    clock.set('2026-10-12T23:00:00Z');
    await drive('watch-deadlines', caseId, async () => (await told(caseId, 'DEADLINE_MISSED')).length > 0);
    await fixture.sql(
      `select graphile_worker.add_job('watch-deadlines', json_build_object('caseId', $1::text, '_due', '2026-10-05T09:00:00Z'), job_key := 'again')`,
      [caseId],
    );
    await driveJobs(fixture, 'again', {
      what: 'the job to run again',
      until: async () => (await fixture.sql(`select 1 from graphile_worker.jobs where key = 'again'`)).length === 0,
    });
    expect(await told(caseId, 'DEADLINE_MISSED')).toEqual([
      { recipient_kind: 'STAFF', recipient: 'amira' },
      { recipient_kind: 'STAFF', recipient: 'carl' },
    ]);
    expect(await told(caseId, 'DEADLINE_NEAR')).toHaveLength(1);
    expect(await deadline(caseId, 'FIRST_CONTACT')).toMatchObject({ state: 'MISSED', isLate: true });
  });

  it('of a date that the student has to keep reach the student too, and none comes while its clock stands still', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'Hello.' });
    await fixture.expectSuccess('carl', 'setCaseDeadline', { caseId, kind: 'APPEAL', startedAt: testStart });
    await deadlines().pause(caseId as never, {
      from: at('2026-10-12T09:00:00Z'),
      basis: 'WRITTEN_AGREEMENT',
      reference: 'r',
    });
    clock.set('2026-10-30T12:00:00Z');
    await fixture.sql(
      `select graphile_worker.add_job('watch-deadlines', json_build_object('caseId', $1::text, '_due', '2026-10-05T09:00:00Z'), job_key := 'still')`,
      [caseId],
    );
    await driveJobs(fixture, 'still', {
      what: 'the job to run',
      until: async () => (await fixture.sql(`select 1 from graphile_worker.jobs where key = 'still'`)).length === 0,
    });
    expect(await told(caseId, 'DEADLINE_NEAR')).toEqual([]);
    await deadlines().resume(caseId as never, 'WRITTEN_AGREEMENT', at('2026-10-30T12:00:00Z'));
    clock.set('2026-11-06T12:00:00Z');
    await drive('watch-deadlines', caseId, async () => (await told(caseId, 'DEADLINE_NEAR')).length > 0);
    expect((await told(caseId, 'DEADLINE_NEAR')).map(({ recipient_kind: kind }) => kind)).toEqual(['STAFF', 'STUDENT']);
  });
});

describe('silence', () => {
  it('brings two reminders, rest after ten working days, and an end that can be taken back', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'awaitStudent', { caseId });
    const reminders = async () =>
      (
        await fixture.sql(
          'select number from case_reminder r join case_pause p on p.id = r.pause_id where p.case_id = $1',
          [caseId],
        )
      ).length;
    clock.set('2026-10-08T08:00:00Z');
    await drive('remind-student', caseId, async () => (await reminders()) === 1);
    clock.set('2026-10-14T08:00:00Z');
    await drive('remind-student', caseId, async () => (await reminders()) === 2);
    clock.set('2026-10-20T07:00:00Z');
    await drive('fall-dormant', caseId, async () => (await read('ada', caseId)).status === 'DORMANT');
    expect(
      await fixture.sql(`select 1 from graphile_worker.jobs where key = $1`, [`remind-student:${caseId}`]),
    ).toHaveLength(0);
    clock.set('2026-11-18T08:00:00Z');
    await drive('close-silent-case', caseId, async () => (await read('ada', caseId)).status === 'CLOSED');
    expect(await read('ada', caseId)).toMatchObject({
      outcome: 'NO_CONTACT',
      viewerActions: expect.arrayContaining(['REOPEN']),
    });
    await fixture.expectSuccess('ada', 'reopenCase', { caseId });
    expect(await read('carl', caseId)).toMatchObject({ status: 'REOPENED', outcome: null });
  });

  it('ends at the student’s word: no further reminder, and the clocks run again', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'awaitStudent', { caseId });
    clock.set('2026-10-06T09:00:00Z');
    await fixture.expectSuccess('ada', 'postCaseMessage', { caseId, body: 'Here I am.' });
    const keys = ['remind-student', 'fall-dormant', 'close-silent-case'].map((task) => `${task}:${caseId}`);
    expect(await fixture.sql('select 1 from graphile_worker.jobs where key = any($1)', [keys])).toHaveLength(0);
    expect(await deadline(caseId, 'FIRST_CONTACT')).toMatchObject({
      state: 'RUNNING',
      dueAt: '2026-10-13T22:59:59.999Z',
      pauses: [{ basis: 'WAITING_STUDENT', endsAt: '2026-10-06T09:00:00.000Z' }],
    });
  });
});

describe('a referral', () => {
  it('has its own deadline, met by the answer and owed no more once the consent is withdrawn', async () => {
    const caseId = await fixture.assigned();
    const referralId = await fixture.sent(caseId);
    expect(await deadline(caseId, 'REFERRAL', 'ada')).toMatchObject({
      dueAt: '2026-10-19T22:59:59.999Z',
      state: 'RUNNING',
    });
    await fixture.expectSuccess('dirk', 'acknowledgeReferral', { referralId });
    await fixture.expectSuccess('dirk', 'respondToReferral', { referralId, decision: 'AGREE', text: 'On Friday.' });
    expect(await deadline(caseId, 'REFERRAL')).toMatchObject({ state: 'MET' });
    const other = await fixture.assigned();
    const withdrawn = await fixture.sent(other);
    await fixture.expectSuccess('ada', 'withdrawReferralConsent', { referralId: withdrawn });
    expect(await deadline(other, 'REFERRAL')).toBeUndefined();
  });
});
