import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cloudEventType, storeReceived, type ReceivedEvent } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Host } from '../src/host/host.js';
import type { Opportunity } from '../src/opportunity/opportunity.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture } from './fixture.js';
import { ServiceFixture, type PlannedShift } from './service-fixture.js';

const clock = new TestClock(testStart);
const door = toId<'LearningPath'>(randomUUID());
let test: TestService;
let service: ServiceFixture;
let ada: MemberId;
let omar: MemberId;
let rosa: MemberId;
let host: Host;
let opportunity: Opportunity;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  const fixture = new Fixture(test);
  service = new ServiceFixture(test);
  [ada, omar, rosa] = [await fixture.member('ada'), await fixture.member('omar'), await fixture.member('rosa')];
  host = await service.host({ contactId: omar });
  opportunity = await service.opportunity(host);
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const rows = (query: string, ...parameters: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
  test.dataSource.query(query, [...parameters]);

/** Delivers what learning tells of one enrolment through the real inbox, out of order and twice. */
async function deliver(memberId: MemberId, ...kinds: readonly ('TrainingHeld' | 'TrainingLapsed')[]): Promise<void> {
  const trainingId = randomUUID();
  const facts = { trainingId, memberId, pathId: door };
  const events = kinds.map((name, index): ReceivedEvent => ({
    specversion: '1.0',
    id: randomUUID(),
    type: cloudEventType(name),
    source: 'learning',
    subject: trainingId,
    time: testStart,
    datacontenttype: 'application/json',
    name,
    aggregate: 'Training',
    sequence: index + 1,
    data: name === 'TrainingHeld' ? { ...facts, heldAt: testStart } : facts,
  }));
  for (const batch of [events.toReversed(), events]) await storeReceived(test.dataSource.manager, batch, clock.now());
  await waitFor(
    'the events to be applied',
    async () =>
      (await rows('select 1 from inbox_event where aggregate_id = $1 and applied_at is null', trainingId)).length === 0,
  );
}

/** Years ahead and days apart, so that no job is due before a test says so and no test meets the caps of another. */
let day = 0;
function times() {
  day += 20;
  const startsAt = new Date(Date.parse('2096-01-01T10:00:00Z') + day * 86_400_000);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) };
}
const asking = (changes: { readonly needed?: number; readonly asksHost?: Opportunity } = {}): Promise<PlannedShift> =>
  service.shift(changes.asksHost ?? opportunity, { ...times(), requiredPathId: door, needed: changes.needed ?? 2 });
const signUp = (subject: string, { shift, role }: PlannedShift) =>
  service.act(subject, 'signUpForShift', { shiftId: shift.id, roleId: role.id });
const missing = { __typename: 'TrainingMissingError', message: expect.stringContaining('training') };

describe('a role that asks for training', () => {
  it('says so, and refuses whoever lacks it, with the path to complete', async () => {
    const planned = await asking();
    const { data } = await test.run(
      'ada',
      `query ($id: ID!) { shift(id: $id) { roles { requiredTraining { path { id } } viewerLacksTraining } } }`,
      { id: planned.shift.id },
    );
    expect(data?.['shift']).toEqual({
      roles: [{ requiredTraining: { path: { id: door } }, viewerLacksTraining: true }],
    });
    const refused = await test.run(
      'ada',
      `mutation ($input: SignUpForShiftInput!) { signUpForShift(input: $input) { ... on TrainingMissingError { missing { path { id } } } } }`,
      { input: { shiftId: planned.shift.id, roleId: planned.role.id } },
    );
    expect(refused.data?.['signUpForShift']).toEqual({ missing: [{ path: { id: door } }] });
    await deliver(ada, 'TrainingHeld');
    expect(await signUp('ada', planned)).toMatchObject({ signup: { status: 'ACCEPTED' } });
    const after = await test.run('ada', 'query ($id: ID!) { shift(id: $id) { roles { viewerLacksTraining } } }', {
      id: planned.shift.id,
    });
    expect(after.data?.['shift']).toEqual({ roles: [{ viewerLacksTraining: false }] });
  });

  it('asks again when a place is taken over and when the host says yes', async () => {
    const planned = await asking({ needed: 1 });
    const held = await signUp('ada', planned);
    const signupId = (held['signup'] as { id: string }).id;
    await service.act('ada', 'offerShiftSwap', { signupId });
    expect(await service.act('rosa', 'takeShiftSwap', { signupId })).toMatchObject(missing);

    const asked = await asking({ asksHost: await service.opportunity(host, { asksHost: true }) });
    const request = await service.signup(asked, rosa, { status: 'REQUESTED' });
    expect(await service.act('omar', 'acceptSignup', { signupId: request.id })).toMatchObject(missing);
    const lacks = 'query ($id: ID!) { shiftSignup(id: $id) { lacksTraining } }';
    for (const who of ['omar', 'rosa'])
      expect((await test.run(who, lacks, { id: request.id })).data?.['shiftSignup']).toEqual({ lacksTraining: true });
    // Whoever may take a place over sees the place, and nothing of what its holder has learned.
    expect((await test.run('rosa', lacks, { id: signupId })).data?.['shiftSignup']).toEqual({ lacksTraining: null });

    await deliver(rosa, 'TrainingHeld', 'TrainingLapsed');
    expect(await service.act('omar', 'acceptSignup', { signupId: request.id })).toMatchObject(missing);
    await deliver(rosa, 'TrainingHeld');
    expect(await service.act('omar', 'acceptSignup', { signupId: request.id })).toMatchObject({
      signup: { status: 'ACCEPTED' },
    });
    expect(await service.act('rosa', 'takeShiftSwap', { signupId })).toMatchObject({ signup: { status: 'ACCEPTED' } });
  });
});

