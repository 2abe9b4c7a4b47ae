import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyPending, storeReceived, type ReceivedEvent } from '@guildhall/events';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import fc from 'fast-check';
import { createRepositories } from '../src/app.js';
import { createHandlers } from '../src/handlers.js';
import { evidenceId } from '../src/record/evidence.js';
import { ask } from './ask.js';
import {
  Fixture,
  ids,
  learning,
  registrationEvents,
  stepDraft,
  type TestMember,
  type TestPath,
  type Told,
} from './fixture.js';

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

const attended = (attendedAt: string): Told => ({ attendedAt });

async function enrol(subject: string, { path }: TestPath): Promise<string> {
  const { enrolInPath } = await ask<{ enrolInPath: { enrolment: { id: string } } }>(
    test,
    subject,
    'mutation ($input: EnrolInPathInput!) { enrolInPath(input: $input) { ... on EnrolInPathSuccess { enrolment { id } } } }',
    { input: { pathId: path.id } },
  );
  return enrolInPath.enrolment.id;
}

/** Everything facts decide about an enrolment. */
async function stateOf(enrolmentId: string): Promise<unknown> {
  const [enrolment] = await test.dataSource.query('select status, completed_at from enrolment where id = $1', [
    enrolmentId,
  ]);
  const steps = await test.dataSource.query(
    'select p.status, p.passed_at, p.evidence from step_progress p join path_step s on s.id = p.step_id where enrolment_id = $1 order by s.position',
    [enrolmentId],
  );
  return { enrolment, steps };
}

const statuses = async (enrolmentId: string): Promise<readonly string[]> =>
  ((await stateOf(enrolmentId)) as { steps: { status: string }[] }).steps.map(({ status }) => status);
const statusOf = async (enrolmentId: string): Promise<string> =>
  ((await stateOf(enrolmentId)) as { enrolment: { status: string } }).enrolment.status;

/** Stores events and applies all that can be applied, through the real inbox. */
async function deliver(events: readonly ReceivedEvent[]): Promise<void> {
  await storeReceived(test.dataSource.manager, events, clock.now());
  const failures: unknown[] = [];
  const options = {
    dataSource: test.dataSource,
    handlers: createHandlers(createRepositories, { clock, ids }),
    clock,
    onFailure: ({ error }: { error: unknown }) => failures.push(error),
  };
  await waitFor('the inbox to come to rest', async () => {
    await applyPending(options);
    const open: readonly unknown[] = await test.dataSource.query(
      `select 1 from inbox_event e left join inbox_position p using (source, aggregate, aggregate_id)
       where e.applied_at is null and e.sequence = coalesce(p.last, 0) + 1`,
    );
    return open.length === 0;
  });
  expect(failures).toEqual([]);
}

