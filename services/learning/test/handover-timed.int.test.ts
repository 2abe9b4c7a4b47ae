import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { Fixture, learning, type TestMember } from './fixture.js';
import { HandoverFixture, type Succession } from './handover-fixture.js';

const clock = new TestClock(testStart);
const day = 86_400_000;
let test: TestService;
let handovers: HandoverFixture;
let uma: TestMember;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  handovers = new HandoverFixture(test, new Fixture(test), clock);
  uma = await handovers.person('uma');
  await handovers.mandate({ member: uma, kind: 'UNION_OFFICER', from: -9, to: 2000 });
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

/** Runs a job now and waits until it is done; the queue has its own clock. */
async function run(task: string, capsuleId: string): Promise<void> {
  const key = randomUUID();
  await test.dataSource.query(
    `select graphile_worker.add_job($1, json_build_object('capsuleId', $2::text), run_at := now(), job_key := $3)`,
    [task, capsuleId, key],
  );
  await waitFor(
    `${task} to be done`,
    async () => (await handovers.count('graphile_worker.jobs where key = $1', key)) === 0,
  );
}

const stateOf = async (capsuleId: string): Promise<Record<string, unknown>> =>
  (
    await test.dataSource.query(
      'select status, accepted_at, sealed_at, forgotten_at, late_told_at from handover_capsule where id = $1',
      [capsuleId],
    )
  )[0];

async function accepted(): Promise<Succession> {
  const made = await handovers.succession();
  const itemId = await handovers.fill(made);
  await handovers.act(made.outgoing, 'handOver', { capsuleId: made.capsuleId });
  await handovers.act(made.successor, 'startHandoverShadowing', { capsuleId: made.capsuleId });
  await handovers.act(made.successor, 'askHandoverQuestion', { capsuleId: made.capsuleId, words: 'Who has the key?' });
  await handovers.act(made.successor, 'tickHandoverItem', { itemId, isTicked: true });
  await handovers.act(made.successor, 'acceptHandover', { capsuleId: made.capsuleId });
  return made;
}

describe('a handover that is behind', () => {
  it('reminds whoever it waits for a week before it is due', async () => {
    const made = await handovers.succession();
    clock.advance(23 * day);
    await run('remind-handover', made.capsuleId);
    const reminded = (await handovers.told(made.capsuleId)).slice(1);
    expect(reminded[0]).toEqual({ notice: 'HANDOVER_CHANGED', memberIds: [made.outgoing.id] });
    expect(new Set(reminded.flatMap(({ memberIds }) => memberIds))).toEqual(new Set([made.outgoing.id]));
    await handovers.fill(made);
    await handovers.act(made.outgoing, 'handOver', { capsuleId: made.capsuleId });
    const before = (await handovers.told(made.capsuleId)).length;
    await run('remind-handover', made.capsuleId);
    const later = (await handovers.told(made.capsuleId)).slice(before);
    expect(new Set(later.flatMap(({ memberIds }) => memberIds))).toEqual(new Set([made.successor.id]));
  });

  it('is told to both, to the officers of the group and of the union, once, and stays open to both', async () => {
    const made = await handovers.succession();
    const { capsuleId, outgoing, successor, groupId } = made;
    const treasurer = await handovers.person('tom');
    await handovers.mandate({ member: treasurer, groupId, kind: 'TREASURER', from: -9, to: 99 });
    expect(await handovers.read(outgoing, capsuleId, 'isLate')).toEqual({ isLate: false });
    clock.advance(30 * day);
    await run('alert-handover', capsuleId);
    await run('alert-handover', capsuleId);
    const late = (await handovers.told(capsuleId)).filter(({ notice }) => notice === 'HANDOVER_LATE');
    expect(late).toHaveLength(1);
    expect([...(late[0]?.memberIds ?? [])].sort()).toEqual([uma.id, treasurer.id, outgoing.id, successor.id].sort());
    expect(await handovers.read(outgoing, capsuleId, 'isLate viewerActions')).toEqual({
      isLate: true,
      viewerActions: ['WRITE'],
    });
  });

  it('is nobody’s business before that, or once it is accepted', async () => {
    const made = await accepted();
    clock.advance(30 * day);
    await run('alert-handover', made.capsuleId);
    await run('remind-handover', made.capsuleId);
    expect((await handovers.told(made.capsuleId)).map(({ notice }) => notice)).not.toContain('HANDOVER_LATE');
    expect(await stateOf(made.capsuleId)).toMatchObject({ late_told_at: null });
  });

  it('gives nobody the old rights any longer: what is read along ends when the new mandate begins', async () => {
    const made = await handovers.succession();
    await handovers.fill(made);
    await handovers.act(made.outgoing, 'handOver', { capsuleId: made.capsuleId });
    clock.advance(31 * day);
    const answer = await handovers.act(made.successor, 'startHandoverShadowing', { capsuleId: made.capsuleId });
    expect(answer).toMatchObject({ capsule: { status: 'SHADOWING' } });
    expect(await handovers.read(made.successor, made.capsuleId, 'shadowUntil')).toEqual({ shadowUntil: null });
    expect(
      await handovers.count(`outbox_event where name = 'ShadowAccessStarted' and aggregate_id = $1`, made.capsuleId),
    ).toBe(0);
  });
});

describe('an accepted handover', () => {
  it('is sealed two weeks later, at that instant, and emptied a year after it', async () => {
    const { capsuleId, outgoing, successor } = await accepted();
    const acceptedAt = clock.now().getTime();
    const sealedAt = new Date(acceptedAt + 14 * day);
    clock.set(new Date(sealedAt.getTime() + 3 * day).toISOString());
    await run('seal-handover', capsuleId);
    await run('seal-handover', capsuleId);
    expect(await stateOf(capsuleId)).toMatchObject({ status: 'SEALED', sealed_at: sealedAt });
    const keptUntil = new Date(sealedAt.getTime() + 365 * day);
    const fields = 'status keptUntil viewerActions items { title }';
    expect(await handovers.read(successor, capsuleId, fields)).toEqual({
      status: 'SEALED',
      keptUntil: keptUntil.toISOString(),
      viewerActions: [],
      items: [{ title: 'The mailbox' }],
    });
    expect(await handovers.act(successor, 'askHandoverQuestion', { capsuleId, words: 'Why?' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    clock.set(keptUntil.toISOString());
    await run('forget-handover', capsuleId);
    await run('forget-handover', capsuleId);
    expect(await handovers.read(outgoing, capsuleId, 'status items { title } questions { words }')).toEqual({
      status: 'SEALED',
      items: [],
      questions: [],
    });
    expect(await stateOf(capsuleId)).toMatchObject({ forgotten_at: keptUntil });
  });

  it('is sealed at the end of the new mandate when nobody accepted it', async () => {
    const { capsuleId } = await handovers.succession();
    clock.advance(395 * day);
    await run('seal-handover', capsuleId);
    expect(await stateOf(capsuleId)).toMatchObject({ status: 'SEALED', accepted_at: null, sealed_at: clock.now() });
  });
});
