import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { noteOccasion } from '../src/activity-needs/note-occasion.handler.js';
import { activityPlaceHandlers } from '../src/activity-place/activity-place.handlers.js';
import { createRepositories } from '../src/app.js';
import type { Group } from '../src/group/group.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const startsAt = new Date(Date.parse(testStart) + 48 * hourMs);
const endsAt = new Date(startsAt.getTime() + 3 * hourMs);
let test: TestService;
let fixture: Fixture;
let chess: Group;
let people: Readonly<Record<string, Member>>;
let made = 0;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  const members = await Promise.all(
    ['ada', 'bea', 'cem', 'omar', 'wen', 'tia', 'uma'].map((subject) => fixture.member(subject)),
  );
  people = Object.fromEntries(members.map((member) => [member.subject, member]));
  chess = await fixture.group('Chess', [idOf('omar')]);
  await fixture.mandate(await fixture.position(chess.id), idOf('omar'));
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), idOf('uma'));
  for (const who of ['ada', 'bea', 'cem'])
    await test.run(who, 'mutation ($input: WriteNeedsInput!) { writeNeeds(input: $input) { __typename } }', {
      input: { needs: who === 'cem' ? ['VEGAN'] : ['STEP_FREE', 'VEGAN'], accessNote: `${who} needs a ramp.` },
    });
});
afterAll(() => test.stop());

function idOf(subject: string): Member['id'] {
  const member = people[subject];
  if (member === undefined) throw new Error(`${subject} was made`);
  return member.id;
}
const newId = (): Id<'Activity'> =>
  `018f0000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}` as Id<'Activity'>;
/** An activity that tia leads and wen looks after people at, in a room with steps. */
async function occasion(changes: Partial<Parameters<typeof noteOccasion>[1]> = {}): Promise<Id<'Activity'>> {
  const activityId = changes.activityId === undefined ? newId() : (changes.activityId as Id<'Activity'>);
  await noteOccasion(test.dataSource.manager, {
    activityId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isOpen: true,
    accessFeatures: ['HEARING_LOOP'],
    groupId: chess.id,
    teamIds: [idOf('tia')],
    welfareLeadIds: [idOf('wen')],
    ...changes,
  });
  return activityId;
}
const registrations = new Map<string, string>();
async function hold(activityId: string, who: string, isHeld = true): Promise<void> {
  const name = `${activityId} ${who}`;
  const registrationId = registrations.get(name) ?? newId();
  registrations.set(name, registrationId);
  const data = { registrationId, activityId, memberId: idOf(who), isHeld, changedAt: clock.now().toISOString() };
  // What an event carries beside its data is not looked at.
  await activityPlaceHandlers.PlaceHeld?.(test.dataSource.manager, { data } as never);
}
type Fields = Readonly<Record<string, unknown>>;
const share = async (who: string | undefined, activityId: string, fields: readonly string[] = ['ACCESS', 'DIET']) =>
  (
    await test.run(
      who,
      'mutation ($input: ShareNeedsInput!) { shareNeeds(input: $input) { __typename ... on ShareNeedsSuccess { consent { id until activity { id } } } ... on UserError { message } ... on ValidationError { fields { path } } } }',
      { input: { activityId, fields } },
    )
  ).data?.['shareNeeds'] as Fields;
const read = async (who: string | undefined, activityId: string) =>
  (
    await test.run(
      who,
      'mutation ($input: ReadActivityNeedsInput!) { readActivityNeeds(input: $input) { __typename ... on ReadActivityNeedsSuccess { shared { member { displayName } needs accessNote dietNote } } ... on UserError { message } } }',
      { input: { activityId } },
    )
  ).data?.['readActivityNeeds'] as Fields;
async function seen(who: string | undefined, activityId: string): Promise<Fields> {
  const { data, errors } = await test.run(
    who,
    `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Activity {
       needs { people counts { need people isUnmet } isVenueKnown unmetPeople } needsActions viewerNeedsConsent { status } } } }`,
    { ids: [{ __typename: 'Activity', id: activityId }] },
  );
  expect(errors).toBeUndefined();
  const [found] = (data ?? {})['_entities'] as readonly Fields[];
  return found ?? {};
}

