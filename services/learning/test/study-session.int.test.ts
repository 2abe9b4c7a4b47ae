import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import { Fixture, learning, missingId, type TestMember } from './fixture.js';
import { StudyDriver, studyStart, type StoredSession } from './study-fixture.js';

const clock = new TestClock(studyStart);
const people: Record<string, TestMember> = {};
let test: TestService;
let study: StudyDriver;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  for (const name of ['ann', 'bea', 'cem', 'dan']) people[name] = await fixture.member(name);
  study = new StudyDriver(test);
});
afterAll(() => test.stop());
beforeEach(async () => {
  clock.set(studyStart);
  await test.dataSource.query('truncate study_group, study_place, study_session, study_attendance, study_note cascade');
});

const idOf = (name: string): string => people[name]?.id ?? '';
const nameOf = (id: string | null | undefined): string =>
  Object.entries(people).find(([, member]) => member.id === id)?.[0] ?? 'nobody';
const act = (subject: string | undefined, name: string, sessionId: string | undefined, more: object = {}) =>
  study.act(subject, name, 'studySession', { sessionId, ...more });
const evidenceOf = async (name: string): Promise<readonly { id: string; isStanding: boolean }[]> =>
  test.dataSource.query(
    `select id, is_standing as "isStanding" from evidence where member_id = $1 and kind = 'LED_SESSION'`,
    [idOf(name)],
  );

/** A group of four whose next session runs now; its host first. */
async function running(): Promise<{ groupId: string; sessionId: string; names: readonly string[] }> {
  const groupId = await study.group('ann', ['bea', 'cem', 'dan'], { capacity: 4 });
  const [session] = await study.sessions(groupId);
  if (session === undefined) throw new Error('nothing planned');
  clock.set(session.starts_at.toISOString());
  await study.runTask('begin-study-session', { sessionId: session.id }, session.starts_at);
  const host = nameOf(session.host_id);
  return { groupId, sessionId: session.id, names: [host, ...Object.keys(people).filter((name) => name !== host)] };
}

/** The first sessions that a group plans. */
async function planned(groupId: string): Promise<readonly [StoredSession, StoredSession]> {
  const [first, second] = await study.sessions(groupId);
  if (first === undefined || second === undefined) throw new Error('nothing planned');
  return [first, second];
}

type Seen = Readonly<Record<string, unknown>> & { viewerActions: readonly string[] };
const see = async (subject: string | undefined, id: string): Promise<Seen | null> =>
  (
    await ask<{ studySession: Seen | null }>(
      test,
      subject,
      `query ($id: ID!) { studySession(id: $id) { status presentCount isViewerPresent isHostedByViewer host { id } attendance { member { id } isPresent isByThemselves }
        notes { id title body author { id } resource { id } viewerActions } viewerActions group { id } } }`,
      { id },
    )
  ).studySession;

