import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Group } from '../src/group/group.js';
import type { Member } from '../src/member/member.js';
import { GroupActs } from './group-acts.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let acts: GroupActs;
let omar: Member;
let choir: Group;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  acts = new GroupActs(test);
  omar = await fixture.member('omar');
  const uma = await fixture.member('uma');
  await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), uma.id);
  choir = await fixture.group('Choir', [omar.id]);
  await fixture.mandate(await fixture.position(choir.id), omar.id);
  await acts.kind('omar', 'changeJoinPolicy', { groupId: choir.id, joinPolicy: 'REQUEST' });
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const ofMember = `query ($id: ID!) { group(id: $id) { viewerIsMember viewerActions viewerAdmission { id kind words viewerActions } } }`;
const seen = async (subject: string, id = choir.id) => (await test.run(subject, ofMember, { id })).data?.['group'];
const waitingOf = async (subject: string | undefined, id = choir.id) => {
  const { data } = await test.run(
    subject,
    'query ($id: ID!) { group(id: $id) { requestCount admissions { edges { node { id kind words member { id displayName } } } } } }',
    { id },
  );
  const group = data?.['group'] as {
    requestCount: number | null;
    admissions: {
      edges: {
        node: { id: string; kind: string; words: string | null; member: { id: string; displayName: string | null } };
      }[];
    };
  };
  return { count: group.requestCount, nodes: group.admissions.edges.map(({ node }) => node) };
};
const idOf = async (member: Member, groupId = choir.id): Promise<string> => {
  const [row]: { id: string }[] = await test.dataSource.query(
    `select id from group_membership where group_id = $1 and member_id = $2 and kind is not null order by asked_at desc, id desc limit 1`,
    [groupId, member.id],
  );
  return row?.id ?? '';
};
const statusOf = async (member: Member, groupId = choir.id): Promise<readonly string[]> => {
  const rows: readonly { status: string }[] = await test.dataSource.query(
    'select status from group_membership where group_id = $1 and member_id = $2 order by id',
    [groupId, member.id],
  );
  return rows.map(({ status }) => status);
};
const told = async (member: Member, reason: string): Promise<number> => {
  const [row]: { told: number }[] = await test.dataSource.query(
    'select count(*)::int as told from notification where member_id = $1 and reason = $2',
    [member.id, reason],
  );
  return row?.told ?? 0;
};

