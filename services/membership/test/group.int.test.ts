import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Group } from '../src/group/group.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let ada: Member;
let omar: Member;
let chess: Group;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  omar = await fixture.member('omar');
  chess = await fixture.group('Chess', [omar.id]);
});
afterAll(() => test.stop());

const join =
  'mutation ($input: JoinGroupInput!) { joinGroup(input: $input) { __typename ... on JoinGroupSuccess { group { memberCount viewerIsMember } } ... on UserError { message } } }';
const leave =
  'mutation ($input: LeaveGroupInput!) { leaveGroup(input: $input) { __typename ... on UserError { message } } }';
const appoint =
  'mutation ($input: AppointToPositionInput!) { appointToPosition(input: $input) { __typename ... on AppointToPositionSuccess { mandate { id member { id } } } ... on UserError { message } } }';

describe('joining a group', () => {
  it('counts a member once, however often they join at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => test.run('ada', join, { input: { groupId: chess.id } })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data?.['joinGroup'])))).toEqual(
      new Set([JSON.stringify({ __typename: 'JoinGroupSuccess', group: { memberCount: 2, viewerIsMember: true } })]),
    );
    const events: readonly unknown[] = await test.dataSource.query(
      `select 1 from outbox_event where name = 'GroupMembershipStarted'`,
    );
    expect(events).toHaveLength(1);
  });

  it('is refused to anonymous callers and to staff who are not members', async () => {
    for (const subject of [undefined, 'carl']) {
      const answer = await test.run(subject, join, { input: { groupId: chess.id } });
      expect(answer.data?.['joinGroup']).toMatchObject({ __typename: 'NotAllowedError' });
    }
  });

  it('answers a proposal a stranger may not see exactly as a group that does not exist', async () => {
    const secret = await fixture.group('Secret', [ada.id], 'PROPOSED');
    const hidden = await test.run('carl', join, { input: { groupId: secret.id } });
    const missing = await test.run('carl', join, { input: { groupId: '018f0000-0000-7000-8000-000000000000' } });
    const nonsense = await test.run('carl', join, { input: { groupId: 'no-id-at-all' } });
    expect(hidden).toEqual(missing);
    expect(nonsense).toEqual(missing);
  });

  it('turns a proposal into a provisional group with the founder who completes the number', async () => {
    const founders = await Promise.all(['f1', 'f2', 'f3', 'f4'].map((subject) => fixture.member(subject)));
    const proposed = await fixture.group(
      'Astronomy',
      founders.map(({ id }) => id),
      'PROPOSED',
    );
    await test.run('omar', join, { input: { groupId: proposed.id } });
    const answer = await test.run('omar', '{ groups(search: "astro") { edges { node { status } } } }');
    expect(answer.data?.['groups']).toEqual({ edges: [{ node: { status: 'PROVISIONAL' } }] });
  });
});