describe('sessions', () => {
  it('are planned two weeks ahead, each with the host whose turn it is, and further ones a week later', async () => {
    const groupId = await study.group('ann', ['bea', 'cem'], {
      times: [
        { weekday: 1, startsAt: '18:00', minutes: 90 },
        { weekday: 4, startsAt: '09:30', minutes: 60 },
      ],
    });
    const planned = await study.sessions(groupId);
    expect(planned.map(({ starts_at, ends_at }) => [starts_at.toISOString(), ends_at.toISOString()])).toEqual([
      ['2126-10-07T17:00:00.000Z', '2126-10-07T18:30:00.000Z'],
      ['2126-10-10T08:30:00.000Z', '2126-10-10T09:30:00.000Z'],
      ['2126-10-14T17:00:00.000Z', '2126-10-14T18:30:00.000Z'],
      ['2126-10-17T08:30:00.000Z', '2126-10-17T09:30:00.000Z'],
    ]);
    // Two had a seat when the first were planned: the turn goes between them.
    expect(planned.map(({ host_id }) => nameOf(host_id))).toEqual(['ann', 'bea', 'ann', 'bea']);
    const due = new Date('2126-10-14T09:00:00.000Z');
    await study.runTask('plan-study-sessions', { groupId }, due);
    expect(await study.sessions(groupId)).toHaveLength(4);
    clock.set(due.toISOString());
    await study.runTask('plan-study-sessions', { groupId }, due);
    await study.runTask('plan-study-sessions', { groupId }, due);
    const more = await study.sessions(groupId);
    expect(more).toHaveLength(6);
    expect(more.slice(4).map(({ host_id }) => nameOf(host_id))).toEqual(['cem', 'cem']);
  });

  it('go to somebody else’s turn when their host leaves', async () => {
    const groupId = await study.group('ann', ['bea']);
    await study.act('ann', 'leaveStudyGroup', 'studyPlace', { groupId });
    expect((await study.sessions(groupId)).map(({ host_id }) => nameOf(host_id))).toEqual(['bea', 'bea']);
  });

  it('begin at their hour and not before, and one that was called off stays so', async () => {
    const groupId = await study.group('ann', ['bea']);
    const [first, second] = await planned(groupId);
    await study.runTask('begin-study-session', { sessionId: first.id }, new Date(studyStart));
    expect((await study.sessions(groupId))[0]?.status).toBe('PLANNED');
    expect(await act('bea', 'skipStudySession', first.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('ann', 'skipStudySession', first.id)).toMatchObject({
      studySession: { status: 'SKIPPED', skipReason: 'CALLED_OFF' },
    });
    expect(await act('ann', 'skipStudySession', first.id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    const [told] = await test.dataSource.query(
      `select data->'memberIds' as who from outbox_event where name = 'LearningNotice' and aggregate_id = $1`,
      [first.id],
    );
    expect(told).toEqual({ who: [idOf('bea')] });
    clock.set(second.starts_at.toISOString());
    for (const session of [first, second])
      await study.runTask('begin-study-session', { sessionId: session.id }, clock.now());
    expect((await study.sessions(groupId)).map(({ status }) => status)).toEqual(['SKIPPED', 'RUNNING']);
  });

  it('are seen by whoever has a seat, and by nobody else like a missing one', async () => {
    const { sessionId, groupId } = await running();
    await fixture.member('out');
    expect(await see('out', sessionId)).toEqual(await see('out', missingId));
    for (const name of ['checkInToStudySession', 'finishStudySession', 'offerStudyHosting'])
      expect(await act('out', name, sessionId)).toEqual(await act('out', name, missingId));
    expect(await see('bea', sessionId)).toMatchObject({ group: { id: groupId } });
  });

  it('change hands when somebody takes what their host offers', async () => {
    const groupId = await study.group('ann', ['bea']);
    const [session] = await planned(groupId);
    const host = nameOf(session.host_id);
    const other = host === 'ann' ? 'bea' : 'ann';
    expect(await act(other, 'takeStudyHosting', session.id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await act(other, 'offerStudyHosting', session.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act(host, 'offerStudyHosting', session.id)).toMatchObject({
      studySession: { isHostingOffered: true },
    });
    expect(await act(host, 'takeStudyHosting', session.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act(host, 'keepStudyHosting', session.id)).toMatchObject({
      studySession: { isHostingOffered: false },
    });
    expect(await act(host, 'keepStudyHosting', session.id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    await act(host, 'offerStudyHosting', session.id);
    const taken = { idempotencyKey: 'take-1' };
    const first = await act(other, 'takeStudyHosting', session.id, taken);
    expect(first).toMatchObject({ studySession: { host: { id: idOf(other) }, isHostingOffered: false } });
    expect(await act(other, 'takeStudyHosting', session.id, taken)).toEqual(first);
  });
});

describe('attendance', () => {
  it('is one’s own word while the session runs, once', async () => {
    const { sessionId, names } = await running();
    const [host = '', one = ''] = names;
    expect(await act(one, 'checkInToStudySession', sessionId)).toMatchObject({ studySession: { presentCount: 1 } });
    expect(await act(one, 'checkInToStudySession', sessionId)).toMatchObject({ studySession: { presentCount: 1 } });
    expect(await see(one, sessionId)).toMatchObject({ isViewerPresent: true, attendance: null });
    expect((await see(one, sessionId))?.viewerActions).toEqual(['ADD_NOTE']);
    expect((await see(host, sessionId))?.viewerActions).toEqual(['CHECK_IN', 'RECORD', 'FINISH', 'ADD_NOTE']);
    expect((await see(host, sessionId))?.['attendance']).toContainEqual({
      member: { id: idOf(one) },
      isPresent: true,
      isByThemselves: true,
    });
    clock.advance(121 * 60_000);
    expect(await act(host, 'checkInToStudySession', sessionId)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('makes whoever hosted lead, once two others said themselves that they were there, and takes it back when it is corrected', async () => {
    const { sessionId, names } = await running();
    const [host = '', one = '', two = '', three = ''] = names;
    const before = (await evidenceOf(host)).length;
    await act(host, 'checkInToStudySession', sessionId);
    await act(one, 'checkInToStudySession', sessionId);
    const record = (presentIds: readonly string[], absentIds: readonly string[] = []) =>
      act(host, 'recordStudyAttendance', sessionId, {
        presentIds: presentIds.map(idOf),
        absentIds: absentIds.map(idOf),
      });
    await record([two, three]);
    await act(two, 'checkInToStudySession', sessionId);
    expect(await act(one, 'finishStudySession', sessionId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act(host, 'finishStudySession', sessionId)).toMatchObject({
      studySession: { status: 'DONE', presentCount: 4 },
    });
    expect(await act(host, 'finishStudySession', sessionId)).toMatchObject({ __typename: 'IllegalTransitionError' });
    const standing = async () => (await evidenceOf(host)).filter(({ isStanding }) => isStanding).length;
    expect(await standing()).toBe(before + 1);
    await record([], [two]);
    expect(await standing()).toBe(before);
    // The host's word alone does not make it whole again.
    await record([two]);
    expect(await standing()).toBe(before);
    expect((await evidenceOf(host)).length).toBe(before + 1);
    clock.advance(8 * 86_400_000);
    expect(await record([one])).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('is recorded by the host alone, of people of the group, one way each', async () => {
    const { sessionId, names } = await running();
    const [host = '', one = ''] = names;
    const record = (subject: string, input: object) => act(subject, 'recordStudyAttendance', sessionId, input);
    expect(await record(one, { presentIds: [] })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await record(host, { presentIds: [missingId] })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await record(host, { presentIds: [idOf(one)], absentIds: [idOf(one)] })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await record(host, { presentIds: Array.from({ length: 51 }, () => idOf(one)) })).toMatchObject({
      __typename: 'ValidationError',
    });
  });

  it('ends by itself, and three times nobody in a row ends the group', async () => {
    const groupId = await study.group('ann', ['bea']);
    for (let round = 0; round < 3; round += 1) {
      const session = (await study.sessions(groupId)).find(({ status }) => status === 'PLANNED');
      if (session === undefined) throw new Error('nothing planned');
      clock.set(session.starts_at.toISOString());
      await study.runTask('begin-study-session', { sessionId: session.id }, session.starts_at);
      await study.runTask('close-study-session', { sessionId: session.id }, session.starts_at);
      expect((await study.sessions(groupId)).find(({ id }) => id === session.id)?.status).toBe('RUNNING');
      clock.set(new Date(session.ends_at.getTime() + 12 * 3_600_000).toISOString());
      await study.runTask('close-study-session', { sessionId: session.id }, clock.now());
      await study.runTask('plan-study-sessions', { groupId }, clock.now());
      const rows = await test.dataSource.query('select status from study_group where id = $1', [groupId]);
      expect(rows[0].status).toBe(round < 2 ? 'ACTIVE' : 'ARCHIVED');
    }
    expect((await study.sessions(groupId)).filter(({ skip_reason }) => skip_reason === 'EMPTY')).toHaveLength(3);
  });
});

describe('notes', () => {
  const note = { title: 'Eigenvalues', body: 'Av = λv.', language: 'en', licence: 'CC_BY_4_0' };

  it('are resources of their author that the group reads before the library has them', async () => {
    const { sessionId, names } = await running();
    const [host = '', one = '', two = ''] = names;
    const written = await study.act(one, 'writeStudyNote', 'studyNote', { sessionId, ...note });
    expect(written).toMatchObject({
      studyNote: { title: 'Eigenvalues', viewerActions: ['REMOVE'], resource: { status: 'DRAFT' } },
    });
    const read = async (subject: string) => (await see(subject, sessionId))?.['notes'];
    expect(await read(two)).toMatchObject(
      [{ body: 'Av = λv.', author: { id: idOf(one) }, resource: null, viewerActions: [] }].map((seen) =>
        two === 'ann' ? { ...seen, viewerActions: ['REMOVE'] } : seen,
      ),
    );
    const noteId = StudyDriver.idOf(written, 'studyNote');
    const remove = (subject: string, id = noteId) =>
      study.act(subject, 'removeStudyNote', 'studySession', { noteId: id });
    const stranger = names.find((name) => name !== one && name !== 'ann') ?? host;
    expect(await remove(stranger)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await remove(one, missingId)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await remove(one)).toMatchObject({ __typename: 'RemoveStudyNoteSuccess' });
    expect(await read(one)).toEqual([]);
    expect(await study.problems(one, 'writeStudyNote', { sessionId, ...note, title: '' })).toEqual(['title REQUIRED']);
  });

  it('are resources that whoever adds them can see, each once, fifty at most', async () => {
    const { sessionId, names } = await running();
    const [host = '', one = ''] = names;
    const { id: resourceId } = await fixture.resource(people['ann'] ?? { id: '' as never, subject: '' });
    const link = (subject: string, id: string) =>
      study.act(subject, 'linkStudyNote', 'studyNote', { sessionId, resourceId: id });
    const first = await link(one, resourceId);
    expect(first).toMatchObject({ studyNote: { resource: { id: resourceId, status: 'PUBLISHED' } } });
    expect(StudyDriver.idOf(await link(host, resourceId), 'studyNote')).toBe(StudyDriver.idOf(first, 'studyNote'));
    expect(await link(one, missingId)).toMatchObject({ __typename: 'NotFoundError' });
    for (let made = 0; made < 49; made += 1) {
      const { id } = await fixture.resource(people['ann'] ?? { id: '' as never, subject: '' });
      await test.dataSource.query(
        'insert into study_note (id, session_id, resource_id, added_by_id, added_at) values (gen_random_uuid(), $1, $2, $3, now())',
        [sessionId, id, idOf(one)],
      );
    }
    expect(await study.act(one, 'writeStudyNote', 'studyNote', { sessionId, ...note })).toMatchObject({
      __typename: 'LimitReachedError',
    });
  });
});

describe('the viewer’s own', () => {
  it('places and sessions to come are listed, and nobody else’s', async () => {
    const groupId = await study.group('cem', ['dan']);
    const own = (subject: string | undefined) =>
      ask<{
        viewer: {
          studyPlaces: { edges: { node: { group: { id: string } } }[] };
          studySessions: { edges: { node: { group: { id: string } } }[] };
        };
      }>(
        test,
        subject,
        '{ viewer { studyPlaces(first: 50) { edges { node { status group { id } } } } studySessions(first: 50) { edges { node { startsAt group { id title } } } } } }',
      );
    const { viewer } = await own('dan');
    expect(viewer.studyPlaces.edges.map(({ node }) => node.group.id)).toContain(groupId);
    expect(viewer.studySessions.edges.filter(({ node }) => node.group.id === groupId)).toHaveLength(2);
    expect(await own(undefined)).toEqual({ viewer: { studyPlaces: { edges: [] }, studySessions: { edges: [] } } });
  });

  it('sessions take as many statements however many they are', async () => {
    await study.group('dan', ['cem'], {
      times: [1, 2, 3].map((weekday) => ({ weekday, startsAt: '18:00', minutes: 60 })),
    });
    const list =
      'query ($first: Int) { viewer { studySessions(first: $first) { edges { node { id host { id } presentCount isViewerPresent notes { id } attendance { isPresent } viewerActions group { id title viewerActions } } } } } }';
    const count = async (first: number) => (await test.countStatements(() => ask(test, 'cem', list, { first }))).length;
    expect(await count(6)).toBe(await count(1));
  });
});
