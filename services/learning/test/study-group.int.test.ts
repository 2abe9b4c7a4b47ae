import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import { Fixture, learning, missingId, type TestMember } from './fixture.js';
import { studyContent, StudyDriver, studyStart } from './study-fixture.js';

const clock = new TestClock(studyStart);
const people: Record<string, TestMember> = {};
let test: TestService;
let study: StudyDriver;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  const fixture = new Fixture(test);
  for (const name of ['ann', 'bea', 'cem', 'dan', 'eva', 'olga', 'otto']) people[name] = await fixture.member(name);
  study = new StudyDriver(test);
  for (const name of ['olga', 'otto']) {
    const officer = people[name];
    if (officer !== undefined) await study.officer(officer);
  }
});
afterAll(() => test.stop());
beforeEach(async () => {
  clock.set(studyStart);
  await test.dataSource.query(
    'truncate study_group, study_place, study_session, study_attendance, study_note, study_report, blocked_pair cascade',
  );
});

const idOf = (name: string): string => people[name]?.id ?? '';
const join = (subject: string | undefined, groupId: string, more: object = {}) =>
  study.act(subject, 'joinStudyGroup', 'studyPlace', { groupId, ...more });
const placeOf = (answer: Readonly<Record<string, unknown>>) =>
  answer['studyPlace'] as { status: string; id: string } | undefined;

type Seen = Readonly<Record<string, unknown>> & { viewerActions: readonly string[] };
const see = async (subject: string | undefined, id: string): Promise<Seen | null> =>
  (
    await ask<{ studyGroup: Seen | null }>(
      test,
      subject,
      `query ($id: ID!) { studyGroup(id: $id) { status isFull seatsTaken whereabouts organiser { id } viewerPlace { status waitingPlace reason }
        seats(first: 10) { edges { node { status member { id } } } } waiting(first: 10) { edges { node { status } } } viewerActions } }`,
      { id },
    )
  ).studyGroup;

describe('founding a study group', () => {
  it('gives its founder the first seat and is idempotent under a key', async () => {
    const input = { content: studyContent, idempotencyKey: 'found-1' };
    const first = await study.act('ann', 'foundStudyGroup', 'studyGroup', input);
    expect(first).toMatchObject({
      studyGroup: { status: 'FORMING', seatsTaken: 1, viewerPlace: { status: 'SEATED' } },
    });
    expect(await study.act('ann', 'foundStudyGroup', 'studyGroup', input)).toEqual(first);
    const other = { ...input, content: { ...studyContent, title: 'Another one' } };
    expect(await study.act('ann', 'foundStudyGroup', 'studyGroup', other)).toMatchObject({
      __typename: 'ConflictError',
    });
  });

  it('names every field that is wrong', async () => {
    const content = {
      ...studyContent,
      title: 'x',
      about: 'short',
      course: '',
      language: 'English!',
      times: [{ weekday: 8, startsAt: '25:00', minutes: 5 }],
      membersMin: 1,
      capacity: 31,
      lastDay: '2126-10-06',
    };
    expect(await study.problems('ann', 'foundStudyGroup', { content })).toEqual([
      'content.title TOO_SHORT',
      'content.about TOO_SHORT',
      'content.course REQUIRED',
      'content.language BAD_FORMAT',
      'content.membersMin OUT_OF_RANGE',
      'content.capacity OUT_OF_RANGE',
      'content.lastDay OUT_OF_RANGE',
      'content.times.0.weekday OUT_OF_RANGE',
      'content.times.0.startsAt BAD_FORMAT',
      'content.times.0.minutes OUT_OF_RANGE',
    ]);
    expect(await study.problems('ann', 'foundStudyGroup', { content: { ...studyContent, times: [] } })).toEqual([
      'content.times OUT_OF_RANGE',
    ]);
  });

  it('is for members, five groups each', async () => {
    for (const subject of [undefined, 'carl'])
      expect(await study.act(subject, 'foundStudyGroup', 'studyGroup', { content: studyContent })).toMatchObject({
        __typename: 'NotAllowedError',
      });
    for (let made = 0; made < 5; made += 1) await study.group('dan');
    expect(await study.act('dan', 'foundStudyGroup', 'studyGroup', { content: studyContent })).toMatchObject({
      __typename: 'LimitReachedError',
    });
  });
});

