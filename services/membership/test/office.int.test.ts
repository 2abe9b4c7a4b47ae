import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Group } from '../src/group/group.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';
import { GroupActs } from './group-acts.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let acts: GroupActs;
let ada: Member;
let omar: Member;
let uma: Member;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  acts = new GroupActs(test);
  [ada, omar, uma] = [await fixture.member('ada'), await fixture.member('omar'), await fixture.member('uma')];
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), uma.id);
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

async function led(name: string): Promise<Group> {
  const group = await fixture.group(name, [ada.id, omar.id]);
  await fixture.mandate(await fixture.position(group.id), omar.id);
  return group;
}
const told = async (member: Member, reason: string): Promise<number> => {
  const [row]: { told: number }[] = await test.dataSource.query(
    'select count(*)::int as told from notification where member_id = $1 and reason = $2',
    [member.id, reason],
  );
  return row?.told ?? 0;
};

describe('a position', () => {
  it('is written anew, and taken away when nobody holds it or is to', async () => {
    const group = await led('Chess');
    const { id: positionId } = await fixture.position(group.id, 'OFFICER', 2);
    expect(await acts.act('omar', 'editPosition', { positionId, title: 'Captain', seats: 1 })).toMatchObject({
      position: { title: 'Captain', seats: 1, kind: 'OFFICER' },
    });
    expect(await acts.kind('ada', 'editPosition', { positionId, title: 'Queen' })).toBe('NotAllowedError');
    expect(await acts.kind('omar', 'editPosition', { positionId, kind: 'UNION_OFFICER' })).toBe('ValidationError');
    const term = { positionId, memberId: ada.id, startsAt: '2026-11-01T00:00:00Z', endsAt: '2026-12-01T00:00:00Z' };
    const given = await acts.act('omar', 'appointToPosition', { ...term, origin: 'BY_ELECTION' });
    expect(await acts.kind('omar', 'editPosition', { positionId, kind: 'TREASURER' })).toBe('ValidationError');
    expect(await acts.kind('omar', 'removePosition', { positionId })).toBe('ConflictError');
    await acts.kind('omar', 'endMandate', { mandateId: (given['mandate'] as { id: string }).id });
    expect(await acts.kind('omar', 'removePosition', { positionId })).toBe('RemovePositionSuccess');
    for (const name of ['removePosition', 'editPosition'])
      expect(await acts.kind('omar', name, { positionId })).toBe('NotFoundError');
    expect(await acts.kind('omar', 'appointToPosition', term)).toBe('NotFoundError');
  });

  it('is never both taken away and held, whoever is first, not even past the use case', async () => {
    const group = await led('Race');
    const term = { memberId: ada.id, startsAt: testStart, endsAt: '2026-12-01T00:00:00Z' };
    for (let round = 0; round < 4; round += 1) {
      const { id: positionId } = await fixture.position(group.id, 'OFFICER');
      const outcomes = await Promise.all([
        acts.kind('omar', 'appointToPosition', { ...term, positionId }),
        acts.kind('uma', 'removePosition', { positionId }),
      ]);
      expect(outcomes.filter((kind) => kind.endsWith('Success'))).toHaveLength(1);
    }
    const held = await fixture.position(group.id, 'SECRETARY');
    await fixture.mandate(held, ada.id);
    const removed = await fixture.position(group.id, 'OFFICER');
    const remove = (id: string) => test.dataSource.query('update position set removed_at = now() where id = $1', [id]);
    await expect(remove(held.id)).rejects.toThrow('somebody holds this position');
    await remove(removed.id);
    await expect(fixture.mandate(removed, ada.id)).rejects.toThrow('a mandate needs a position');
  });

  it('is not held twice by one person at a time', async () => {
    const group = await led('Twice');
    const crew = await fixture.position(group.id, 'OFFICER', 3);
    const term = { positionId: crew.id, memberId: ada.id, startsAt: testStart, endsAt: '2026-12-01T00:00:00Z' };
    const outcomes = await Promise.all([0, 1, 2].map(() => acts.kind('omar', 'appointToPosition', term)));
    expect(outcomes.sort()).toEqual(['AppointToPositionSuccess', 'ConflictError', 'ConflictError']);
    await expect(fixture.mandate(crew, ada.id, 3)).rejects.toThrow('mandate_one_seat_per_member');
  });
});

