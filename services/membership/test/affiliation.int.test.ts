import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Group, GroupStatus } from '../src/group/group.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';
import { GroupActs } from './group-acts.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let acts: GroupActs;
let people: Record<'pia' | 'tom' | 'sam' | 'mo' | 'uma' | 'una', Member>;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  acts = new GroupActs(test);
  const [pia, tom, sam] = [await fixture.member('pia'), await fixture.member('tom'), await fixture.member('sam')];
  const [mo, uma, una] = [await fixture.member('mo'), await fixture.member('uma'), await fixture.member('una')];
  people = { pia, tom, sam, mo, uma, una };
  const office = await fixture.position(undefined, 'UNION_OFFICER', 2);
  await fixture.mandate(office, uma.id);
  await fixture.mandate(office, una.id, 2);
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

/** A group with a president, a treasurer and a secretary. */
async function ready(name: string, status: GroupStatus = 'PROVISIONAL'): Promise<Group> {
  const { pia, tom, sam } = people;
  const group = await fixture.group(name, [pia.id, tom.id, sam.id], status);
  await fixture.mandate(await fixture.position(group.id, 'PRESIDENT'), pia.id);
  await fixture.mandate(await fixture.position(group.id, 'TREASURER'), tom.id);
  await fixture.mandate(await fixture.position(group.id, 'SECRETARY'), sam.id);
  return group;
}

/** An affiliated group whose yearly submission is due then. */
async function due(name: string, at: string): Promise<Group> {
  const group = await ready(name, 'AFFILIATED');
  await test.dataSource.query('update student_group set reaffiliation_due_at = $2 where id = $1', [group.id, at]);
  return group;
}

const written = (groupId: string) => ({
  groupId,
  constitutionText: 'We meet every week and decide by majority.',
  riskStatement: 'Boards are heavy. Two people carry each of them.',
  programme: 'An open evening in the first week of November.',
});
const submit = async (groupId: string, by = 'pia', more: object = {}): Promise<string> => {
  const outcome = await acts.act(by, 'submitAffiliation', { ...written(groupId), ...more });
  expect(outcome).toMatchObject({ __typename: 'SubmitAffiliationSuccess' });
  return (outcome['submission'] as { id: string }).id;
};
const note = 'Say who keeps the key to the cupboard.';
const groupOf = async (subject: string | undefined, id: string) => {
  const { data } = await test.run(
    subject,
    `query ($id: ID!) { group(id: $id) { status dormantBecause reaffiliationDueAt constitution { number text }
      constitutions(first: 5) { edges { node { number } } } affiliationSubmission { status occasion steps { action note by { id } } }
      affiliationHistory { edges { node { status } } } } }`,
    { id },
  );
  return data?.['group'] as {
    status: string;
    dormantBecause: string | null;
    reaffiliationDueAt: string | null;
    constitutions: { edges: { node: { number: number } }[] };
    affiliationSubmission: { status: string; steps: { action: string; note: string | null }[] } | null;
    affiliationHistory: { edges: unknown[] };
  };
};
const told = async (member: Member, reason: string, groupId: string): Promise<number> => {
  const [row]: { told: number }[] = await test.dataSource.query(
    'select count(*)::int as told from notification where member_id = $1 and reason = $2 and group_id = $3',
    [member.id, reason, groupId],
  );
  return row?.told ?? 0;
};

