import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOutbox } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import { createJobQueue } from '@guildhall/subgraph';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { FactUnit } from '../src/deps.js';
import { passStep, takeBackStep } from '../src/enrolment/use-cases/pass-step.js';
import { mutate as send } from './ask.js';
import { Fixture, ids, learning, missingId, stepDraft, type TestMember, type TestPath } from './fixture.js';
import { deliver, done, eventsOf, type Telling } from './record-events.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let rosa: TestMember;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  rosa = await fixture.member('rosa');
});
afterAll(() => test.stop());

const thought = 'I thought about it, and next time I will ask somebody before I begin.';
const fields = 'enrolment { id status steps { status have passesAt reflection { words writtenAt } } }';
type Seen = { id: string; status: string; steps: { status: string; have: number | null; passesAt: string | null }[] };

const mutate = (subject: string | undefined, name: string, input: object) =>
  send<{ enrolment: Seen }>(test, subject, { name, input, success: fields });

async function enrolled(subject: string, { path }: TestPath): Promise<Seen> {
  const { enrolment, message } = await mutate(subject, 'enrolInPath', { pathId: path.id });
  if (enrolment === undefined) throw new Error(message);
  return enrolment;
}

/** What the member themselves reads of their enrolment. */
async function read(subject: string, { path }: TestPath): Promise<Seen> {
  const query = `query ($id: ID!) { path(id: $id) { viewerEnrolment { id status steps { status have passesAt reflection { words writtenAt } } } } }`;
  const { data } = await test.run(subject, query, { id: path.id });
  return (data as { path: { viewerEnrolment: Seen } }).path.viewerEnrolment;
}

const unitOf = (manager: TestService['dataSource']['manager']): FactUnit => ({
  ...createRepositories(manager),
  outbox: createOutbox(manager, clock, ids),
  jobs: createJobQueue(manager),
});

async function noticesOf(memberId: string): Promise<readonly string[]> {
  const rows: readonly { notice: string }[] = await test.dataSource.query(
    `select data->>'notice' as notice from outbox_event where name = 'LearningNotice' and data->'memberIds' ? $1 order by 1`,
    [memberId],
  );
  return rows.map(({ notice }) => notice);
}

/** Tells of an office that runs from `from` to `to`. */
function mandate(memberId: string, from: string, to: string): { subject: string; tellings: Telling[] } {
  const subject = ids.ordered();
  const data = { mandateId: subject, memberId, groupId: null, kind: 'COURSE_REP' as const, from, to };
  return { subject, tellings: [{ name: 'MandateStarted', data }] };
}