describe('a group that is asked first', () => {
  it('is not joined at once, and lets in whom an officer accepts', async () => {
    const mo = await fixture.member('mo');
    expect(await seen('mo')).toMatchObject({ viewerActions: ['REQUEST_TO_JOIN'], viewerAdmission: null });
    expect(await acts.kind('mo', 'joinGroup', { groupId: choir.id })).toBe('NotAllowedError');
    const ask = { groupId: choir.id, words: ' I sing alto. ' };
    for (let times = 0; times < 2; times += 1)
      expect(await acts.kind('mo', 'requestToJoin', ask)).toBe('RequestToJoinSuccess');
    expect(await seen('mo')).toMatchObject({
      viewerAdmission: { kind: 'REQUEST', words: 'I sing alto.', viewerActions: ['WITHDRAW'] },
    });
    expect(await told(omar, 'GROUP_REQUESTED')).toBe(1);
    const waiting = await waitingOf('omar');
    expect(waiting).toMatchObject({
      count: 1,
      nodes: [{ kind: 'REQUEST', words: 'I sing alto.', member: { id: mo.id } }],
    });
    expect(await waitingOf('mo')).toEqual({ count: null, nodes: [] });
    expect(await waitingOf(undefined)).toEqual({ count: null, nodes: [] });
    const admissionId = await idOf(mo);
    expect(await acts.kind('mo', 'acceptAdmission', { admissionId })).toBe('NotAllowedError');
    expect(await acts.kind('omar', 'acceptAdmission', { admissionId })).toBe('AcceptAdmissionSuccess');
    expect(await acts.kind('omar', 'acceptAdmission', { admissionId })).toBe('IllegalTransitionError');
    expect(await seen('mo')).toMatchObject({ viewerIsMember: true, viewerAdmission: null });
    expect(await told(mo, 'GROUP_REQUEST_DECIDED')).toBe(1);
    const events: readonly unknown[] = await test.dataSource.query(
      `select 1 from outbox_event where name = 'GroupMembershipStarted' and aggregate_id = $1`,
      [`${choir.id}:${mo.id}`],
    );
    expect(events).toHaveLength(1);
  });

  it('declines with a word to the one who asked, who may take a request back and ask again', async () => {
    const pat = await fixture.member('pat');
    await acts.kind('pat', 'requestToJoin', { groupId: choir.id });
    expect(await acts.kind('omar', 'declineAdmission', { admissionId: await idOf(pat) })).toBe(
      'DeclineAdmissionSuccess',
    );
    expect(await told(pat, 'GROUP_REQUEST_DECIDED')).toBe(1);
    await acts.kind('pat', 'requestToJoin', { groupId: choir.id });
    expect(await acts.kind('omar', 'withdrawAdmission', { admissionId: await idOf(pat) })).toBe('NotAllowedError');
    expect(await acts.kind('pat', 'withdrawAdmission', { admissionId: await idOf(pat) })).toBe(
      'WithdrawAdmissionSuccess',
    );
    expect(await statusOf(pat)).toEqual(['DECLINED', 'WITHDRAWN']);
    expect((await waitingOf('omar')).count).toBe(0);
  });

  it('gives the first answer again to the same key and refuses it for other words', async () => {
    await fixture.member('key');
    const ask = { groupId: choir.id, words: 'One.', idempotencyKey: 'once' };
    expect(await acts.kind('key', 'requestToJoin', ask)).toBe('RequestToJoinSuccess');
    expect(await acts.kind('key', 'requestToJoin', ask)).toBe('RequestToJoinSuccess');
    expect(await acts.kind('key', 'requestToJoin', { ...ask, words: 'Two.' })).toBe('ConflictError');
  });

  it('lets everybody in at once again when it opens, whoever waits included', async () => {
    const nat = await fixture.member('nat');
    const open = await fixture.group('Opening', [omar.id]);
    await fixture.mandate(await fixture.position(open.id), omar.id);
    await acts.kind('omar', 'changeJoinPolicy', { groupId: open.id, joinPolicy: 'REQUEST' });
    await acts.kind('nat', 'requestToJoin', { groupId: open.id });
    await acts.kind('omar', 'changeJoinPolicy', { groupId: open.id, joinPolicy: 'OPEN' });
    expect(await acts.kind('nat', 'joinGroup', { groupId: open.id })).toBe('JoinGroupSuccess');
    expect(await statusOf(nat, open.id)).toEqual(['ACTIVE']);
  });
});

