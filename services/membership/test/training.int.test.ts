import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cloudEventType, storeReceived, type ReceivedEvent } from '@guildhall/events';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Group } from '../src/group/group.js';
import type { Position } from '../src/group/mandate.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';
import { GroupActs } from './group-acts.js';

const clock = new TestClock(testStart);
const [money, doors] = [randomUUID(), randomUUID()];
// Far enough ahead that no job is due before a test says so.
const [start, end] = ['2096-10-12T00:00:00.000Z', '2097-10-12T00:00:00.000Z'];
let test: TestService;
let fixture: Fixture;
let acts: GroupActs;
let ada: Member;
let omar: Member;
let uma: Member;
let group: Group;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  acts = new GroupActs(test);
  [ada, omar, uma] = [await fixture.member('ada'), await fixture.member('omar'), await fixture.member('uma')];
  await fixture.member('mo');
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), uma.id);
  group = await fixture.group('Chess', [ada.id, omar.id]);
  await fixture.mandate(await fixture.position(group.id), omar.id);
  await rows(`update mandate set ends_at = '2099-01-01'`);
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const rows = (query: string, ...parameters: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
  test.dataSource.query(query, [...parameters]);

/** Delivers what learning tells of one enrolment, in the order given, through the real inbox. */
async function deliver(memberId: string, pathId: string, ...kinds: readonly ('TrainingHeld' | 'TrainingLapsed')[]) {
  const trainingId = randomUUID();
  const facts = { trainingId, memberId, pathId };
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
  // The last comes first, and everything twice: order and number of deliveries change nothing.
  for (const batch of [events.toReversed(), events]) await storeReceived(test.dataSource.manager, batch, clock.now());
  await waitFor('the events to be applied', async () => {
    const open = await rows('select 1 from inbox_event where aggregate_id = $1 and applied_at is null', trainingId);
    return open.length === 0;
  });
}

const told = async (member: Member): Promise<readonly unknown[]> =>
  (
    await rows(
      `select reason || ' ' || subject_kind as what from notification where member_id = $1 order by what`,
      member.id,
    )
  ).map(({ what }) => what);
const starts = async (mandateId: string) =>
  (
    await rows(
      `select data->>'from' as at from outbox_event where name = 'MandateStarted' and aggregate_id = $1`,
      mandateId,
    )
  ).map(({ at }) => at);
const rightsOf = async (member: Member): Promise<readonly unknown[]> =>
  (
    await rows(
      'select kind from actor_mandate where member_id = $1 and starts_at <= $2 and ends_at > $2 order by kind',
      member.id,
      clock.now(),
    )
  ).map(({ kind }) => kind);
const runs = async (key: string): Promise<boolean> => {
  await acts.hurry(key);
  return (await rows('select 1 from graphile_worker.jobs where key = $1', key)).length === 0;
};

/** A position that asks for the path, in a group of these two people. */
async function asking(pathId: string | undefined, kind: Position['kind'] = 'OFFICER'): Promise<Position> {
  const position = await fixture.position(group.id, kind);
  if (pathId !== undefined) await acts.act('omar', 'requirePositionTraining', { positionId: position.id, pathId });
  return position;
}
async function appoint(position: Position, memberId: string, startsAt: string = start) {
  const given = await acts.act('omar', 'appointToPosition', {
    positionId: position.id,
    memberId,
    startsAt,
    endsAt: startsAt === start ? end : '2027-08-01T00:00:00Z',
  });
  return given['mandate'] as { id: string; isWaiting: boolean; missingTraining: readonly { path: { id: string } }[] };
}
const look = async (subject: string | undefined) =>
  (
    await test.run(
      subject,
      `query ($id: ID!) { group(id: $id) { positions { id requiredTraining { path { id } } holders { id missingTraining { path { id } } }
         waiting { id isWaiting missingTraining { path { id } } } } } }`,
      { id: group.id },
    )
  ).data?.['group'] as {
    positions: readonly {
      id: string;
      requiredTraining: readonly { path: { id: string } }[];
      holders: readonly { id: string; missingTraining: readonly { path: { id: string } }[] | null }[];
      waiting: readonly { id: string; isWaiting: boolean }[];
    }[];
  };

describe('what offices ask for', () => {
  it('is said of a position by those who lead its group, and of a kind by the union, by version', async () => {
    const position = await fixture.position(group.id, 'SECRETARY');
    const own = { positionId: position.id, pathId: doors };
    expect(await acts.kind('ada', 'requirePositionTraining', own)).toBe('NotAllowedError');
    expect(await acts.act('omar', 'requirePositionTraining', own)).toMatchObject({
      position: { requiredTraining: [{ path: { id: doors } }], ownTraining: { path: { id: doors } } },
    });
    const rule = { kind: 'SECRETARY', pathId: money };
    for (const who of ['omar', 'mo']) expect(await acts.kind(who, 'decideTrainingRule', rule)).toBe('NotAllowedError');
    expect(await acts.act('uma', 'decideTrainingRule', rule)).toMatchObject({
      rule: {
        kind: 'SECRETARY',
        version: 1,
        training: { path: { id: money } },
        since: testStart,
        viewerActions: ['DECIDE'],
      },
    });
    expect(await acts.act('uma', 'decideTrainingRule', rule)).toMatchObject({ rule: { version: 1 } });
    const asked = (await look(undefined)).positions.find(({ id }) => id === position.id)?.requiredTraining;
    expect(asked).toEqual([{ path: { id: money } }, { path: { id: doors } }]);
    expect(await acts.act('uma', 'decideTrainingRule', { kind: 'SECRETARY' })).toMatchObject({
      rule: { version: 2, training: null },
    });
    expect(await acts.act('omar', 'requirePositionTraining', { positionId: position.id })).toMatchObject({
      position: { requiredTraining: [], ownTraining: null },
    });
    const { data } = await test.run(undefined, '{ trainingRules { kind version viewerActions } }');
    expect(data?.['trainingRules']).toHaveLength(7);
    expect(data?.['trainingRules']).toContainEqual({ kind: 'SECRETARY', version: 2, viewerActions: [] });
  });

  it('keeps every version when officers decide at the same time', async () => {
    const decide = (pathId: string) => acts.kind('uma', 'decideTrainingRule', { kind: 'WELFARE_LEAD', pathId });
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => decide(randomUUID())));
    expect(new Set(outcomes)).toEqual(new Set(['DecideTrainingRuleSuccess']));
    const versions = await rows(`select version from training_rule where kind = 'WELFARE_LEAD' order by version`);
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    await acts.act('uma', 'decideTrainingRule', { kind: 'WELFARE_LEAD' });
  });

  it('refuses a position that is missing, hidden or of a group that has ended', async () => {
    expect(await acts.kind('uma', 'requirePositionTraining', { positionId: acts.missing })).toBe('NotFoundError');
    const gone = await fixture.group('Gone', [], 'DISSOLVED');
    const { id: positionId } = await fixture.position(gone.id, 'OFFICER');
    expect(await acts.kind('uma', 'requirePositionTraining', { positionId })).toBe('IllegalTransitionError');
  });
});