describe('a shift that begins', () => {
  const runs = async (key: string): Promise<boolean> => {
    await rows(
      'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())',
      key,
    );
    return (await rows('select 1 from graphile_worker.jobs where key = $1', key)).length === 0;
  };
  const plan = async (requiredPathId: string | undefined) => {
    const { startsAt, endsAt } = times();
    const { data } = await test.run(
      'omar',
      'mutation ($input: PlanShiftInput!) { planShift(input: $input) { ... on PlanShiftSuccess { shift { id roles { id } } } } }',
      {
        input: {
          opportunityId: opportunity.id,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          meetingPoint: 'At the door.',
          isHard: false,
          roles: [
            { name: 'Door steward', needed: 3, requiredPathId },
            { name: 'Coats', needed: 3 },
          ],
        },
      },
    );
    const { shift } = (data ?? {})['planShift'] as { shift: { id: string; roles: readonly { id: string }[] } };
    return { shift, startsAt, steward: shift.roles[0]?.id ?? '', coats: shift.roles[1]?.id ?? '' };
  };

  it('makes places requests again whose holders lost the training, and tells them and the host; no others', async () => {
    const [kim, lou, max] = [await member('kim'), await member('lou'), await member('max')];
    const { shift, startsAt, steward, coats } = await plan(door);
    const training = randomUUID();
    await rows(`insert into training values ($1, $2, $3, now(), now())`, training, kim, door);
    await deliver(lou, 'TrainingHeld');
    const places = [
      ['kim', steward],
      ['lou', steward],
      ['max', coats],
    ] as const;
    for (const [who, roleId] of places)
      expect(await service.act(who, 'signUpForShift', { shiftId: shift.id, roleId })).toMatchObject({
        signup: { status: 'ACCEPTED' },
      });
    await rows('update training set held_at = null where id = $1', training);
    clock.set(startsAt.toISOString());
    await waitFor('the training to be asked for again', () => runs(`check-shift-training:${shift.id}`));
    const standing = await rows('select member_id, status from shift_signup where shift_id = $1', shift.id);
    expect(new Map(standing.map((row) => [row['member_id'], row['status']]))).toEqual(
      new Map([
        [kim, 'REQUESTED'],
        [lou, 'ACCEPTED'],
        [max, 'ACCEPTED'],
      ]),
    );
    const told = await rows(
      `select data->'memberIds' as members from outbox_event where name = 'ActivityNotice' and data->>'sourceId' = $1`,
      shift.id,
    );
    expect(told).toEqual([{ members: [kim, omar] }]);
    // Training that comes again a little late is training: the host may say yes while the shift goes on.
    await deliver(kim, 'TrainingHeld');
    const [request] = await rows('select id from shift_signup where shift_id = $1 and member_id = $2', shift.id, kim);
    expect(await service.act('omar', 'acceptSignup', { signupId: request?.['id'] })).toMatchObject({
      signup: { status: 'ACCEPTED' },
    });
  });

  it('asks for nothing where no role does', async () => {
    const { shift } = await plan(undefined);
    expect(await rows('select 1 from graphile_worker.jobs where key = $1', `check-shift-training:${shift.id}`)).toEqual(
      [],
    );
  });
});

const member = (subject: string): Promise<MemberId> => new Fixture(test).member(subject);