describe('an invitation', () => {
  it('is told, taken up or declined by the one invited, and declining is silent', async () => {
    const [ivy, ida] = [await fixture.member('ivy'), await fixture.member('ida')];
    for (const { id } of [ivy, ida])
      expect(
        await acts.kind('omar', 'inviteToGroup', { groupId: choir.id, memberId: id, words: 'Sing with us.' }),
      ).toBe('InviteToGroupSuccess');
    expect(await told(ivy, 'GROUP_INVITED')).toBe(1);
    const mine = await test.run(
      'ivy',
      '{ viewer { admissions { edges { node { kind words group { name } viewerActions } } } } }',
    );
    expect(mine.data).toEqual({
      viewer: {
        admissions: {
          edges: [
            {
              node: {
                kind: 'INVITATION',
                words: 'Sing with us.',
                group: { name: 'Choir' },
                viewerActions: ['ACCEPT', 'DECLINE'],
              },
            },
          ],
        },
      },
    });
    expect(await acts.kind('omar', 'acceptAdmission', { admissionId: await idOf(ivy) })).toBe('NotAllowedError');
    expect(await acts.kind('ivy', 'acceptAdmission', { admissionId: await idOf(ivy) })).toBe('AcceptAdmissionSuccess');
    const before = (await waitingOf('omar')).nodes;
    expect(await acts.kind('ida', 'declineAdmission', { admissionId: await idOf(ida) })).toBe(
      'DeclineAdmissionSuccess',
    );
    expect((await waitingOf('omar')).nodes).toEqual(before);
    // Asking her again looks the same to the group, and reaches nobody.
    expect(await acts.kind('omar', 'inviteToGroup', { groupId: choir.id, memberId: ida.id })).toBe(
      'InviteToGroupSuccess',
    );
    expect(await told(ida, 'GROUP_INVITED')).toBe(1);
    expect(await seen('ida')).toMatchObject({ viewerAdmission: null });
    expect(await acts.kind('omar', 'withdrawAdmission', { admissionId: await idOf(ida) })).toBe(
      'WithdrawAdmissionSuccess',
    );
    expect((await waitingOf('omar')).nodes.filter(({ member }) => member.id === ida.id)).toEqual([]);
  });

  it('from somebody who is blocked is never told, and the sender cannot find out', async () => {
    const [bea, ben] = [await fixture.member('bea'), await fixture.member('ben')];
    await test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
      bea.id,
      omar.id,
      testStart,
    ]);
    const invite = (memberId: string) => acts.act('omar', 'inviteToGroup', { groupId: choir.id, memberId });
    const statements = async (member: Member): Promise<number> =>
      (await test.countStatements(() => invite(member.id))).length;
    expect(await statements(bea)).toBe(await statements(ben));
    expect(await invite(bea.id)).toEqual(await invite(ben.id));
    expect(await told(bea, 'GROUP_INVITED')).toBe(0);
    expect(await told(ben, 'GROUP_INVITED')).toBe(1);
    expect(await seen('bea')).toMatchObject({ viewerAdmission: null, viewerActions: ['REQUEST_TO_JOIN'] });
    const { data } = await test.run('bea', '{ viewer { admissions { edges { node { id } } } } }');
    expect(data).toEqual({ viewer: { admissions: { edges: [] } } });
    const hidden = await acts.act('bea', 'acceptAdmission', { admissionId: await idOf(bea) });
    expect(hidden).toEqual(await acts.act('bea', 'acceptAdmission', { admissionId: acts.missing }));
    const rows = (await waitingOf('omar')).nodes.filter(({ member }) => [bea, ben].some(({ id }) => id === member.id));
    expect(rows).toHaveLength(2);
    // Her own request goes out as if nothing had been there, and her words are not for him.
    expect(await acts.kind('bea', 'requestToJoin', { groupId: choir.id, words: 'Not for Omar.' })).toBe(
      'RequestToJoinSuccess',
    );
    const request = (await waitingOf('omar')).nodes.find(({ member }) => member.id === bea.id);
    expect(request).toMatchObject({ kind: 'REQUEST', words: null, member: { displayName: null } });
    expect((await waitingOf('uma')).nodes.find(({ member }) => member.id === bea.id)).toMatchObject({
      words: 'Not for Omar.',
    });
  });

  it('is refused for who is inside already, and is the same for somebody missing and for somebody who is no member now', async () => {
    const gone = await fixture.member('gone', { status: 'ALUMNI' });
    expect(await acts.kind('omar', 'inviteToGroup', { groupId: choir.id, memberId: omar.id })).toBe('ConflictError');
    const answer = await acts.act('omar', 'inviteToGroup', { groupId: choir.id, memberId: gone.id });
    expect(answer).toMatchObject({ __typename: 'NotFoundError' });
    expect(await acts.act('omar', 'inviteToGroup', { groupId: choir.id, memberId: acts.missing })).toEqual(answer);
  });
});

describe('a request or an invitation that nobody answers', () => {
  it('ends after 30 days by the job, at its stated instant', async () => {
    const old = await fixture.member('old');
    await acts.kind('old', 'requestToJoin', { groupId: choir.id });
    const admissionId = await idOf(old);
    clock.set('2026-11-04T09:00:00.000Z');
    expect((await waitingOf('omar')).nodes.map(({ id }) => id)).not.toContain(admissionId);
    expect(await acts.kind('omar', 'acceptAdmission', { admissionId })).toBe('IllegalTransitionError');
    await waitFor('the request to end', async () => {
      await acts.hurry(`expire-admission:${admissionId}`);
      return (await statusOf(old)).includes('EXPIRED');
    });
    const [row]: { until: Date }[] = await test.dataSource.query('select until from group_membership where id = $1', [
      admissionId,
    ]);
    expect(row?.until).toEqual(new Date('2026-11-04T09:00:00.000Z'));
  });
});