describe('a confirmed attendance', () => {
  it('passes the step of its kind by itself, and its correction takes the step back', async () => {
    const { id } = await fixture.member('ada');
    const made = await fixture.path(rosa, [stepDraft('ATTEND'), stepDraft('REFLECT')]);
    const enrolmentId = await enrol('ada', made);
    const [confirmed, voided] = registrationEvents(id, [attended('2026-10-05T10:00:00.000Z'), 'voided']);
    if (confirmed === undefined || voided === undefined) throw new Error('two events were asked for');
    await deliver(registrationEvents(id, [attended('2026-10-05T08:00:00.000Z')], 'SOCIAL'));
    expect(await statuses(enrolmentId)).toEqual(['AVAILABLE', 'LOCKED']);
    await test.service.receive([confirmed]);
    await waitFor('the step to pass', async () => (await statuses(enrolmentId)).join() === 'PASSED,AVAILABLE');
    const [row] = await test.dataSource.query(
      'select passed_at, evidence from step_progress where enrolment_id = $1 and evidence is not null',
      [enrolmentId],
    );
    expect(row).toEqual({
      passed_at: new Date('2026-10-05T10:00:00.000Z'),
      evidence: [evidenceId('ATTENDANCE', confirmed.subject, id)],
    });
    await test.service.receive([voided]);
    await waitFor('the step to be taken back', async () => (await statuses(enrolmentId)).join() === 'AVAILABLE,LOCKED');
    expect(await statusOf(enrolmentId)).toBe('ENROLLED');
  });

  it('counts for whoever enrols afterwards, from the first day', async () => {
    const { id } = await fixture.member('bea');
    await deliver(registrationEvents(id, [attended('2026-09-20T10:00:00.000Z')]));
    await deliver(registrationEvents(id, [attended('2026-09-21T10:00:00.000Z'), 'voided'], 'SOCIAL'));
    const enrolmentId = await enrol(
      'bea',
      await fixture.path(rosa, [stepDraft('ATTEND'), stepDraft('ATTEND', { activityKind: 'SOCIAL' })]),
    );
    expect(await stateOf(enrolmentId)).toMatchObject({
      enrolment: { status: 'IN_PROGRESS' },
      steps: [{ status: 'PASSED', passed_at: new Date(testStart) }, { status: 'AVAILABLE' }],
    });
    const all = await enrol('bea', await fixture.path(rosa, [stepDraft('ATTEND')]));
    expect(await stateOf(all)).toMatchObject({ enrolment: { status: 'COMPLETED', completed_at: new Date(testStart) } });
  });

  it('takes completion back when it is voided, and leaves what the member passed by themselves', async () => {
    const { id } = await fixture.member('cy');
    const made = await fixture.path(rosa, [stepDraft('ATTEND'), stepDraft('REFLECT'), stepDraft('REFLECT')]);
    const enrolmentId = await enrol('cy', made);
    const [confirmed, voided, again] = registrationEvents(id, [
      attended('2026-10-05T10:00:00.000Z'),
      'voided',
      attended('2026-10-05T10:00:00.000Z'),
    ]);
    if (confirmed === undefined || voided === undefined || again === undefined)
      throw new Error('three events were asked for');
    const complete = (step: number) =>
      test.run('cy', 'mutation ($input: CompleteStepInput!) { completeStep(input: $input) { __typename } }', {
        input: {
          enrolmentId,
          stepId: made.steps[step]?.id,
          reflection: 'What I saw there, and what I would do another way next time.',
        },
      });
    await deliver([confirmed]);
    await complete(1);
    await deliver([voided]);
    expect(await statuses(enrolmentId)).toEqual(['AVAILABLE', 'PASSED', 'LOCKED']);
    expect((await complete(2)).data).toEqual({ completeStep: { __typename: 'IllegalTransitionError' } });
    await deliver([again]);
    await complete(2);
    expect(await statusOf(enrolmentId)).toBe('COMPLETED');
    const told: readonly { name: string; data: object }[] = await test.dataSource.query(
      `select name, data from outbox_event where aggregate = 'Enrolment' and aggregate_id = $1`,
      [enrolmentId],
    );
    expect(told).toMatchObject([{ name: 'PathCompleted', data: { enrolmentId, pathId: made.path.id, memberId: id } }]);
    const next = { ...voided, id: ids.ordered(), sequence: 4 };
    await deliver([next]);
    expect(await stateOf(enrolmentId)).toMatchObject({
      enrolment: { status: 'IN_PROGRESS', completed_at: null },
      steps: [{ status: 'AVAILABLE' }, { status: 'PASSED' }, { status: 'PASSED' }],
    });
  });

  it('passes one step each where a path asks for two of a kind', async () => {
    const { id } = await fixture.member('dee');
    const enrolmentId = await enrol('dee', await fixture.path(rosa, [stepDraft('ATTEND'), stepDraft('ATTEND')]));
    await deliver(registrationEvents(id, [attended('2026-10-05T12:00:00.000Z')]));
    expect(await statuses(enrolmentId)).toEqual(['PASSED', 'AVAILABLE']);
    const earlier = registrationEvents(id, [attended('2026-10-05T11:00:00.000Z'), 'voided']);
    await deliver(earlier.slice(0, 1));
    expect(await stateOf(enrolmentId)).toMatchObject({
      enrolment: { status: 'COMPLETED' },
      steps: [{ passed_at: new Date('2026-10-05T11:00:00.000Z') }, { passed_at: new Date('2026-10-05T12:00:00.000Z') }],
    });
    await deliver(earlier.slice(1));
    expect(await stateOf(enrolmentId)).toMatchObject({
      steps: [{ status: 'PASSED', passed_at: new Date('2026-10-05T12:00:00.000Z') }, { status: 'AVAILABLE' }],
    });
  });

  it('of a stranger, or voided without ever having been confirmed, changes nothing', async () => {
    const { id } = await fixture.member('eli');
    const enrolmentId = await enrol('eli', await fixture.path(rosa, [stepDraft('ATTEND')]));
    const before = await stateOf(enrolmentId);
    await deliver(registrationEvents(ids.ordered<'Member'>(), [attended('2026-10-05T10:00:00.000Z')]));
    await deliver(registrationEvents(id, ['voided']));
    expect(await stateOf(enrolmentId)).toEqual(before);
  });
});