describe('affiliation by submission', () => {
  it('goes from the form through changes to approval, and keeps every step and every constitution', async () => {
    const group = await ready('Chess');
    const submissionId = await submit(group.id);
    expect(await acts.kind('pia', 'submitAffiliation', written(group.id))).toBe('IllegalTransitionError');
    expect(await acts.kind('pia', 'approveAffiliation', { submissionId })).toBe('NotAllowedError');
    expect(await acts.kind('uma', 'requestAffiliationChanges', { submissionId, note: 'no' })).toBe('ValidationError');
    expect(await acts.act('uma', 'requestAffiliationChanges', { submissionId, note })).toMatchObject({
      submission: { status: 'CHANGES_REQUESTED' },
    });
    expect(await told(people.pia, 'GROUP_STATUS', group.id)).toBe(1);
    expect(await acts.kind('uma', 'approveAffiliation', { submissionId })).toBe('IllegalTransitionError');
    expect(await submit(group.id, 'tom')).toBe(submissionId);
    expect(await acts.act('uma', 'approveAffiliation', { submissionId })).toMatchObject({
      submission: { status: 'APPROVED', viewerActions: [] },
    });
    expect(await groupOf('pia', group.id)).toMatchObject({
      status: 'AFFILIATED',
      reaffiliationDueAt: '2027-11-01T00:00:00.000Z',
      constitution: { number: 1, text: written('').constitutionText },
      affiliationSubmission: {
        status: 'APPROVED',
        occasion: 'FOUNDING',
        steps: [
          { action: 'SUBMIT', note: null },
          { action: 'REQUEST_CHANGES', note },
          { action: 'RESUBMIT', note: null },
          { action: 'APPROVE', note: null },
        ],
      },
    });
    for (const stranger of [undefined, 'mo'])
      expect(await groupOf(stranger, group.id)).toMatchObject({
        affiliationSubmission: null,
        affiliationHistory: { edges: [] },
      });
  });

  it('asks for three different people in office and a constitution in one form', async () => {
    const group = await fixture.group('Half ready', [people.pia.id]);
    await test.dataSource.query(`update student_group set status = 'PROVISIONAL' where id = $1`, [group.id]);
    await fixture.mandate(await fixture.position(group.id), people.pia.id);
    const { data } = await test.run(
      'pia',
      'mutation ($input: SubmitAffiliationInput!) { submitAffiliation(input: $input) { ... on ValidationError { fields { path rule } } } }',
      { input: { ...written(group.id), constitutionLink: 'https://a.example/c' } },
    );
    expect(data?.['submitAffiliation']).toEqual({
      fields: [
        { path: 'constitutionLink', rule: 'CONTRADICTION' },
        { path: 'officers', rule: 'REQUIRED' },
      ],
    });
  });

  it('is declined with a reason, and may be handed in again', async () => {
    const group = await ready('Declined');
    const submissionId = await submit(group.id);
    expect(await acts.act('uma', 'declineAffiliation', { submissionId, note })).toMatchObject({
      submission: { status: 'DECLINED' },
    });
    expect(await submit(group.id)).not.toBe(submissionId);
    expect((await groupOf('pia', group.id)).affiliationHistory.edges).toHaveLength(2);
  });

  it('is not decided by anybody of the group, not even past the use case', async () => {
    const group = await ready('Own');
    const submissionId = await submit(group.id);
    await acts.kind('una', 'joinGroup', { groupId: group.id });
    for (const name of ['approveAffiliation', 'affiliateGroup'])
      expect(await acts.kind('una', name, name === 'affiliateGroup' ? { groupId: group.id } : { submissionId })).toBe(
        'NotAllowedError',
      );
    await expect(
      test.dataSource.query(
        `insert into affiliation_step (id, submission_id, action, by_id, at) values (gen_random_uuid(), $1, 'APPROVE', $2, now())`,
        [submissionId, people.tom.id],
      ),
    ).rejects.toThrow('nobody decides about their own group');
    expect(await acts.kind('uma', 'affiliateGroup', { groupId: group.id })).toBe('AffiliateGroupSuccess');
    expect((await groupOf('pia', group.id)).affiliationSubmission?.status).toBe('APPROVED');
  });

  it('is not approved after one of the three has gone', async () => {
    const group = await ready('Gone');
    const submissionId = await submit(group.id);
    await acts.kind('tom', 'leaveGroup', { groupId: group.id });
    expect(await acts.kind('uma', 'approveAffiliation', { submissionId })).toBe('ConflictError');
    expect((await groupOf('pia', group.id)).status).toBe('PROVISIONAL');
  });

  it('is decided once, however many decide at the same time', async () => {
    const group = await ready('Race');
    const submissionId = await submit(group.id);
    const outcomes = await Promise.all([
      ...['uma', 'una', 'uma'].map((subject) => acts.kind(subject, 'approveAffiliation', { submissionId })),
      acts.kind('una', 'declineAffiliation', { submissionId, note }),
      acts.kind('pia', 'withdrawAffiliation', { submissionId }),
    ]);
    expect(outcomes.filter((kind) => kind.endsWith('Success'))).toHaveLength(1);
    const [steps]: { steps: number }[] = await test.dataSource.query(
      'select count(*)::int as steps from affiliation_step where submission_id = $1',
      [submissionId],
    );
    expect(steps?.steps).toBe(2);
  });

  it('has one open submission per group, however many officers hand one in', async () => {
    const group = await ready('Keen');
    const outcomes = await Promise.all(
      ['pia', 'tom', 'sam', 'pia'].map((subject) => acts.kind(subject, 'submitAffiliation', written(group.id))),
    );
    expect(outcomes.filter((kind) => kind === 'SubmitAffiliationSuccess')).toHaveLength(1);
    await expect(
      test.dataSource.query(
        `insert into affiliation_submission select gen_random_uuid(), group_id, occasion, status, constitution_text, constitution_link,
           risk_statement, programme, president_id, treasurer_id, secretary_id, submitted_by, submitted_at, 1
         from affiliation_submission where group_id = $1`,
        [group.id],
      ),
    ).rejects.toThrow('affiliation_submission_one_open');
  });

  it('gives the first answer again to the same key', async () => {
    const group = await ready('Keyed');
    const keyed = { idempotencyKey: 'once' };
    expect(await submit(group.id, 'pia', keyed)).toBe(await submit(group.id, 'pia', keyed));
  });
});

