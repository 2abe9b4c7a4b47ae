import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReceivedEvent } from '@guildhall/events';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import fc from 'fast-check';
import { ask } from './ask.js';
import { Fixture, learning, stepDraft, type TestMember, type TestPath } from './fixture.js';
import { deliver, eventsOf, type Telling, type ToldThing } from './record-events.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let path: TestPath;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  const rosa = await fixture.member('rosa');
  path = await fixture.path(rosa, [
    stepDraft('ATTEND'),
    stepDraft('VERIFIED_HOURS', { hoursRequired: 3 }),
    stepDraft('REFLECT'),
    stepDraft('HOLD_MANDATE', { daysRequired: 10 }),
    stepDraft('ATTEND', { activityKind: 'SOCIAL' }),
  ]);
});
afterAll(() => test.stop());

type Kind = 'attended' | 'led' | 'served' | 'held' | 'delivered';

/** What is told of one thing: whether its word is given or taken back, again and again, and on which day. */
type Plan = { readonly kind: Kind; readonly says: readonly boolean[]; readonly day: number };

const plan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.constantFrom<Kind>('attended', 'led', 'served', 'held', 'delivered'),
  says: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
  day: fc.integer({ min: 1, max: 28 }),
});

const at = (day: number): string => `2026-09-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const voidedAt = at(29);

/** The same thing told of a member; ids are those of the plan, so that two members can have done the same. */
function toldThing({ kind, says, day }: Plan, memberId: string, thingId: string): ToldThing {
  const subject = randomUUID();
  const attendance = {
    registrationId: subject,
    activityId: thingId,
    memberId,
    activityKind: day % 2 ? 'TRAINING' : 'SOCIAL',
  };
  const hours = { claimId: subject, memberId, minutes: 60 + day };
  const tell: Readonly<Record<Kind, (stands: boolean) => Telling>> = {
    attended: (stands) =>
      stands
        ? { name: 'AttendanceConfirmed', data: { ...attendance, attendedAt: at(day) } }
        : { name: 'AttendanceVoided', data: attendance },
    led: (stands) =>
      stands
        ? { name: 'ActivityLed', data: { activityId: thingId, memberId, role: 'LEAD', ledAt: at(day) } }
        : { name: 'ActivityLedVoided', data: { activityId: thingId, memberId, voidedAt } },
    served: (stands) =>
      stands
        ? { name: 'HoursVerified', data: { ...hours, workedOn: at(day).slice(0, 10), verifiedAt: at(day) } }
        : { name: 'HoursVoided', data: { ...hours, voidedAt } },
    held: (stands) =>
      stands
        ? {
            name: 'MandateStarted',
            data: { mandateId: subject, memberId, groupId: thingId, kind: 'OFFICER', from: at(day), to: at(30) },
          }
        : { name: 'MandateEnded', data: { mandateId: subject, endedAt: at(Math.max(1, day - 1)) } },
    delivered: () => ({ name: 'ProposalDelivered', data: { proposalId: thingId, memberIds: [memberId] } }),
  };
  // A mandate starts once, and what is told first of anything is that it is so.
  const words = kind === 'held' ? [true, ...says.slice(1, 2).map(() => false)] : [true, ...says.slice(1)];
  return { subject, tellings: words.map((word) => tell[kind](word)) };
}

/** Every event at least once and some twice, in the order the numbers give. */
function shuffle(events: readonly ReceivedEvent[], order: readonly number[]): readonly ReceivedEvent[] {
  const twice = [...events, ...events.filter((_, index) => (order[index] ?? 0) % 3 === 0)];
  return twice
    .map((event, index) => ({ event, rank: order[index] ?? 0 }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ event }) => event);
}

async function enrolAndReflect(subject: string): Promise<void> {
  const { enrolInPath } = await ask<{ enrolInPath: { enrolment: { id: string } } }>(
    test,
    subject,
    'mutation ($input: EnrolInPathInput!) { enrolInPath(input: $input) { ... on EnrolInPathSuccess { enrolment { id } } } }',
    { input: { pathId: path.path.id } },
  );
  expect(enrolInPath.enrolment.id).toBeDefined();
}

/** All that the record of a member says, and all that follows from it, without the ids that name the member. */
async function stateOf({ id }: TestMember): Promise<unknown> {
  const evidence = await test.dataSource.query(
    `select kind, happened_at, until, minutes, detail, is_standing, taken_back_at from evidence
     where member_id = $1 and (kind <> 'PATH_STEP' or is_standing) order by kind, happened_at, detail::text, is_standing, taken_back_at`,
    [id],
  );
  const steps = await test.dataSource.query(
    `select e.status as enrolment, e.completed_at, s.position, p.status, p.passed_at from enrolment e
     join step_progress p on p.enrolment_id = e.id join path_step s on s.id = p.step_id where e.member_id = $1 order by s.position`,
    [id],
  );
  return { evidence, steps };
}

describe('late, duplicate and out-of-order deliveries of everything a record is made of', () => {
  it('end as an orderly delivery ends: the same evidence, steps and enrolment', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(plan, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        fc.record({ batchSize: fc.integer({ min: 1, max: 6 }), enrolsAfter: fc.nat({ max: 8 }) }),
        async (plans, order, { batchSize, enrolsAfter }) => {
          count += 1;
          const orderly = await fixture.member(`orderly${count}`);
          const shuffled = await fixture.member(`shuffled${count}`);
          const things = plans.map(() => randomUUID());
          const tell = ({ id }: TestMember) =>
            plans.flatMap((one, index) => eventsOf(toldThing(one, id, things[index] ?? '')));
          await enrolAndReflect(orderly.subject);
          await deliver(test, clock, tell(orderly));
          const mixed = shuffle(tell(shuffled), order);
          let isEnrolled = false;
          for (let from = 0; from < mixed.length; from += batchSize) {
            if (from / batchSize === enrolsAfter) {
              await enrolAndReflect(shuffled.subject);
              isEnrolled = true;
            }
            await deliver(test, clock, mixed.slice(from, from + batchSize));
          }
          if (!isEnrolled) await enrolAndReflect(shuffled.subject);
          expect(await stateOf(shuffled)).toEqual(await stateOf(orderly));
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