/** Some events in some order, in batches, with repeats: what a broken network makes of what activities sent. */
type Delivery = {
  readonly tells: readonly (readonly Told[])[];
  readonly order: readonly number[];
  readonly batchSize: number;
  readonly enrolsAfter: number;
};

const told = fc.constantFrom<Told>(
  attended('2026-10-05T10:00:00.000Z'),
  attended('2026-10-05T11:00:00.000Z'),
  attended('2026-10-01T10:00:00.000Z'),
  'voided',
);
const delivery: fc.Arbitrary<Delivery> = fc.record({
  tells: fc.array(fc.array(told, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  batchSize: fc.integer({ min: 1, max: 5 }),
  enrolsAfter: fc.nat({ max: 8 }),
});

/** Every event at least once and some twice, in the order the numbers give. */
function shuffle(events: readonly ReceivedEvent[], order: readonly number[]): readonly ReceivedEvent[] {
  const twice = [...events, ...events.filter((_, index) => (order[index] ?? 0) % 3 === 0)];
  return twice
    .map((event, index) => ({ event, rank: order[index] ?? 0 }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ event }) => event);
}

describe('late, duplicate and out-of-order deliveries', () => {
  it('end as an orderly delivery ends, whenever the member enrols', async () => {
    const made = await fixture.path(rosa, [
      stepDraft('ATTEND'),
      stepDraft('REFLECT'),
      stepDraft('ATTEND'),
      stepDraft('ATTEND', { activityKind: 'SOCIAL' }),
    ]);
    let count = 0;
    const play = async (
      subject: string,
      batches: readonly (readonly ReceivedEvent[])[],
      enrolsAfter: number,
    ): Promise<string> => {
      let enrolmentId: string | undefined;
      for (const [index, batch] of batches.entries()) {
        if (index === enrolsAfter) enrolmentId = await enrol(subject, made);
        await deliver(batch);
      }
      return enrolmentId ?? enrol(subject, made);
    };
    await fc.assert(
      fc.asyncProperty(delivery, async ({ tells, order, batchSize, enrolsAfter }) => {
        const [orderly, shuffled] = await Promise.all(
          [0, 1].map(async () => fixture.member(`shuffled${(count += 1)}`)),
        );
        if (orderly === undefined || shuffled === undefined) throw new Error('two members were asked for');
        const kinds = ['TRAINING', 'TRAINING', 'SOCIAL', 'TRAINING'];
        const events = tells.map((one, index) => registrationEvents(shuffled.id, one, kinds[index]));
        // The same facts about another member, sent as they happened; only the last word of each registration remains.
        const same = events.map((list) => {
          const subject = ids.ordered();
          return list.map((event) => ({
            ...event,
            id: ids.ordered(),
            subject,
            data: { ...(event.data as object), registrationId: subject, memberId: orderly.id },
          }));
        });
        const mixed = shuffle(events.flat(), order);
        const batches = Array.from({ length: Math.ceil(mixed.length / batchSize) }, (_, index) =>
          mixed.slice(index * batchSize, (index + 1) * batchSize),
        );
        const one = await play(orderly.subject, same, 0);
        const other = await play(shuffled.subject, batches, enrolsAfter);
        const names = (state: unknown): unknown => {
          const { enrolment, steps } = state as { enrolment: object; steps: { evidence: string | null }[] };
          return { enrolment, steps: steps.map((step) => ({ ...step, evidence: step.evidence !== null })) };
        };
        expect(names(await stateOf(other))).toEqual(names(await stateOf(one)));
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