describe('a mandate', () => {
  it('gives rights from its first instant to its last and to nobody outside the group', async () => {
    const go = await fixture.group('Go', [ada.id, omar.id]);
    const position = await fixture.position(go.id);
    const officers = await fixture.position(go.id, 'OFFICER', 2);
    await fixture.mandate(position, omar.id);
    const term = { positionId: officers.id, startsAt: '2026-10-06T00:00:00Z', endsAt: '2026-10-20T00:00:00Z' };
    const asked = { input: { ...term, memberId: ada.id } };
    expect((await test.run('ada', appoint, asked)).data?.['appointToPosition']).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect((await test.run('omar', appoint, asked)).data?.['appointToPosition']).toMatchObject({
      __typename: 'AppointToPositionSuccess',
    });
    const stranger = await fixture.member('stranger');
    expect(
      (await test.run('omar', appoint, { input: { ...term, memberId: stranger.id } })).data?.['appointToPosition'],
    ).toMatchObject({ __typename: 'ConflictError' });

    const mayAppoint = async (): Promise<boolean> => {
      const { data } = await test.run('ada', 'query ($id: ID!) { group(id: $id) { viewerActions } }', { id: go.id });
      return JSON.stringify(data).includes('APPOINT');
    };
    expect(await mayAppoint()).toBe(false);
    clock.set('2026-10-06T00:00:00Z');
    expect(await mayAppoint()).toBe(true);
    clock.set('2026-10-20T00:00:00Z');
    expect(await mayAppoint()).toBe(false);
    clock.set(testStart);
  });

  it('never has more holders than seats, however many are appointed at once', async () => {
    const people = await Promise.all(['p1', 'p2', 'p3', 'p4'].map((subject) => fixture.member(subject)));
    const club = await fixture.group('Rowing', [...people.map(({ id }) => id), omar.id]);
    await fixture.mandate(await fixture.position(club.id), omar.id);
    const crew = await fixture.position(club.id, 'OFFICER', 2);
    const answers = await Promise.all(
      people.map(({ id }) =>
        test.run('omar', appoint, {
          input: {
            positionId: crew.id,
            memberId: id,
            startsAt: '2026-10-06T00:00:00Z',
            endsAt: '2026-12-01T00:00:00Z',
          },
        }),
      ),
    );
    const kinds = answers
      .map(({ data }) => (data?.['appointToPosition'] as { __typename: string } | undefined)?.__typename ?? '')
      .sort();
    expect(kinds).toEqual([
      'AppointToPositionSuccess',
      'AppointToPositionSuccess',
      'LimitReachedError',
      'LimitReachedError',
    ]);
  });

  it('cannot be written for somebody outside the group even past the use case', async () => {
    const outsider = await fixture.member('outsider');
    const position = await fixture.position(chess.id, 'TREASURER');
    await expect(fixture.mandate(position, outsider.id)).rejects.toThrow('a mandate needs an active membership');
    await expect(fixture.mandate(position, omar.id)).resolves.toBeDefined();
    await expect(fixture.mandate(position, ada.id)).rejects.toThrow('mandate_one_holder_per_seat');
  });

  it('ends when its holder leaves the group', async () => {
    const drama = await fixture.group('Drama', [ada.id]);
    const mandate = await fixture.mandate(await fixture.position(drama.id), ada.id);
    expect((await test.run('ada', leave, { input: { groupId: drama.id } })).data?.['leaveGroup']).toEqual({
      __typename: 'LeaveGroupSuccess',
    });
    const [row]: { ended_at: Date }[] = await test.dataSource.query('select ended_at from mandate where id = $1', [
      mandate.id,
    ]);
    expect(row?.ended_at).toEqual(new Date(testStart));
    expect((await test.run('ada', leave, { input: { groupId: drama.id } })).data?.['leaveGroup']).toMatchObject({
      __typename: 'NotAllowedError',
    });
  });

  it('is recorded as ended at its stated instant by the job, whatever its delay', async () => {
    const film = await fixture.group('Film', [ada.id, omar.id]);
    await fixture.mandate(await fixture.position(film.id), omar.id);
    const second = await fixture.position(film.id, 'SECRETARY');
    const given = await test.run('omar', appoint, {
      input: { positionId: second.id, memberId: ada.id, startsAt: testStart, endsAt: '2026-10-05T10:00:00Z' },
    });
    const mandateId = (given.data?.['appointToPosition'] as { mandate: { id: string } } | undefined)?.mandate.id;
    expect(mandateId).toBeDefined();
    clock.set('2026-10-05T10:07:00Z');
    await test.dataSource.query(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())`,
      [`end-mandate:${String(mandateId)}`],
    );
    await waitFor('the mandate to end', async () => {
      const [row]: { ended_at: Date | null }[] = await test.dataSource.query(
        'select ended_at from mandate where id = $1',
        [mandateId],
      );
      return row?.ended_at?.toISOString() === '2026-10-05T10:00:00.000Z';
    });
    clock.set(testStart);
  });
});

describe('lists', () => {
  it('cost the same number of statements for two groups and for ten', async () => {
    const query =
      '{ groups(first: FIRST) { edges { node { name memberCount viewerActions positions { title holders { member { displayName } } } } } } }';
    const statements = async (first: number): Promise<number> =>
      (await test.countStatements(() => test.run('ada', query.replace('FIRST', String(first))))).length;
    await statements(2);
    expect(await statements(10)).toBe(await statements(2));
  });

  it('page without a gap or a repeat while groups are founded', async () => {
    const query =
      'query ($after: String) { groups(first: 2, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } }';
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { data } = await test.run('ada', query, { after });
      const page = data?.['groups'] as {
        edges: { node: { name: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.edges.map(({ node }) => node.name));
      await fixture.group(`A new one ${seen.length}`, []);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a.localeCompare(b)));
    expect(seen).toEqual(expect.arrayContaining(['Astronomy', 'Chess', 'Rowing', 'Secret']));
  });

  it('show a roster to the group and to nobody else', async () => {
    const query = 'query ($id: ID!) { group(id: $id) { members { edges { node { member { displayName } } } } } }';
    const roster = async (subject: string | undefined) =>
      (await test.run(subject, query, { id: chess.id })).data?.['group'];
    expect(await roster('ada')).toEqual({
      members: { edges: [{ node: { member: { displayName: 'omar' } } }, { node: { member: { displayName: 'ada' } } }] },
    });
    for (const subject of [undefined, 'stranger', 'carl'])
      expect(await roster(subject)).toEqual({ members: { edges: [] } });
  });
});
