import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { ask, mutate } from './ask.js';
import { Fixture, learning, missingId, stepDraft, type TestMember } from './fixture.js';
import { deliver, done, eventsOf, type ToldThing } from './record-events.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
});
afterAll(() => test.stop());

const tell = (...things: readonly ToldThing[]) => deliver(test, clock, things.flatMap(eventsOf));

type Entry = {
  id: string;
  kind: string;
  happenedAt: string;
  isStanding: boolean;
  takenBackAt: string | null;
  isHidden: boolean;
  viewerActions: string[];
};
type Answer = {
  viewer: {
    member: {
      record: { edges: { cursor: string; node: Entry }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
  };
};

const fields =
  'id kind happenedAt until minutes isStanding takenBackAt isHidden activityKind positionKind activity { id } group { id } proposal { id } path { title } step { title } viewerActions';
const query = `query ($kinds: [RecordKind!], $term: ID, $isStanding: Boolean, $first: Int, $after: String) {
  viewer { member { record(kinds: $kinds, term: $term, isStanding: $isStanding, first: $first, after: $after) {
    edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } } } }`;

async function recordOf(subject: string, variables: Readonly<Record<string, unknown>> = {}): Promise<readonly Entry[]> {
  const { viewer } = await ask<Answer>(test, subject, query, variables);
  return viewer.member.record.edges.map(({ node }) => node);
}

describe('a member’s record', () => {
  it('holds one piece for each thing that was told, linked to it, the newest first', async () => {
    const { id } = await fixture.member('ada');
    const things = [
      done.attended(id, 'TRAINING', '2026-09-20T10:00:00.000Z'),
      done.led(id, '2026-09-21T10:00:00.000Z'),
      done.served(id, 90, '2026-09-22'),
      done.held(id, '2026-09-23T00:00:00.000Z'),
      done.delivered(id),
    ];
    await tell(...things);
    const record = await recordOf('ada');
    expect(record.map(({ kind }) => kind)).toEqual([
      'DELIVERED_PROPOSAL',
      'MANDATE',
      'VERIFIED_HOURS',
      'LED_ACTIVITY',
      'ATTENDANCE',
    ]);
    expect(record).toMatchObject([
      { proposal: { id: things[4]?.subject }, isStanding: true, isHidden: false, viewerActions: ['HIDE'] },
      { positionKind: 'TREASURER', group: {}, until: '2027-06-30T00:00:00.000Z' },
      { minutes: 90, happenedAt: '2026-09-22T12:00:00.000Z' },
      { activityKind: 'SOCIAL', activity: {} },
      { activityKind: 'TRAINING', activity: {}, path: null, step: null },
    ]);
  });

  it('shows what was taken back, with when, and never what is yet to begin', async () => {
    const { id } = await fixture.member('bea');
    const attended = done.attended(id);
    const data = attended.tellings[0]?.data as { registrationId: string; activityId: string };
    const { registrationId, activityId } = data;
    const voided = {
      name: 'AttendanceVoided' as const,
      data: { registrationId, activityId, memberId: id, activityKind: 'TRAINING' },
    };
    await tell({ ...attended, tellings: [...attended.tellings, voided] }, done.held(id, '2026-11-01T00:00:00.000Z'));
    expect(await recordOf('bea')).toMatchObject([
      { kind: 'ATTENDANCE', isStanding: false, takenBackAt: '2026-10-05T09:00:00.000Z' },
    ]);
    expect(await recordOf('bea', { isStanding: true })).toEqual([]);
    expect(await recordOf('bea', { isStanding: false })).toHaveLength(1);
  });

  it('keeps the steps one passes, and says when a fact takes one back', async () => {
    const member = await fixture.member('cy');
    const rosa = await fixture.member('rosa');
    const { path, steps } = await fixture.path(rosa, [
      stepDraft('ATTEND'),
      stepDraft('READ', { resourceId: (await fixture.resource(rosa)).id }),
    ]);
    await ask(test, 'cy', 'mutation ($input: EnrolInPathInput!) { enrolInPath(input: $input) { __typename } }', {
      input: { pathId: path.id },
    });
    const attended = done.attended(member.id);
    await tell(attended);
    const passed = (await recordOf('cy', { kinds: ['PATH_STEP'] }))[0];
    expect(passed).toMatchObject({ isStanding: true, path: { title: path.title }, step: { title: steps[0]?.title } });
    const [confirmed] = attended.tellings;
    if (confirmed?.name !== 'AttendanceConfirmed') throw new Error('an attendance was asked for');
    const { registrationId, activityId, memberId, activityKind } = confirmed.data;
    const data = { registrationId, activityId, memberId, activityKind };
    await deliver(
      test,
      clock,
      eventsOf({ ...attended, tellings: [...attended.tellings, { name: 'AttendanceVoided', data }] }).slice(1),
    );
    expect((await recordOf('cy', { kinds: ['PATH_STEP'] }))[0]).toMatchObject({
      id: passed?.id,
      isStanding: false,
      takenBackAt: testStart,
    });
  });

  it('is cut by kind and by term, and an office counts in every term it was held in', async () => {
    const { id } = await fixture.member('dee');
    await tell(
      done.held(id, '2026-03-01T00:00:00.000Z', '2026-09-01T00:00:00.000Z'),
      done.attended(id, 'SOCIAL', '2026-06-01T10:00:00.000Z'),
      done.attended(id, 'SOCIAL', '2026-09-02T10:00:00.000Z'),
    );
    const kindsIn = async (term: string) => (await recordOf('dee', { term })).map(({ kind }) => kind);
    expect(await kindsIn('2026-AUTUMN')).toEqual(['ATTENDANCE', 'MANDATE']);
    expect(await kindsIn('2026-SUMMER')).toEqual(['ATTENDANCE', 'MANDATE']);
    expect(await kindsIn('2026-SPRING')).toEqual(['MANDATE']);
    expect(await kindsIn('2025-AUTUMN')).toEqual([]);
    expect(await recordOf('dee', { kinds: ['MANDATE'] })).toHaveLength(1);
    expect((await test.run('dee', query, { term: 'soon' })).errors?.[0]?.message).toMatch(/term must be the key/);
  });

  it('is paged without loss or repetition while things are added', async () => {
    const { id } = await fixture.member('eve');
    await tell(...Array.from({ length: 5 }, () => done.attended(id, 'SPORT', '2026-09-10T10:00:00.000Z')));
    const seen: string[] = [];
    let after: string | undefined;
    for (let round = 0; round < 3; round += 1) {
      const { viewer } = await ask<Answer>(test, 'eve', query, { first: 2, after });
      seen.push(...viewer.member.record.edges.map(({ node }) => node.id));
      after = viewer.member.record.pageInfo.endCursor;
      expect(viewer.member.record.pageInfo.hasNextPage).toBe(round < 2);
      await tell(done.attended(id, 'SPORT', '2026-09-11T10:00:00.000Z'));
    }
    expect(new Set(seen).size).toBe(5);
    expect((await test.run('eve', query, { after: 'bm90IGEgY3Vyc29y' })).errors).toBeDefined();
  });

  it('is read with as many statements for many as for few', async () => {
    const { id } = await fixture.member('flo');
    const rosa = await fixture.member('rosa2');
    const { path } = await fixture.path(
      rosa,
      Array.from({ length: 6 }, () => stepDraft('ATTEND')),
    );
    await tell(
      ...Array.from({ length: 6 }, (_, hour) => done.attended(id, 'TRAINING', `2026-09-10T1${hour}:00:00.000Z`)),
    );
    await ask(test, 'flo', 'mutation ($input: EnrolInPathInput!) { enrolInPath(input: $input) { __typename } }', {
      input: { pathId: path.id },
    });
    const withSkills = query.replace('isHidden', 'isHidden skills { name rules { path { id } } }');
    const count = async (first: number) =>
      (await test.countStatements(() => test.run('flo', withSkills, { first }))).length;
    expect(await recordOf('flo', { kinds: ['PATH_STEP'] })).toHaveLength(6);
    expect(await count(12)).toBe(await count(2));
  });
});

describe('what is nobody else’s', () => {
  const entity = `query ($id: ID!) { _entities(representations: [{ __typename: "Member", id: $id }]) { ... on Member { record { edges { node { id } } } growth { key } } } }`;

  it.each(['gil', 'uma', 'sys', undefined])('is not read by %s', async (subject) => {
    const { id } = await fixture.member(`hal-${subject ?? 'nobody'}`);
    await tell(done.attended(id));
    if (subject === 'sys') await fixture.appointment('sys', 'ADMIN');
    else if (subject !== undefined) {
      const member = await fixture.member(subject);
      if (subject === 'uma') await fixture.mandate(member, 'UNION_OFFICER');
    }
    const { data, errors } = await test.run(subject, entity, { id });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: [{ record: null, growth: null }] });
  });

  it('is hidden from hiding as well: somebody else’s and missing are told alike', async () => {
    const { id } = await fixture.member('ivy');
    await fixture.member('jon');
    await tell(done.attended(id));
    const [entry] = await recordOf('ivy');
    const hide = (subject: string | undefined, evidenceId: string, name = 'hideEvidence') =>
      mutate(test, subject, { name, input: { evidenceId }, success: 'evidence { id }' });
    for (const name of ['hideEvidence', 'showEvidence']) {
      const hidden = await hide('jon', entry?.id ?? '', name);
      expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
      expect(JSON.stringify(hidden)).toBe(JSON.stringify(await hide('jon', missingId, name)));
      expect(await hide(undefined, entry?.id ?? '', name)).toMatchObject({ __typename: 'NotFoundError' });
    }
    expect((await recordOf('ivy'))[0]).toMatchObject({ isHidden: false });
  });
});