describe('needs at one activity', () => {
  it('are counted for who organises it, from consents of those who hold a place, as small as they are', async () => {
    const activityId = await occasion();
    await hold(activityId, 'ada');
    await hold(activityId, 'cem');
    for (const who of ['ada', 'bea', 'cem'])
      expect(await share(who, activityId)).toMatchObject({ consent: { activity: { id: activityId } } });
    const figures = {
      people: 2,
      counts: [
        { need: 'VEGAN', people: 2, isUnmet: false },
        { need: 'STEP_FREE', people: 1, isUnmet: true },
      ],
      isVenueKnown: true,
      unmetPeople: 1,
    };
    for (const who of ['omar', 'tia']) expect((await seen(who, activityId)).needs).toEqual(figures);
    expect(await seen('wen', activityId)).toMatchObject({
      needs: figures,
      needsActions: ['SHARE', 'SEE_COUNTS', 'READ_NAMES'],
    });
    for (const who of ['ada', 'uma', undefined]) expect((await seen(who, activityId)).needs).toBeNull();
    expect(await seen('ada', activityId)).toMatchObject({ needsActions: [], viewerNeedsConsent: { status: 'LIVE' } });
    await hold(activityId, 'bea');
    expect((await seen('omar', activityId)).needs).toMatchObject({ people: 3, unmetPeople: 2 });
  });

  it('without a known venue fail nobody, and what was not shared is not counted', async () => {
    const activityId = await occasion({ accessFeatures: undefined });
    await hold(activityId, 'ada');
    await share('ada', activityId, ['DIET']);
    expect((await seen('omar', activityId)).needs).toEqual({
      people: 1,
      counts: [{ need: 'VEGAN', people: 1, isUnmet: false }],
      isVenueKnown: false,
      unmetPeople: 0,
    });
  });

  it('are shared by members, once, with something named, where there is such an activity', async () => {
    const activityId = await occasion();
    expect(await share('ada', activityId, [])).toMatchObject({ fields: [{ path: 'fields' }] });
    expect(await share(undefined, activityId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await share('ada', missing)).toMatchObject({ __typename: 'NotFoundError' });
    const answers = await Promise.all([share('ada', activityId), share('ada', activityId)]);
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(
      new Set(['ConflictError', 'ShareNeedsSuccess']),
    );
    const other = await occasion();
    expect(await share('ada', other)).toMatchObject({ __typename: 'ShareNeedsSuccess' });
  });

  it('end with the place, and a place taken again starts with nothing shared', async () => {
    const activityId = await occasion();
    await hold(activityId, 'ada');
    await share('ada', activityId);
    clock.advance(1000);
    await hold(activityId, 'ada', false);
    expect(await seen('ada', activityId)).toMatchObject({ needsActions: ['SHARE'], viewerNeedsConsent: null });
    clock.advance(1000);
    await hold(activityId, 'ada');
    expect((await seen('omar', activityId)).needs).toMatchObject({ people: 0 });
  });

  it('cannot be shared twice for one activity even past the use case, nor moved to another', async () => {
    const activityId = await occasion();
    await share('ada', activityId);
    const again = `insert into member_consent select gen_random_uuid(), member_id, purpose, fields, audience, group_id, from_at, to_at, null, 1, activity_id
      from member_consent where activity_id = $1`;
    await expect(test.dataSource.query(again, [activityId])).rejects.toThrow('member_consent_one_alive');
    await expect(
      test.dataSource.query('update member_consent set activity_id = $2 where activity_id = $1', [activityId, missing]),
    ).rejects.toThrow('only be withdrawn');
  });
});

describe('names at one activity', () => {
  it('are for its welfare lead, each reading written down and told', async () => {
    const activityId = await occasion();
    await hold(activityId, 'ada');
    await share('ada', activityId, ['ACCESS']);
    for (const who of ['omar', 'tia', 'uma', 'ada', undefined])
      expect(await read(who, activityId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await read('wen', missing)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await read('wen', activityId)).toMatchObject({
      shared: [
        { member: { displayName: 'ada' }, needs: ['STEP_FREE'], accessNote: 'ada needs a ramp.', dietNote: null },
      ],
    });
    const own = await test.run(
      'ada',
      '{ viewer { needsReadings(first: 1) { edges { node { reader { displayName } purpose fields activity { id } } } } } }',
    );
    expect(own.data?.['viewer']).toEqual({
      needsReadings: {
        edges: [
          {
            node: {
              reader: { displayName: 'wen' },
              purpose: 'NEEDS_AT_ACTIVITY',
              fields: ['ACCESS'],
              activity: { id: activityId },
            },
          },
        ],
      },
    });
    await test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
      idOf('ada'),
      idOf('wen'),
      clock.now(),
    ]);
    expect(await read('wen', activityId)).toMatchObject({ shared: [] });
    expect((await seen('omar', activityId)).needs).toMatchObject({ people: 1 });
    await test.dataSource.query('delete from member_block');
  });
});

describe('seven days after the end', () => {
  it('nothing is read or counted any more, and the night’s work forgets who had a place', async () => {
    const activityId = await occasion();
    await hold(activityId, 'ada');
    await share('ada', activityId);
    const { activityNeeds } = createRepositories(test.dataSource.manager);
    const end = endsAt.getTime() + 7 * dayMs;
    const known = async () => (await activityNeeds.listOccasions([activityId])).length;
    clock.advance(end - 1 - clock.now().getTime());
    expect((await seen('omar', activityId)).needs).toMatchObject({ people: 1 });
    await activityNeeds.forgetOld(clock.now());
    expect(await known()).toBe(1);
    clock.advance(1);
    expect((await seen('omar', activityId)).needs).toBeNull();
    expect(await read('wen', activityId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect((await seen('ada', activityId)).viewerNeedsConsent).toBeNull();
    await activityNeeds.forgetOld(clock.now());
    expect(await known()).toBe(0);
    const places: readonly object[] = await test.dataSource.query('select 1 from place_told where activity_id = $1', [
      activityId,
    ]);
    expect(places).toEqual([]);
  });
});