describe('a mandate that begins now', () => {
  it('is refused without training, with the path to complete, and given with it', async () => {
    const position = await asking(money);
    const post = { positionId: position.id, memberId: ada.id, startsAt: testStart, endsAt: '2027-08-01T00:00:00Z' };
    const { data } = await test.run(
      'omar',
      `mutation ($input: AppointToPositionInput!) { appointToPosition(input: $input) { __typename
        ... on TrainingMissingError { message missing { path { id } } } } }`,
      { input: post },
    );
    expect(data?.['appointToPosition']).toMatchObject({
      __typename: 'TrainingMissingError',
      missing: [{ path: { id: money } }],
    });
    await deliver(ada.id, money, 'TrainingHeld');
    const { id } = await appoint(position, ada.id, testStart);
    expect(await starts(id)).toEqual([testStart]);
    expect(await rightsOf(ada)).toEqual(['OFFICER']);
    await acts.act('omar', 'endMandate', { mandateId: id });
  });

  it('says nothing of a stranger’s training to whoever names them', async () => {
    const position = await asking(money);
    const stranger = await fixture.member('stranger');
    const post = {
      positionId: position.id,
      memberId: stranger.id,
      startsAt: testStart,
      endsAt: '2027-08-01T00:00:00Z',
    };
    expect(await acts.act('omar', 'appointToPosition', post)).toEqual({
      __typename: 'ConflictError',
      message: 'This person is not a member of the group.',
    });
  });

  it('asks for training that stands: what was taken back does not count, what came again does', async () => {
    const position = await asking(doors);
    await deliver(ada.id, doors, 'TrainingHeld', 'TrainingLapsed');
    const post = { positionId: position.id, memberId: ada.id, startsAt: testStart, endsAt: '2027-08-01T00:00:00Z' };
    expect(await acts.kind('omar', 'appointToPosition', post)).toBe('TrainingMissingError');
    await deliver(ada.id, doors, 'TrainingHeld', 'TrainingLapsed', 'TrainingHeld');
    expect(await acts.kind('omar', 'appointToPosition', post)).toBe('AppointToPositionSuccess');
  });
});

