import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let ada: Member;
let omar: Member;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  [ada, omar] = [await fixture.member('ada'), await fixture.member('omar')];
  const uma = await fixture.member('uma');
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), uma.id);
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const selection: Readonly<Record<string, string>> = {
  addPosition: 'position { id seats holders { id } }',
  endMandate: 'mandate { endsAt }',
  appointToPosition: 'mandate { id }',
};

async function act(
  subject: string | undefined,
  name: string,
  input: object,
): Promise<{ readonly __typename: string } & Readonly<Record<string, unknown>>> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${selection[name] ?? 'group { status memberCount viewerActions }'} } ... on UserError { message } } }`;
  const { data, errors } = await test.run(subject, query, { input });
  expect(errors).toBeUndefined();
  return data?.[name] as { __typename: string };
}

async function kind(subject: string | undefined, name: string, input: object): Promise<string> {
  return (await act(subject, name, input)).__typename;
}

const missing = '018f0000-0000-7000-8000-000000000000';

describe('the life of a group', () => {
  it('goes from its first officer to affiliation, dormancy, revival and its end', async () => {
    const group = await fixture.group('Archery', [ada.id, omar.id], 'PROVISIONAL');
    expect(await kind('omar', 'affiliateGroup', { groupId: group.id })).toBe('NotAllowedError');
    expect(await kind('uma', 'affiliateGroup', { groupId: group.id })).toBe('IllegalTransitionError');
    const added = await act('uma', 'addPosition', { groupId: group.id, title: 'Captain', kind: 'PRESIDENT', seats: 1 });
    expect(added).toMatchObject({ __typename: 'AddPositionSuccess', position: { seats: 1, holders: [] } });
    const { id: positionId } = added['position'] as { id: string };
    expect(
      await kind('uma', 'appointToPosition', {
        positionId,
        memberId: omar.id,
        startsAt: testStart,
        endsAt: '2027-06-01T00:00:00Z',
      }),
    ).toBe('AppointToPositionSuccess');
    expect(await act('uma', 'affiliateGroup', { groupId: group.id })).toMatchObject({
      group: { status: 'AFFILIATED' },
    });
    expect(await kind('uma', 'reviveGroup', { groupId: group.id })).toBe('IllegalTransitionError');

    const [mandate]: { id: string }[] = await test.dataSource.query('select id from mandate where position_id = $1', [
      positionId,
    ]);
    expect(await kind('ada', 'endMandate', { mandateId: mandate?.id })).toBe('NotAllowedError');
    expect(await act('omar', 'endMandate', { mandateId: mandate?.id })).toEqual({
      __typename: 'EndMandateSuccess',
      mandate: { endsAt: testStart },
    });
    expect(await kind('uma', 'endMandate', { mandateId: mandate?.id })).toBe('IllegalTransitionError');

    const runDue = () =>
      test.dataSource.query(
        `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())`,
        [`check-dormancy:${group.id}`],
      );
    const isDormant = async (): Promise<boolean> => {
      const { data } = await test.run('uma', 'query ($id: ID!) { group(id: $id) { status } }', { id: group.id });
      return JSON.stringify(data).includes('DORMANT');
    };
    // A job that is just being tried cannot be rescheduled; it can once it was found to be too early.
    await waitFor('the job to wait for its instant', async () => ((await runDue()) as unknown[]).length === 1);
    clock.set('2026-11-04T08:59:59.000Z');
    await runDue();
    expect(await isDormant()).toBe(false);
    clock.set('2026-11-04T09:00:00.000Z');
    await waitFor('the group to fall dormant', async () => {
      await runDue();
      return isDormant();
    });

    expect(await kind('uma', 'reviveGroup', { groupId: group.id })).toBe('IllegalTransitionError');
    expect(
      await kind('uma', 'appointToPosition', {
        positionId,
        memberId: ada.id,
        startsAt: '2026-11-04T09:00:00Z',
        endsAt: '2027-06-01T00:00:00Z',
      }),
    ).toBe('AppointToPositionSuccess');
    expect(await kind('ada', 'reviveGroup', { groupId: group.id })).toBe('NotAllowedError');
    expect(await act('uma', 'reviveGroup', { groupId: group.id })).toMatchObject({ group: { status: 'AFFILIATED' } });
    expect(await kind('ada', 'dissolveGroup', { groupId: group.id })).toBe('NotAllowedError');
    expect(await act('uma', 'dissolveGroup', { groupId: group.id })).toMatchObject({
      group: { status: 'DISSOLVED', memberCount: 0, viewerActions: [] },
    });
    const events: readonly { name: string }[] = await test.dataSource.query(
      `select name from outbox_event where aggregate_id like $1 or data->>'mandateId' in (select m.id::text from mandate m where m.position_id = $2) order by name`,
      [`${group.id}:%`, positionId],
    );
    expect(events.map(({ name }) => name)).toEqual([
      'GroupMembershipEnded',
      'GroupMembershipEnded',
      'MandateEnded',
      'MandateEnded',
      'MandateStarted',
      'MandateStarted',
    ]);
    expect(await kind('uma', 'dissolveGroup', { groupId: group.id })).toBe('IllegalTransitionError');
    expect(await kind('ada', 'joinGroup', { groupId: group.id })).toBe('IllegalTransitionError');
  });

  it('leaves nobody inside, even when somebody joins in the instant of its end', async () => {
    const people = await Promise.all(['j1', 'j2', 'j3', 'j4', 'j5'].map((subject) => fixture.member(subject)));
    const group = await fixture.group('Rush', [ada.id]);
    await Promise.all([
      ...people.map(({ subject }) => act(subject, 'joinGroup', { groupId: group.id })),
      act('uma', 'dissolveGroup', { groupId: group.id }),
    ]);
    const rows: readonly unknown[] = await test.dataSource.query(
      `select 1 from group_membership where group_id = $1 and status = 'ACTIVE'`,
      [group.id],
    );
    expect(rows).toEqual([]);
  });
});

describe('officers of a group', () => {
  it('put members out with a reason, and each other only through the union', async () => {
    const group = await fixture.group('Bees', [ada.id, omar.id]);
    await fixture.mandate(await fixture.position(group.id), omar.id);
    const treasurer = await fixture.mandate(await fixture.position(group.id, 'TREASURER'), ada.id);
    const removal = { groupId: group.id, memberId: ada.id, reason: 'Took the honey.' };
    expect(await kind('ada', 'removeFromGroup', { ...removal, memberId: omar.id })).toBe('NotAllowedError');
    expect(await kind('omar', 'removeFromGroup', removal)).toBe('NotAllowedError');
    expect(await kind('omar', 'endMandate', { mandateId: treasurer.id })).toBe('EndMandateSuccess');
    expect(await kind('omar', 'removeFromGroup', { ...removal, reason: '' })).toBe('ValidationError');
    expect(await act('omar', 'removeFromGroup', removal)).toMatchObject({
      __typename: 'RemoveFromGroupSuccess',
      group: { memberCount: 1 },
    });
    expect(await kind('omar', 'removeFromGroup', removal)).toBe('NotFoundError');
    const [row]: { status: string; removal_reason: string }[] = await test.dataSource.query(
      'select status, removal_reason from group_membership where group_id = $1 and member_id = $2',
      [group.id, ada.id],
    );
    expect(row).toEqual({ status: 'REMOVED', removal_reason: 'Took the honey.' });
    expect(await kind('ada', 'joinGroup', { groupId: group.id })).toBe('JoinGroupSuccess');
    expect(await kind('uma', 'removeFromGroup', { ...removal, memberId: omar.id })).toBe('RemoveFromGroupSuccess');
    expect((await test.run('omar', '{ viewer { member { mandates { id } } } }')).data).toEqual({
      viewer: { member: { mandates: [] } },
    });
  });

  it('cannot make themselves officers of the whole union, not even past the use case', async () => {
    const group = await fixture.group('Coup', [omar.id]);
    await fixture.mandate(await fixture.position(group.id), omar.id);
    expect(
      await kind('omar', 'addPosition', { groupId: group.id, title: 'King', kind: 'UNION_OFFICER', seats: 1 }),
    ).toBe('ValidationError');
    await expect(fixture.position(group.id, 'UNION_OFFICER')).rejects.toThrow('position_union_office_has_no_group');
  });

  it('add no office before the group is founded', async () => {
    const group = await fixture.group('Idea', [ada.id], 'PROPOSED');
    expect(await kind('uma', 'addPosition', { groupId: group.id, title: 'Lead', kind: 'PRESIDENT', seats: 1 })).toBe(
      'IllegalTransitionError',
    );
    expect(await kind('ada', 'addPosition', { groupId: group.id, title: 'Lead', kind: 'PRESIDENT', seats: 1 })).toBe(
      'NotAllowedError',
    );
  });
});

describe('what does not exist for the viewer', () => {
  it.each(['affiliateGroup', 'reviveGroup', 'dissolveGroup', 'removeFromGroup', 'addPosition'])(
    'is the same for %s as what is missing',
    async (name) => {
      const secret = await fixture.group(`Secret for ${name}`, [ada.id], 'PROPOSED');
      const inputs: Readonly<Record<string, object>> = {
        removeFromGroup: { memberId: ada.id, reason: 'x' },
        addPosition: { title: 'x', kind: 'OFFICER', seats: 1 },
      };
      const more = inputs[name] ?? {};
      const hidden = await act('carl', name, { groupId: secret.id, ...more });
      expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
      expect(hidden).toEqual(await act('carl', name, { groupId: missing, ...more }));
      expect(hidden).toEqual(await act('carl', name, { groupId: 'nonsense', ...more }));
    },
  );

  it('is the same for a mandate that is missing and text that is no id', async () => {
    expect(await kind('uma', 'endMandate', { mandateId: missing })).toBe('NotFoundError');
    expect(await act('uma', 'endMandate', { mandateId: missing })).toEqual(
      await act('uma', 'endMandate', { mandateId: 'nonsense' }),
    );
  });
});