describe('hiding', () => {
  let kim: TestMember;
  const choose = (name: string, evidenceId: string) =>
    mutate<{ evidence: Entry }>(test, 'kim', {
      name,
      input: { evidenceId },
      success: 'evidence { id isHidden viewerActions }',
    });

  it('takes a piece out of what may be offered and nothing else, twice as once, and is taken back', async () => {
    kim = await fixture.member('kim');
    await tell(done.attended(kim.id));
    const [entry] = await recordOf('kim');
    const id = entry?.id ?? '';
    for (let time = 0; time < 2; time += 1)
      expect((await choose('hideEvidence', id)).evidence).toEqual({ id, isHidden: true, viewerActions: ['SHOW'] });
    expect(await recordOf('kim')).toMatchObject([{ isHidden: true, isStanding: true }]);
    const facts = await test.dataSource.query('select 1 from record_fact where member_ids @> array[$1::uuid]', [
      kim.id,
    ]);
    expect(facts).toHaveLength(1);
    for (let time = 0; time < 2; time += 1)
      expect((await choose('showEvidence', id)).evidence).toEqual({ id, isHidden: false, viewerActions: ['HIDE'] });
  });

  it('stays when the fact is told again', async () => {
    const [entry] = await recordOf('kim');
    await choose('hideEvidence', entry?.id ?? '');
    const rows: { aggregate_id: string; detail: { activityId: string } }[] = await test.dataSource.query(
      'select aggregate_id, detail from record_fact where member_ids @> array[$1::uuid]',
      [kim.id],
    );
    const data = {
      registrationId: rows[0]?.aggregate_id ?? '',
      activityId: rows[0]?.detail.activityId ?? '',
      memberId: kim.id,
      activityKind: 'TRAINING',
    };
    const [, again] = eventsOf({
      subject: data.registrationId,
      tellings: [
        { name: 'AttendanceVoided', data },
        { name: 'AttendanceConfirmed', data: { ...data, attendedAt: '2026-09-25T10:00:00.000Z' } },
      ],
    });
    if (again === undefined) throw new Error('two events were asked for');
    await deliver(test, clock, [again]);
    expect(await recordOf('kim')).toMatchObject([{ isHidden: true, happenedAt: '2026-09-25T10:00:00.000Z' }]);
  });
});