/** Runs the job of an enrolment now, whatever its time. */
async function runReachJob(enrolmentId: string): Promise<void> {
  await test.dataSource.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())`,
    [`reach-step:${enrolmentId}`],
  );
}

describe('holding an office', () => {
  it('passes a step at the instant the days are complete, by a job, and not before', async () => {
    const ann = await fixture.member('ann');
    const made = await fixture.path(rosa, [stepDraft('HOLD_MANDATE', { daysRequired: 10 })]);
    await deliver(test, clock, eventsOf(mandate(ann.id, '2026-09-30T09:00:00.000Z', '2027-06-30T09:00:00.000Z')));
    const enrolment = await enrolled('ann', made);
    expect(enrolment).toMatchObject({
      status: 'ENROLLED',
      steps: [{ status: 'AVAILABLE', have: 5, passesAt: '2026-10-10T09:00:00.000Z' }],
    });
    clock.set('2026-10-10T08:59:59.999Z');
    await waitFor('the early job to be put off', async () => {
      await runReachJob(enrolment.id);
      const [job] = await test.dataSource.query('select attempts from graphile_worker.jobs where key = $1', [
        `reach-step:${enrolment.id}`,
      ]);
      return job !== undefined && job.attempts > 0;
    });
    expect(await read('ann', made)).toMatchObject({ steps: [{ status: 'AVAILABLE', have: 9 }] });
    clock.set('2026-10-10T09:00:00.000Z');
    await waitFor('the step to pass', async () => {
      await runReachJob(enrolment.id);
      return (await read('ann', made)).status === 'COMPLETED';
    });
    expect(await read('ann', made)).toMatchObject({ steps: [{ status: 'PASSED', have: 10, passesAt: null }] });
    clock.set(testStart);
  });

  it('that ended early counts its days, and the rest has to come from another office', async () => {
    const ben = await fixture.member('ben');
    const made = await fixture.path(rosa, [stepDraft('HOLD_MANDATE', { daysRequired: 20 })]);
    await enrolled('ben', made);
    const first = mandate(ben.id, '2026-08-01T09:00:00.000Z', '2026-09-30T09:00:00.000Z');
    const ended: Telling = {
      name: 'MandateEnded',
      data: { mandateId: first.subject, endedAt: '2026-08-13T09:00:00.000Z' },
    };
    await deliver(test, clock, eventsOf({ ...first, tellings: [...first.tellings, ended] }));
    expect(await read('ben', made)).toMatchObject({ steps: [{ status: 'AVAILABLE', have: 12, passesAt: null }] });
    await deliver(test, clock, eventsOf(mandate(ben.id, '2026-09-20T09:00:00.000Z', '2026-10-20T09:00:00.000Z')));
    expect(await read('ben', made)).toMatchObject({ status: 'COMPLETED', steps: [{ status: 'PASSED', have: 20 }] });
  });
});

describe('verified hours', () => {
  it('pass a step by their sum, and take it back with a word to the member when they are voided', async () => {
    const cat = await fixture.member('cat');
    const made = await fixture.path(rosa, [stepDraft('VERIFIED_HOURS', { hoursRequired: 3 }), stepDraft('REFLECT')]);
    await enrolled('cat', made);
    const [one, two] = [done.served(cat.id, 100), done.served(cat.id, 80, '2026-09-22')];
    await deliver(test, clock, eventsOf(one));
    expect(await read('cat', made)).toMatchObject({ steps: [{ status: 'AVAILABLE', have: 1 }, { status: 'LOCKED' }] });
    const voided: Telling = {
      name: 'HoursVoided',
      data: { claimId: two.subject, memberId: cat.id, minutes: 80, voidedAt: testStart },
    };
    const [verified, taken] = eventsOf({ ...two, tellings: [...two.tellings, voided] });
    if (verified === undefined || taken === undefined) throw new Error('two events were asked for');
    await deliver(test, clock, [verified]);
    expect(await read('cat', made)).toMatchObject({ steps: [{ status: 'PASSED', have: 3 }, { status: 'AVAILABLE' }] });
    expect(await noticesOf(cat.id)).toEqual([]);
    await deliver(test, clock, [taken]);
    expect(await read('cat', made)).toMatchObject({ steps: [{ status: 'AVAILABLE', have: 1 }, { status: 'LOCKED' }] });
    expect(await noticesOf(cat.id)).toEqual(['STEP_TAKEN_BACK']);
  });
});

describe('a reflection', () => {
  it('passes its step, is kept for the member alone, and is asked for by no other step', async () => {
    await fixture.member('dan');
    await fixture.member('eva');
    const guide = await fixture.resource(rosa);
    const made = await fixture.path(rosa, [stepDraft('REFLECT'), stepDraft('READ', { resourceId: guide.id })]);
    const { id: enrolmentId } = await enrolled('dan', made);
    const [first, second] = made.steps.map(({ id }) => id);
    for (const reflection of [undefined, ' '.repeat(80), 'x'.repeat(49), 'x'.repeat(5001)])
      expect(await mutate('dan', 'completeStep', { enrolmentId, stepId: first, reflection })).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'reflection' }],
      });
    await mutate('dan', 'completeStep', { enrolmentId, stepId: first, reflection: ` ${thought} ` });
    expect(await read('dan', made)).toMatchObject({
      steps: [{ status: 'PASSED', reflection: { words: thought, writtenAt: testStart } }, { reflection: null }],
    });
    expect(await mutate('dan', 'completeStep', { enrolmentId, stepId: second, reflection: thought })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ rule: 'CONTRADICTION' }],
    });
    expect((await read('eva', made)) as unknown).toBeNull();
    expect(
      await createRepositories(test.dataSource.manager).reflections.listOf({ kind: 'anonymous' }, [toId(enrolmentId)]),
    ).toEqual([]);
  });
});

describe('what a test passed', () => {
  const judge = (
    work: typeof passStep | typeof takeBackStep,
    place: { enrolmentId: string; stepId: string; sourceId: string },
  ) =>
    test.dataSource.transaction((manager) =>
      work(
        unitOf(manager),
        {
          enrolmentId: toId(place.enrolmentId),
          stepId: toId(place.stepId),
          sourceId: place.sourceId,
          passedAt: clock.now(),
        },
        clock.now(),
      ),
    );

  it('stays passed when it is said twice, and is taken back by its own source alone', async () => {
    const fay = await fixture.member('fay');
    const made = await fixture.path(rosa, [stepDraft('QUIZ'), stepDraft('REFLECT')]);
    const { id: enrolmentId } = await enrolled('fay', made);
    const place = { enrolmentId, stepId: made.steps[0]?.id ?? '', sourceId: ids.ordered() };
    expect(await judge(passStep, place)).toMatchObject({ ok: true, value: { status: 'IN_PROGRESS' } });
    expect(await judge(passStep, { ...place, sourceId: ids.ordered() })).toMatchObject({ ok: true });
    expect(await read('fay', made)).toMatchObject({ steps: [{ status: 'PASSED' }, { status: 'AVAILABLE' }] });
    expect(await judge(takeBackStep, { ...place, sourceId: ids.ordered() })).toMatchObject({
      ok: false,
      error: { __typename: 'IllegalTransitionError' },
    });
    expect(await judge(takeBackStep, place)).toMatchObject({ ok: true });
    expect(await read('fay', made)).toMatchObject({ steps: [{ status: 'AVAILABLE' }, { status: 'LOCKED' }] });
    expect(await noticesOf(fay.id)).toEqual(['STEP_TAKEN_BACK']);
  });

  it('is refused in words, never in silence', async () => {
    await fixture.member('gus');
    const made = await fixture.path(rosa, [stepDraft('REFLECT'), stepDraft('QUIZ')]);
    const { id: enrolmentId } = await enrolled('gus', made);
    const [own, quiz] = made.steps.map(({ id }) => id);
    const sourceId = ids.ordered();
    const refused = { ok: false, error: { __typename: 'IllegalTransitionError' } };
    const missing = { ok: false, error: { __typename: 'NotFoundError' } };
    expect(await judge(passStep, { enrolmentId, stepId: own ?? '', sourceId })).toMatchObject(refused);
    expect(await judge(passStep, { enrolmentId, stepId: missingId, sourceId })).toMatchObject(missing);
    expect(await judge(passStep, { enrolmentId: missingId, stepId: quiz ?? '', sourceId })).toMatchObject(missing);
    await mutate('gus', 'dropEnrolment', { enrolmentId });
    expect(await judge(passStep, { enrolmentId, stepId: quiz ?? '', sourceId })).toMatchObject(refused);
  });
});