describe('a mandate', () => {
  it('goes on as a new one, tells its holder, and stays in the history of group and member', async () => {
    const group = await led('Go');
    const { id: positionId } = await fixture.position(group.id, 'TREASURER');
    const term = { positionId, memberId: ada.id, startsAt: testStart, endsAt: '2026-12-01T00:00:00Z' };
    const before = await told(ada, 'MANDATE_STARTED');
    const { id: mandateId } = (await acts.act('omar', 'appointToPosition', { ...term, origin: 'BY_ELECTION' }))[
      'mandate'
    ] as { id: string };
    expect(await told(ada, 'MANDATE_STARTED')).toBe(before + 1);
    expect(await acts.kind('ada', 'extendMandate', { mandateId: acts.missing, endsAt: '2027-02-01T00:00:00Z' })).toBe(
      'NotFoundError',
    );
    expect(await acts.kind('omar', 'extendMandate', { mandateId, endsAt: '2026-11-01T00:00:00Z' })).toBe(
      'ValidationError',
    );
    expect(await acts.act('omar', 'extendMandate', { mandateId, endsAt: '2027-02-01T00:00:00Z' })).toMatchObject({
      mandate: { startsAt: '2026-12-01T00:00:00.000Z', endsAt: '2027-02-01T00:00:00.000Z', origin: 'APPOINTED' },
    });
    expect(await acts.kind('omar', 'extendMandate', { mandateId, endsAt: '2027-02-01T00:00:00Z' })).toBe(
      'LimitReachedError',
    );
    const { data } = await test.run(
      'ada',
      'query ($id: ID!) { group(id: $id) { roleHistory(first: 2) { edges { node { position { title } origin startsAt viewerActions } } pageInfo { hasNextPage } } } viewer { member { roleHistory(first: 50) { edges { node { id } } } } } }',
      { id: group.id },
    );
    expect(data?.['group']).toMatchObject({
      roleHistory: {
        edges: [
          { node: { position: { title: 'treasurer' }, origin: 'APPOINTED', startsAt: '2026-12-01T00:00:00.000Z' } },
          { node: { position: { title: 'treasurer' }, origin: 'BY_ELECTION', viewerActions: ['END', 'EXTEND'] } },
        ],
        pageInfo: { hasNextPage: true },
      },
    });
    expect(JSON.stringify(data?.['viewer'])).toContain(mandateId);
    clock.set('2026-12-01T00:00:00Z');
    expect(await acts.kind('omar', 'extendMandate', { mandateId, endsAt: '2027-03-01T00:00:00Z' })).toBe(
      'IllegalTransitionError',
    );
  });

  it('is named to its holder two weeks before it ends', async () => {
    const group = await led('Soon');
    const { id: positionId } = await fixture.position(group.id, 'OFFICER');
    const given = await acts.act('omar', 'appointToPosition', {
      positionId,
      memberId: ada.id,
      startsAt: testStart,
      endsAt: '2026-11-05T00:00:00Z',
    });
    const { id } = given['mandate'] as { id: string };
    clock.set('2026-10-22T00:00:00Z');
    await waitFor('the holder to be reminded', async () => {
      await acts.hurry(`remind-mandate:${id}`);
      return (await told(ada, 'MANDATE_ENDING')) === 1;
    });
    expect(await told(omar, 'MANDATE_ENDING')).toBe(0);
  });
});

describe('the roster', () => {
  it('names roles, and shows officers or newcomers alone', async () => {
    const group = await led('Roster');
    await test.dataSource.query(
      `update group_membership set since = '2026-10-01' where group_id = $1 and member_id = $2`,
      [group.id, ada.id],
    );
    const query =
      'query ($id: ID!, $part: RosterPart) { group(id: $id) { members(part: $part) { edges { node { member { displayName } roles { position { title } } } } } } }';
    const roster = async (part: string | null, subject = 'ada') =>
      (await test.run(subject, query, { id: group.id, part })).data?.['group'];
    const row = (displayName: string, ...titles: readonly string[]) => ({
      node: { member: { displayName }, roles: titles.map((title) => ({ position: { title } })) },
    });
    expect(await roster(null)).toEqual({ members: { edges: [row('omar', 'president'), row('ada')] } });
    expect(await roster('OFFICERS')).toEqual({ members: { edges: [row('omar', 'president')] } });
    expect(await roster('NEWCOMERS')).toEqual({ members: { edges: [row('ada')] } });
    await fixture.member('outsider');
    expect(await roster('OFFICERS', 'outsider')).toEqual({ members: { edges: [] } });
    const statements = async (first: number): Promise<number> =>
      (
        await test.countStatements(() =>
          test.run(
            'ada',
            'query ($id: ID!, $first: Int!) { group(id: $id) { members(first: $first) { edges { node { member { displayName } roles { id } } } } } }',
            { id: group.id, first },
          ),
        )
      ).length;
    await statements(1);
    expect(await statements(10)).toBe(await statements(1));
  });
});