describe('many at once', () => {
  it('leave one live row and one truth for request, accept, withdraw and leave', async () => {
    const races = await Promise.all(['r1', 'r2', 'r3', 'r4'].map((subject) => fixture.member(subject)));
    for (const racer of races) await acts.kind(racer.subject, 'requestToJoin', { groupId: choir.id });
    await Promise.all(
      races.flatMap((racer) => [
        ...[0, 1].map(() => acts.kind(racer.subject, 'requestToJoin', { groupId: choir.id })),
        idOf(racer).then((admissionId) => acts.kind('omar', 'acceptAdmission', { admissionId })),
        idOf(racer).then((admissionId) => acts.kind('omar', 'declineAdmission', { admissionId })),
        idOf(racer).then((admissionId) => acts.kind(racer.subject, 'withdrawAdmission', { admissionId })),
        acts.kind(racer.subject, 'leaveGroup', { groupId: choir.id }),
      ]),
    );
    for (const racer of races) {
      const live = (await statusOf(racer)).filter((status) => ['INVITED', 'REQUESTED', 'ACTIVE'].includes(status));
      expect(live.length).toBeLessThanOrEqual(1);
      const [events]: { started: number; ended: number }[] = await test.dataSource.query(
        `select count(*) filter (where name = 'GroupMembershipStarted')::int as started,
           count(*) filter (where name = 'GroupMembershipEnded')::int as ended from outbox_event where aggregate_id = $1`,
        [`${choir.id}:${racer.id}`],
      );
      expect((events?.started ?? 0) - (events?.ended ?? 0)).toBe(live.includes('ACTIVE') ? 1 : 0);
    }
  });

  it('cannot write a second live row even past the use case', async () => {
    const two = await fixture.member('two');
    await acts.kind('two', 'requestToJoin', { groupId: choir.id });
    await expect(
      test.dataSource.query(
        `insert into group_membership (id, group_id, member_id, status, since, version) values (gen_random_uuid(), $1, $2, 'ACTIVE', now(), 1)`,
        [choir.id, two.id],
      ),
    ).rejects.toThrow('group_membership_one_live');
    await expect(
      test.dataSource.query(
        `insert into group_membership (id, group_id, member_id, status, since, version) values (gen_random_uuid(), $1, $2, 'INVITED', now(), 1)`,
        [choir.id, omar.id],
      ),
    ).rejects.toThrow('group_membership_asked');
  });

  it('leave nothing waiting in a group that is dissolved meanwhile', async () => {
    const rush = await fixture.group('Rush hour', [omar.id]);
    await fixture.mandate(await fixture.position(rush.id), omar.id);
    await acts.kind('omar', 'changeJoinPolicy', { groupId: rush.id, joinPolicy: 'REQUEST' });
    const people = await Promise.all(['d1', 'd2', 'd3', 'd4'].map((subject) => fixture.member(subject)));
    await Promise.all([
      ...people.map(({ subject }) => acts.kind(subject, 'requestToJoin', { groupId: rush.id })),
      acts.kind('uma', 'dissolveGroup', { groupId: rush.id }),
    ]);
    const live: readonly unknown[] = await test.dataSource.query(
      `select 1 from group_membership where group_id = $1 and status in ('INVITED', 'REQUESTED', 'ACTIVE')`,
      [rush.id],
    );
    expect(live).toEqual([]);
  });
});

describe('the list of who waits', () => {
  it('costs the same number of statements for two and for ten, and pages without a gap', async () => {
    const query = `query ($id: ID!, $first: Int!, $after: String) { group(id: $id) { admissions(first: $first, after: $after) { edges { node { id member { id displayName } viewerActions } } pageInfo { hasNextPage endCursor } } } }`;
    const page = async (first: number, after: string | null = null) => {
      const { data } = await test.run('omar', query, { id: choir.id, first, after });
      const group = data?.['group'] as {
        admissions: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      return group.admissions;
    };
    for (const subject of ['w1', 'w2', 'w3', 'w4']) {
      await fixture.member(subject);
      await acts.kind(subject, 'requestToJoin', { groupId: choir.id });
    }
    const statements = async (first: number): Promise<number> => (await test.countStatements(() => page(first))).length;
    await statements(2);
    expect(await statements(10)).toBe(await statements(2));
    const all = (await page(100)).edges.map(({ node }) => node.id);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await page(2, after);
      paged.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
  });
});