describe('the yearly window', () => {
  const october = '2026-11-01T00:00:00.000Z';
  const follow = async (group: Group, at: string): Promise<void> => {
    const key = `reaffiliation:${group.id}`;
    await test.dataSource.query(
      `select graphile_worker.add_job('follow-reaffiliation', json_build_object('groupId', $1::text, '_due', $2::text), job_key := $3)`,
      [group.id, at, key],
    );
  };

  it('opens on 1 October, is renewed by a submission, and a new constitution is a new version', async () => {
    const group = await due('Yearly', october);
    clock.set('2026-09-30T23:59:59.000Z');
    expect(await acts.kind('pia', 'submitAffiliation', written(group.id))).toBe('IllegalTransitionError');
    clock.set('2026-10-01T00:00:00.000Z');
    await follow(group, '2026-10-01T00:00:00.000Z');
    await waitFor(
      'the officers to be reminded',
      async () => (await told(people.tom, 'REAFFILIATION_DUE', group.id)) === 1,
    );
    const needing = async (subject: string) =>
      JSON.stringify(
        (
          await test.run(
            subject,
            '{ groupsInNeed(concern: REAFFILIATION_DUE, first: 100) { edges { node { name } } } }',
          )
        ).data,
      );
    expect(await needing('uma')).toContain('Yearly');
    expect(await needing('pia')).toBe('{"groupsInNeed":null}');
    const first = await submit(group.id);
    expect(await needing('uma')).not.toContain('Yearly');
    await acts.kind('uma', 'approveAffiliation', { submissionId: first });
    expect((await groupOf('pia', group.id)).reaffiliationDueAt).toBe('2027-11-01T00:00:00.000Z');
    await test.dataSource.query('update student_group set reaffiliation_due_at = $2 where id = $1', [
      group.id,
      october,
    ]);
    const second = await submit(group.id, 'pia', {
      constitutionText: 'We meet every two weeks and decide by consent.',
    });
    await acts.kind('uma', 'approveAffiliation', { submissionId: second });
    expect((await groupOf(undefined, group.id)).constitutions.edges.map(({ node }) => node.number)).toEqual([2, 1]);
  });

  it('closes with the end of October: a group that handed in nothing falls dormant, one that waits for an answer does not', async () => {
    const [late, waits] = [await due('Late', october), await due('Waits', october)];
    clock.set('2026-10-20T00:00:00.000Z');
    const submissionId = await submit(waits.id);
    clock.set(october);
    for (const group of [late, waits]) await follow(group, october);
    await waitFor('the group to fall dormant', async () => (await groupOf('uma', late.id)).status === 'DORMANT');
    expect(await groupOf('uma', late.id)).toMatchObject({
      dormantBecause: 'MISSED_REAFFILIATION',
      reaffiliationDueAt: null,
    });
    expect(await told(people.pia, 'GROUP_STATUS', late.id)).toBe(1);
    expect(await told(people.uma, 'GROUP_STATUS', late.id)).toBe(1);
    await waitFor('the other group to be looked at', async () => {
      const [row]: { jobs: number }[] = await test.dataSource.query(
        'select count(*)::int as jobs from graphile_worker.jobs where key = $1',
        [`reaffiliation:${waits.id}`],
      );
      return row?.jobs === 0;
    });
    expect((await groupOf('uma', waits.id)).status).toBe('AFFILIATED');
    await acts.kind('uma', 'declineAffiliation', { submissionId, note });
    await waitFor(
      'the declined group to fall dormant',
      async () => (await groupOf('uma', waits.id)).status === 'DORMANT',
    );
    const back = await submit(late.id);
    expect(await acts.kind('uma', 'approveAffiliation', { submissionId: back })).toBe('ApproveAffiliationSuccess');
    expect(await groupOf('pia', late.id)).toMatchObject({
      status: 'AFFILIATED',
      dormantBecause: null,
      reaffiliationDueAt: '2027-11-01T00:00:00.000Z',
    });
  });

  it('gives a group that is asked for changes two weeks, even past the end', async () => {
    const group = await due('Almost', october);
    clock.set('2026-10-30T00:00:00.000Z');
    const submissionId = await submit(group.id);
    await acts.kind('uma', 'requestAffiliationChanges', { submissionId, note });
    expect((await groupOf('pia', group.id)).reaffiliationDueAt).toBe('2026-11-13T00:00:00.000Z');
    expect(await acts.kind('pia', 'withdrawAffiliation', { submissionId })).toBe('WithdrawAffiliationSuccess');
  });

  it('ends in one truth when the approval and the job meet', async () => {
    const group = await due('Meeting', october);
    clock.set('2026-10-31T23:59:59.000Z');
    const submissionId = await submit(group.id);
    clock.set(october);
    await Promise.all([follow(group, october), acts.kind('uma', 'approveAffiliation', { submissionId })]);
    await waitFor('the job to be done', async () => {
      const rows: readonly unknown[] = await test.dataSource.query(
        `select 1 from graphile_worker.jobs where key = $1 and run_at <= now()`,
        [`reaffiliation:${group.id}`],
      );
      return rows.length === 0;
    });
    expect(await groupOf('pia', group.id)).toMatchObject({
      status: 'AFFILIATED',
      reaffiliationDueAt: '2027-11-01T00:00:00.000Z',
    });
  });
});