describe('the handover', () => {
  it('warns the group and the union once when the last mandate ends soon, and again when nobody is left', async () => {
    const group = await fixture.group('Last', [ada.id, omar.id]);
    const { id: positionId } = await fixture.position(group.id);
    const given = await acts.act('uma', 'appointToPosition', {
      positionId,
      memberId: omar.id,
      startsAt: testStart,
      endsAt: '2026-11-05T00:00:00Z',
    });
    const { id: mandateId } = given['mandate'] as { id: string };
    const handover = async () =>
      (
        await test.run(undefined, 'query ($id: ID!) { group(id: $id) { handover { state servedUntil dormantAt } } }', {
          id: group.id,
        })
      ).data?.['group'];
    expect(await handover()).toEqual({
      handover: { state: 'SERVED', servedUntil: '2026-11-05T00:00:00.000Z', dormantAt: null },
    });
    const warnings = async (member: Member): Promise<number> => {
      const [row]: { told: number }[] = await test.dataSource.query(
        `select count(*)::int as told from notification where member_id = $1 and reason = 'OFFICERS_MISSING' and group_id = $2`,
        [member.id, group.id],
      );
      return row?.told ?? 0;
    };
    clock.set('2026-10-22T00:00:00Z');
    expect(await handover()).toMatchObject({ handover: { state: 'ENDING' } });
    await waitFor('everybody to be warned', async () => {
      await acts.hurry(`handover:${group.id}`);
      return (await warnings(ada)) === 1 && (await warnings(uma)) === 1;
    });
    await acts.kind('omar', 'endMandate', { mandateId });
    expect(await handover()).toEqual({
      handover: { state: 'MISSING', servedUntil: '2026-10-22T00:00:00.000Z', dormantAt: '2026-11-21T00:00:00.000Z' },
    });
    await waitFor('everybody to be told', async () => {
      await acts.hurry(`handover:${group.id}`);
      return (await warnings(ada)) === 2 && (await warnings(uma)) === 2;
    });
    const inNeed = await test.run(
      'uma',
      '{ groupsInNeed(concern: WITHOUT_OFFICERS, first: 100) { edges { node { name } } } }',
    );
    expect(JSON.stringify(inNeed.data)).toContain('Last');
  });
});

describe('the officers of a group', () => {
  it('write its name and purpose anew, and no two groups get one name in the same instant', async () => {
    const [red, blue] = [await led('Red'), await led('Blue')];
    expect(await acts.kind('ada', 'editGroup', { groupId: red.id, name: 'Scarlet' })).toBe('NotAllowedError');
    expect(await acts.kind('omar', 'editGroup', { groupId: red.id, name: 'X' })).toBe('ValidationError');
    expect(await acts.kind('omar', 'editGroup', { groupId: red.id, name: 'blue' })).toBe('ConflictError');
    const outcomes = await Promise.all(
      [red, blue].map(({ id }) => acts.kind('omar', 'editGroup', { groupId: id, name: 'Violet' })),
    );
    expect(outcomes.sort()).toEqual(['ConflictError', 'EditGroupSuccess']);
  });

  it('keep a dormant group for a year before it may be dissolved', async () => {
    const group = await fixture.group('Asleep', [ada.id], 'DORMANT');
    await test.dataSource.query(
      `update student_group set dormant_since = '2026-01-01', dormant_because = 'NO_OFFICER' where id = $1`,
      [group.id],
    );
    expect(await acts.kind('uma', 'dissolveGroup', { groupId: group.id })).toBe('IllegalTransitionError');
    clock.set('2027-01-01T00:00:00Z');
    const inNeed = await test.run(
      'uma',
      '{ groupsInNeed(concern: DORMANT_FOR_A_YEAR) { edges { node { name viewerActions } } } }',
    );
    expect(JSON.stringify(inNeed.data)).toContain('DISSOLVE');
    expect(await acts.kind('uma', 'dissolveGroup', { groupId: group.id })).toBe('DissolveGroupSuccess');
  });
});