describe('a mandate that begins later', () => {
  it('begins at its first instant when its holder has learned by then, and was told at once and a week before', async () => {
    const path = randomUUID();
    const ben = await fixture.member('ben');
    await join(ben);
    const { id, missingTraining, isWaiting } = await appoint(await asking(path), ben.id);
    expect([missingTraining, isWaiting]).toEqual([[{ path: { id: path } }], false]);
    expect(await told(ben)).toEqual(['MANDATE_STARTED MANDATE', 'TRAINING_MISSING LEARNING_PATH']);
    clock.set('2096-10-05T00:00:00.000Z');
    await waitFor('the reminder', () => runs(`remind-training:${id}`));
    expect(await told(ben)).toHaveLength(3);
    await deliver(ben.id, path, 'TrainingHeld');
    expect([await starts(id), await rightsOf(ben)]).toEqual([[], []]);
    clock.set(start);
    await waitFor('it to begin', () => runs(`begin-mandate:${id}`));
    expect([await starts(id), await rightsOf(ben)]).toEqual([[start], ['OFFICER']]);
  });

  it('is held back without training, gives no right, is shown to those who lead, and begins when the training comes', async () => {
    const path = randomUUID();
    const cas = await fixture.member('cas');
    await join(cas);
    const position = await asking(path);
    const { id } = await appoint(position, cas.id);
    clock.set(start);
    await waitFor('it to be held back', () => runs(`begin-mandate:${id}`));
    expect([await starts(id), await rightsOf(cas)]).toEqual([[], []]);
    for (const leads of [uma, omar]) expect(await told(leads)).toContain('TRAINING_MISSING MANDATE');
    const shown = async (subject: string | undefined) =>
      (await look(subject)).positions.find((one) => one.id === position.id);
    const waiting = [{ id, isWaiting: true, missingTraining: [{ path: { id: path } }] }];
    expect(await shown('uma')).toMatchObject({ holders: [], waiting });
    for (const who of ['ada', 'mo', undefined]) expect(await shown(who)).toMatchObject({ holders: [], waiting: [] });
    // Its seat is taken all the same.
    expect(
      await acts.kind('uma', 'appointToPosition', {
        positionId: position.id,
        memberId: ada.id,
        startsAt: start,
        endsAt: end,
      }),
    ).toBe('LimitReachedError');
    clock.set('2096-10-20T00:00:00.000Z');
    await deliver(cas.id, path, 'TrainingHeld');
    expect([await starts(id), await rightsOf(cas)]).toEqual([['2096-10-20T00:00:00.000Z'], ['OFFICER']]);
    await deliver(cas.id, path, 'TrainingHeld', 'TrainingLapsed');
    expect(await rightsOf(cas)).toEqual(['OFFICER']);
  });

  it('never begins once it was ended', async () => {
    const path = randomUUID();
    const dee = await fixture.member('dee');
    await join(dee);
    const { id } = await appoint(await asking(path), dee.id);
    await acts.act('omar', 'endMandate', { mandateId: id });
    clock.set('2096-10-20T00:00:00.000Z');
    await deliver(dee.id, path, 'TrainingHeld');
    expect([await starts(id), await rightsOf(dee)]).toEqual([[], []]);
  });

  it('is bound by what was asked when it was given, not by a rule that came later', async () => {
    const position = await asking(undefined);
    const { id } = await appoint(position, ada.id);
    expect(await starts(id)).toEqual([start]);
    await acts.act('omar', 'requirePositionTraining', { positionId: position.id, pathId: randomUUID() });
    clock.set(start);
    expect(await rightsOf(ada)).toContain('OFFICER');
    const holder = (await look('uma')).positions.find(({ id: one }) => one === position.id)?.holders;
    expect(holder).toMatchObject([{ id, missingTraining: [{ path: { id: expect.any(String) } }] }]);
    const shown = (await look(undefined)).positions.find(({ id: one }) => one === position.id)?.holders;
    expect(shown).toEqual([{ id, missingTraining: null }]);
  });

  it('begins once, however the training and its first instant meet', async () => {
    const meetings = await Promise.all(
      Array.from({ length: 4 }, async (_unused, index) => {
        const path = randomUUID();
        const member = await fixture.member(`meets${index}`);
        await join(member);
        return { path, member, id: (await appoint(await asking(path), member.id)).id };
      }),
    );
    clock.set(start);
    await Promise.all(
      meetings.flatMap(({ path, member, id }) => [
        deliver(member.id, path, 'TrainingHeld'),
        waitFor('it to be decided', () => runs(`begin-mandate:${id}`)),
      ]),
    );
    for (const { id } of meetings) expect(await starts(id)).toEqual([start]);
  });
});

describe('lists', () => {
  it('ask for the training of all positions together', async () => {
    const count = () => test.countStatements(() => look('uma'));
    const few = await count();
    for (let more = 0; more < 5; more += 1) await asking(randomUUID());
    expect(await count()).toHaveLength(few.length);
  });
});

async function join(member: Member): Promise<void> {
  await acts.act(member.subject, 'joinGroup', { groupId: group.id });
}