describe('the queue', () => {
  it('is the union officers’, the oldest first, with a fixed number of statements', async () => {
    const query =
      'query ($first: Int!) { affiliationSubmissions(first: $first) { edges { node { group { name } president { displayName } steps { action } viewerActions } } } }';
    for (const name of ['Queue 1', 'Queue 2', 'Queue 3']) await submit((await ready(name)).id);
    const queue = async (subject: string, first: number) => (await test.run(subject, query, { first })).data;
    expect(await queue('pia', 5)).toEqual({ affiliationSubmissions: null });
    expect(JSON.stringify(await queue('uma', 50))).toContain('Queue 3');
    const statements = async (first: number) => (await test.countStatements(() => queue('uma', first))).length;
    await statements(1);
    expect(await statements(10)).toBe(await statements(2));
  });

  it('answers what is hidden as what is missing', async () => {
    const submissionId = await submit((await ready('Hidden')).id);
    for (const name of ['approveAffiliation', 'withdrawAffiliation'])
      expect(await acts.act('mo', name, { submissionId })).toEqual(
        await acts.act('mo', name, { submissionId: acts.missing }),
      );
  });
});

describe('a body of a group', () => {
  it('is proposed by those who lead the group, has no bodies of its own, and goes before the group', async () => {
    const parent = await ready('Theatre', 'AFFILIATED');
    const crew = {
      name: 'Stage crew',
      kind: 'COMMITTEE',
      purpose: 'To build what the actors stand on.',
      parentId: parent.id,
    };
    expect(await acts.kind('mo', 'proposeGroup', crew)).toBe('NotAllowedError');
    expect(await acts.kind('pia', 'proposeGroup', { ...crew, kind: 'CLUB' })).toBe('ValidationError');
    expect(await acts.kind('pia', 'proposeGroup', { ...crew, parentId: acts.missing })).toBe('NotFoundError');
    const made = await acts.act('pia', 'proposeGroup', crew);
    const { id } = made['group'] as { id: string };
    expect(await acts.kind('uma', 'proposeGroup', { ...crew, name: 'Paint crew', parentId: id })).toBe('ConflictError');
    const { data } = await test.run('pia', 'query ($id: ID!) { group(id: $id) { bodies { name parent { name } } } }', {
      id: parent.id,
    });
    expect(data?.['group']).toEqual({ bodies: [{ name: 'Stage crew', parent: { name: 'Theatre' } }] });
    expect(await acts.kind('uma', 'dissolveGroup', { groupId: parent.id })).toBe('ConflictError');
    expect(await acts.kind('uma', 'dissolveGroup', { groupId: id })).toBe('DissolveGroupSuccess');
    expect(await acts.kind('uma', 'dissolveGroup', { groupId: parent.id })).toBe('DissolveGroupSuccess');
    const deep = await fixture.group('Deep', []);
    const set = (column: string, kind: string) =>
      test.dataSource.query(`update student_group set parent_id = $2, kind = $3 where id = $1`, [
        deep.id,
        column,
        kind,
      ]);
    await expect(set(parent.id, 'CLUB')).rejects.toThrow('student_group_parent_kind');
    await expect(set(deep.id, 'COMMITTEE')).rejects.toThrow('a body of a group has no bodies of its own');
  });
});