describe('seats', () => {
  it('go in order, then to whoever waits, and begin the group when it has the members it needs', async () => {
    const groupId = await study.group('ann', [], { membersMin: 3 });
    expect(placeOf(await join('bea', groupId))).toMatchObject({ status: 'SEATED', group: { status: 'FORMING' } });
    expect(placeOf(await join('cem', groupId))).toMatchObject({ status: 'SEATED', group: { status: 'ACTIVE' } });
    expect(placeOf(await join('dan', groupId))).toMatchObject({ status: 'WAITING', waitingPlace: 1 });
    expect(placeOf(await join('eva', groupId))).toMatchObject({ status: 'WAITING', waitingPlace: 2 });
    expect(await see('eva', groupId)).toMatchObject({ isFull: true, seatsTaken: 3, whereabouts: null, seats: null });
    expect(placeOf(await study.act('bea', 'leaveStudyGroup', 'studyPlace', { groupId }))).toMatchObject({
      status: 'LEFT',
    });
    expect(await study.places(groupId)).toMatchObject({ bea: 'LEFT', dan: 'SEATED', eva: 'WAITING' });
    const told = await test.dataSource.query(
      `select data->>'notice' as notice, data->'memberIds' as who from outbox_event where name = 'LearningNotice' order by position desc limit 1`,
    );
    expect(told).toEqual([{ notice: 'STUDY_PLACE_GIVEN', who: [idOf('dan')] }]);
  });

  it('are taken once however often one joins, and again after leaving at the end of the line', async () => {
    const groupId = await study.group('ann', ['bea', 'cem', 'dan']);
    expect(placeOf(await join('dan', groupId))).toEqual(placeOf(await join('dan', groupId)));
    await study.act('bea', 'leaveStudyGroup', 'studyPlace', { groupId });
    expect(placeOf(await join('bea', groupId))).toMatchObject({ status: 'WAITING', waitingPlace: 1 });
  });

  it('are not taken away by fewer seats, and given by more', async () => {
    const groupId = await study.group('ann', ['bea', 'cem', 'dan']);
    const edit = (capacity: number) =>
      study.act('ann', 'editStudyGroup', 'studyGroup', { groupId, content: { ...studyContent, capacity } });
    expect(await edit(2)).toMatchObject({ studyGroup: { seatsTaken: 3, isFull: true } });
    await study.act('cem', 'leaveStudyGroup', 'studyPlace', { groupId });
    expect(await study.places(groupId)).toMatchObject({ dan: 'WAITING' });
    await edit(4);
    expect(await study.places(groupId)).toMatchObject({ ann: 'SEATED', bea: 'SEATED', dan: 'SEATED' });
  });

  it('are never more than there are, whatever writes them', async () => {
    const groupId = await study.group('ann', ['bea', 'cem']);
    await expect(
      test.dataSource.query(
        `insert into study_place (id, group_id, member_id, status, since, version) values (gen_random_uuid(), $1, $2, 'SEATED', now(), 1)`,
        [groupId, idOf('dan')],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'study_place_within_capacity' } });
  });

  it('are taken away by the organiser with a reason that their holder reads, for good', async () => {
    const groupId = await study.group('ann', ['bea', 'cem', 'dan']);
    const { rows } = {
      rows: await test.dataSource.query('select id from study_place where group_id = $1 and member_id = $2', [
        groupId,
        idOf('bea'),
      ]),
    };
    const input = { placeId: rows[0].id, reason: 'Never came.' };
    const remove = (subject: string, more: object = {}) =>
      study.act(subject, 'removeFromStudyGroup', 'studyPlace', { ...input, ...more });
    expect(await remove('cem')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await remove('otto', { placeId: missingId })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await study.problems('ann', 'removeFromStudyGroup', { ...input, reason: 'no' })).toEqual([
      'reason TOO_SHORT',
    ]);
    expect(await remove('ann')).toMatchObject({ studyPlace: { status: 'REMOVED' } });
    expect(await remove('ann')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await see('bea', groupId)).toMatchObject({
      viewerPlace: { status: 'REMOVED', reason: 'Never came.' },
      viewerActions: ['REPORT'],
    });
    expect(await join('bea', groupId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await study.places(groupId)).toMatchObject({ dan: 'SEATED' });
  });

  it('pass the organising on with the organiser, and the last to leave ends the group', async () => {
    const groupId = await study.group('ann', ['bea', 'cem']);
    await study.act('ann', 'leaveStudyGroup', 'studyPlace', { groupId });
    expect(await see('bea', groupId)).toMatchObject({ organiser: { id: idOf('bea') } });
    expect((await see('bea', groupId))?.viewerActions).toContain('EDIT');
    await study.act('bea', 'leaveStudyGroup', 'studyPlace', { groupId });
    await study.act('cem', 'leaveStudyGroup', 'studyPlace', { groupId });
    const rows = await test.dataSource.query('select status, organiser_id from study_group where id = $1', [groupId]);
    expect(rows).toEqual([{ status: 'ARCHIVED', organiser_id: null }]);
    expect(await study.act('cem', 'leaveStudyGroup', 'studyPlace', { groupId })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });
});

describe('a group by invitation', () => {
  it('is found by whom it invites and by nobody else, hidden like a missing one', async () => {
    const groupId = await study.group('ann', [], { admission: 'INVITE' });
    expect(await see('bea', groupId)).toBeNull();
    expect(await see(undefined, groupId)).toBeNull();
    const hidden = await join('bea', groupId);
    expect(hidden).toEqual(await join('bea', missingId));
    const invite = (memberId: string, subject = 'ann') =>
      study.act(subject, 'inviteToStudyGroup', 'studyPlace', { groupId, memberId });
    expect(await invite(idOf('bea'))).toMatchObject({ studyPlace: { status: 'INVITED' } });
    expect(await invite(missingId)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await invite(idOf('ann'))).toMatchObject({ __typename: 'ValidationError' });
    expect(await invite(idOf('cem'), 'bea')).toMatchObject({ __typename: 'NotAllowedError' });
    expect((await see('bea', groupId))?.viewerActions).toEqual(['JOIN', 'LEAVE', 'REPORT']);
    expect(placeOf(await join('bea', groupId))).toMatchObject({ status: 'SEATED' });
    expect(await see('ann', groupId)).toMatchObject({ waiting: { edges: [] } });
  });

  it('has as many invitations waiting as one can', async () => {
    const groupId = await study.group('ann', [], { admission: 'INVITE' });
    await test.dataSource.query(
      `insert into study_place (id, group_id, member_id, status, since, version)
       select gen_random_uuid(), $1, gen_random_uuid(), 'INVITED', now(), 1 from generate_series(1, 50)`,
      [groupId],
    );
    expect(
      await study.act('ann', 'inviteToStudyGroup', 'studyPlace', { groupId, memberId: idOf('bea') }),
    ).toMatchObject({ __typename: 'LimitReachedError' });
  });
});

describe('whom a block keeps apart', () => {
  it('never find each other’s groups, and an invitation to one is never seen', async () => {
    const groupId = await study.group('ann');
    await study.block(idOf('bea'), idOf('ann'));
    expect(await see('bea', groupId)).toBeNull();
    expect(await join('bea', groupId)).toEqual(await join('bea', missingId));
    const invited = await study.act('ann', 'inviteToStudyGroup', 'studyPlace', { groupId, memberId: idOf('bea') });
    expect(invited).toMatchObject({ studyPlace: { status: 'INVITED' } });
    expect(await see('bea', groupId)).toBeNull();
    const own = await ask(test, 'bea', '{ viewer { studyPlaces { edges { node { status } } } } }');
    expect(own).toEqual({ viewer: { studyPlaces: { edges: [] } } });
  });

  it('are not seated together from the waiting list, of which whoever waits learns nothing', async () => {
    const groupId = await study.group('ann', ['bea', 'cem', 'dan', 'eva']);
    await study.block(idOf('dan'), idOf('ann'));
    const before = await see('dan', groupId);
    await study.act('bea', 'leaveStudyGroup', 'studyPlace', { groupId });
    expect(await study.places(groupId)).toMatchObject({ dan: 'WAITING', eva: 'SEATED' });
    await study.act('cem', 'leaveStudyGroup', 'studyPlace', { groupId });
    expect(await study.places(groupId)).toMatchObject({ dan: 'WAITING' });
    expect(await see('dan', groupId)).toEqual(before);
    await study.act('ann', 'leaveStudyGroup', 'studyPlace', { groupId });
    expect(await study.places(groupId)).toMatchObject({ dan: 'SEATED' });
  });
});

describe('a study group that rests or ends', () => {
  it('calls off what it planned, plans anew when it goes on, and ends with its last day', async () => {
    const groupId = await study.group('ann', ['bea']);
    expect((await study.sessions(groupId)).map(({ status }) => status)).toEqual(['PLANNED', 'PLANNED']);
    expect(await study.act('bea', 'pauseStudyGroup', 'studyGroup', { groupId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await study.act('ann', 'pauseStudyGroup', 'studyGroup', { groupId })).toMatchObject({
      studyGroup: { status: 'PAUSED' },
    });
    expect((await study.sessions(groupId)).map(({ status }) => status)).toEqual(['SKIPPED', 'SKIPPED']);
    expect(await study.act('ann', 'pauseStudyGroup', 'studyGroup', { groupId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await study.act('ann', 'resumeStudyGroup', 'studyGroup', { groupId });
    expect((await study.sessions(groupId)).filter(({ status }) => status === 'PLANNED')).toHaveLength(2);
    const ends = new Date('2126-12-14T00:00:00.000Z');
    await study.runTask('end-study-group', { groupId }, ends);
    expect(await see('ann', groupId)).toMatchObject({ status: 'ACTIVE' });
    clock.set(ends.toISOString());
    await study.runTask('end-study-group', { groupId }, ends);
    expect(await see('ann', groupId)).toMatchObject({ status: 'ARCHIVED', viewerActions: [] });
    expect(await see('cem', groupId)).toBeNull();
    for (const name of ['editStudyGroup', 'archiveStudyGroup'])
      expect(
        await study.act('ann', name, 'studyGroup', {
          groupId,
          ...(name === 'editStudyGroup' && { content: studyContent }),
        }),
      ).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('is archived by its organiser before', async () => {
    const groupId = await study.group('ann', ['bea']);
    expect(await study.act('ann', 'archiveStudyGroup', 'studyGroup', { groupId })).toMatchObject({
      studyGroup: { status: 'ARCHIVED' },
    });
    expect(await join('cem', groupId)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await join('bea', groupId)).toMatchObject({ studyPlace: { status: 'SEATED' } });
  });
});

describe('a report', () => {
  it('is read and decided by union officers outside the group, and nobody in it learns of it', async () => {
    const groupId = await study.group('ann', ['bea', 'otto'], { admission: 'INVITE' });
    await study.act('ann', 'inviteToStudyGroup', 'studyPlace', { groupId, memberId: idOf('bea') });
    await join('bea', groupId);
    await study.act('ann', 'inviteToStudyGroup', 'studyPlace', { groupId, memberId: idOf('otto') });
    await join('otto', groupId);
    const report = (subject: string, more: object = {}) =>
      study.act(subject, 'reportStudyGroup', 'studyReport', {
        groupId,
        reason: 'CONDUCT',
        words: 'They shout at newcomers.',
        ...more,
      });
    expect(await report('ann')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await report('cem')).toMatchObject({ __typename: 'NotFoundError' });
    expect(await study.problems('bea', 'reportStudyGroup', { groupId, reason: 'OTHER', words: 'Bad.' })).toEqual([
      'words TOO_SHORT',
    ]);
    const made = await report('bea');
    expect(await report('bea')).toEqual(made);
    const list = (subject: string) =>
      ask<{ studyReports: { edges: readonly { node: { id: string; viewerActions: string[] } }[] } }>(
        test,
        subject,
        '{ studyReports { edges { node { id reason words viewerActions group { title } } } } }',
      );
    expect((await list('ann')).studyReports.edges).toEqual([]);
    expect((await list('olga')).studyReports.edges[0]?.node).toMatchObject({
      words: 'They shout at newcomers.',
      viewerActions: ['DECIDE'],
      group: { title: studyContent.title },
    });
    expect((await list('otto')).studyReports.edges[0]?.node.viewerActions).toEqual([]);
    const reportId = StudyDriver.idOf(made, 'studyReport');
    const decide = (subject: string, more: object = {}) =>
      study.act(subject, 'decideStudyReport', 'studyReport', {
        reportId,
        outcome: 'GROUP_ENDED',
        note: 'Talked to them.',
        ...more,
      });
    expect(await decide('ann')).toMatchObject({ __typename: 'NotFoundError' });
    expect(await decide('otto')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await study.problems('olga', 'decideStudyReport', { reportId, outcome: 'DISMISSED', note: '' })).toEqual([
      'note REQUIRED',
    ]);
    expect(await decide('olga')).toMatchObject({ studyReport: { outcome: 'GROUP_ENDED', viewerActions: [] } });
    expect(await decide('olga')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await see('ann', groupId)).toMatchObject({ status: 'ARCHIVED' });
  });
});

describe('finding a study group', () => {
  const find = async (subject: string | undefined, filter: object, first = 20, after?: string) =>
    ask<{
      studyGroups: { edges: { node: { title: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    }>(
      test,
      subject,
      'query ($filter: StudyGroupFilterInput, $first: Int, $after: String) { studyGroups(filter: $filter, first: $first, after: $after) { edges { node { title } } pageInfo { endCursor hasNextPage } } }',
      { filter, first, after },
    );
  const titles = async (subject: string | undefined, filter: object) =>
    (await find(subject, filter)).studyGroups.edges.map(({ node }) => node.title);

  it('goes by course, time, style, place, language and free seats', async () => {
    await study.group('ann', [], { title: 'Alpha' });
    await study.group('ann', ['bea'], {
      title: 'Beta',
      capacity: 2,
      style: 'QUIET',
      setting: 'ONLINE',
      language: 'zh-Hans',
      course: '线性代数',
      times: [{ weekday: 3, startsAt: '09:00', minutes: 60 }],
    });
    await study.group('bea', [], { title: 'Gamma', constituencyId: missingId });
    expect(await titles('cem', {})).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(await titles('cem', { search: 'linear ALPHA' })).toEqual(['Alpha']);
    expect(await titles('cem', { search: '线性' })).toEqual(['Beta']);
    expect(await titles('cem', { weekday: 3 })).toEqual(['Beta']);
    expect(await titles('cem', { style: 'QUIET', setting: 'ONLINE', language: 'zh' })).toEqual(['Beta']);
    expect(await titles('cem', { hasFreeSeat: true })).toEqual(['Alpha', 'Gamma']);
    expect(await titles('cem', { constituencyId: idOf('ann') })).toEqual(['Alpha', 'Beta']);
    expect(await titles(undefined, {})).toEqual([]);
  });

  it('pages stay stable while groups are added', async () => {
    for (const title of ['Delta one', 'Delta three', 'Delta two']) await study.group('ann', [], { title });
    const first = await find('bea', { search: 'delta' }, 2);
    await study.group('bea', [], { title: 'Delta first' });
    const second = await find('bea', { search: 'delta' }, 2, first.studyGroups.pageInfo.endCursor);
    expect([...first.studyGroups.edges, ...second.studyGroups.edges].map(({ node }) => node.title)).toEqual([
      'Delta one',
      'Delta three',
      'Delta two',
    ]);
  });

  it('asks the database as often for many groups as for one', async () => {
    const list = `query ($first: Int) { studyGroups(first: $first) { edges { node { id isFull seatsTaken whereabouts organiser { id } viewerPlace { status waitingPlace }
      nextSession { id host { id } isViewerPresent viewerActions } viewerActions } } } }`;
    for (let made = 0; made < 5; made += 1) await study.group('ann', ['bea'], { title: `Many ${made}` });
    const count = async (first: number) => (await test.countStatements(() => ask(test, 'bea', list, { first }))).length;
    expect(await count(5)).toBe(await count(1));
  });

  it('resolves a reference by the same rules as a look-up', async () => {
    const groupId = await study.group('ann', [], { admission: 'INVITE' });
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on StudyGroup { id title } } }`;
    const entity = async (subject: string, id: string) =>
      (await ask<{ _entities: unknown[] }>(test, subject, query, { r: [{ __typename: 'StudyGroup', id }] }))
        ._entities[0];
    expect(await entity('ann', groupId)).toMatchObject({ id: groupId });
    expect(await entity('cem', groupId)).toEqual(await entity('cem', missingId));
  });
});
