import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { ask } from './ask.js';
import { Fixture, learning, missingId } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  for (const subject of ['uma', 'otto']) await fixture.mandate(await fixture.member(subject), 'UNION_OFFICER');
  await fixture.appointment('sys', 'ADMIN');
  await fixture.member('ada');
});
afterAll(() => test.stop());

const content = (changes: object = {}) => ({
  nameEn: 'Keeping accounts',
  nameZh: '财务管理',
  summaryEn: 'Plans and accounts for the money of others.',
  summaryZh: '规划并核算他人的经费。',
  rules: [{ kind: 'MANDATE', positionKind: 'TREASURER' }],
  ...changes,
});

type Version = { id: string; number: number; status: string; viewerActions: string[]; reason: string | null };
type Outcome = {
  __typename: string;
  version?: Version;
  message?: string;
  fields?: { path: string; rule: string }[];
};

async function act(subject: string | undefined, name: string, input: object): Promise<Outcome> {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  const problems = /^(propose|decline)/.test(name) ? '... on ValidationError { fields { path rule } }' : '';
  const answers = await ask<Record<string, Outcome>>(
    test,
    subject,
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { message } ${problems}
       ... on ${type}Success { version { id number status viewerActions reason } } } }`,
    { input },
  );
  const outcome = answers[name];
  if (outcome === undefined) throw new Error(`no answer to ${name}`);
  return outcome;
}

let slugs = 0;
/** A skill that holds, proposed by Uma and confirmed by Otto. */
async function skill(changes: object = {}): Promise<{ id: string; slug: string }> {
  const slug = `skill-${(slugs += 1)}`;
  const { version } = await act('uma', 'proposeSkill', { slug, content: content(changes) });
  await act('otto', 'confirmSkillVersion', { versionId: version?.id });
  const [row] = await test.dataSource.query('select id, slug from skill where slug = $1', [slug]);
  return row;
}
const read = async (id: string, language = 'en') =>
  (
    await ask<{ skill: { name: string; isRetired: boolean; versions: { edges: { node: Version }[] } } | null }>(
      test,
      undefined,
      'query ($id: ID!, $language: String) { skill(id: $id) { name(language: $language) summary isRetired versionNumber rules { kind positionKind } versions { edges { node { number status } } } } }',
      { id, language },
    )
  ).skill;
const waiting = async (subject: string | undefined): Promise<readonly Version[]> =>
  (
    await ask<{ proposedSkillVersions: { edges: { node: Version }[] } }>(
      test,
      subject,
      '{ proposedSkillVersions { edges { node { id number status viewerActions } } } }',
    )
  ).proposedSkillVersions.edges.map(({ node }) => node);

describe('a skill', () => {
  it('is proposed by one person and holds once another confirmed it', async () => {
    const proposed = await act('uma', 'proposeSkill', { slug: 'accounts', content: content() });
    expect(proposed.version).toMatchObject({ number: 1, status: 'PROPOSED', viewerActions: ['WITHDRAW'] });
    const [{ id }] = await test.dataSource.query(`select id from skill where slug = 'accounts'`);
    expect(await read(id)).toBeNull();
    const versionId = proposed.version?.id;
    expect(await waiting('uma')).toMatchObject([{ viewerActions: ['WITHDRAW'] }]);
    expect(await waiting('otto')).toMatchObject([{ viewerActions: ['CONFIRM', 'DECLINE'] }]);
    expect(await act('uma', 'confirmSkillVersion', { versionId })).toMatchObject({ __typename: 'NotAllowedError' });
    expect((await act('sys', 'confirmSkillVersion', { versionId })).version).toMatchObject({ status: 'CURRENT' });
    expect(await read(id)).toMatchObject({
      name: 'Keeping accounts',
      rules: [{ kind: 'MANDATE', positionKind: 'TREASURER' }],
    });
    expect(await read(id, 'zh-CN')).toMatchObject({ name: '财务管理' });
    expect(await act('otto', 'confirmSkillVersion', { versionId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('goes on holding as it was until a change is confirmed, and its versions stay', async () => {
    const { id } = await skill();
    const change = { skillId: id, content: content({ nameEn: 'Treasurer’s work' }), isRetired: false };
    const { version } = await act('otto', 'proposeSkillChange', change);
    expect(await read(id)).toMatchObject({ name: 'Keeping accounts', versionNumber: 1 });
    expect(await act('sys', 'proposeSkillChange', change)).toMatchObject({ __typename: 'IllegalTransitionError' });
    await act('uma', 'confirmSkillVersion', { versionId: version?.id });
    expect(await read(id)).toMatchObject({
      name: 'Treasurer’s work',
      versionNumber: 2,
      versions: { edges: [{ node: { number: 2, status: 'CURRENT' } }, { node: { number: 1, status: 'REPLACED' } }] },
    });
    const end = await act('uma', 'proposeSkillChange', { ...change, isRetired: true });
    await act('otto', 'confirmSkillVersion', { versionId: end.version?.id });
    expect(await read(id)).toMatchObject({ isRetired: true });
    const { skills } = await ask<{ skills: { edges: { node: { id: string } }[] } }>(
      test,
      undefined,
      '{ skills { edges { node { id } } } }',
    );
    expect(skills.edges.map(({ node }) => node.id)).not.toContain(id);
  });

  it('that is refused or taken back leaves what holds, and says why to those who decide', async () => {
    const { id } = await skill();
    const propose = () => act('uma', 'proposeSkillChange', { skillId: id, content: content(), isRetired: false });
    const first = await propose();
    const decline = (reason: string) => act('otto', 'declineSkillVersion', { versionId: first.version?.id, reason });
    expect(await decline(' ')).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'reason', rule: 'REQUIRED' }],
    });
    expect(await decline('Says the same.')).toMatchObject({
      version: { status: 'DECLINED', reason: 'Says the same.' },
    });
    const second = await propose();
    expect(await act('otto', 'withdrawSkillVersion', { versionId: second.version?.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await act('uma', 'withdrawSkillVersion', { versionId: second.version?.id })).toMatchObject({
      version: { status: 'WITHDRAWN' },
    });
    expect((await read(id))?.versions.edges).toHaveLength(1);
  });

  it('is checked field by field, and its slug is its own', async () => {
    expect(
      await act('uma', 'proposeSkill', {
        slug: 'Not A Slug',
        content: content({
          nameEn: 'x',
          summaryZh: '',
          rules: [
            { kind: 'MANDATE', activityKind: 'SPORT' },
            { kind: 'PATH_STEP', pathId: missingId },
          ],
        }),
      }),
    ).toMatchObject({
      fields: [
        { path: 'slug', rule: 'BAD_FORMAT' },
        { path: 'content.nameEn', rule: 'TOO_SHORT' },
        { path: 'content.summaryZh', rule: 'REQUIRED' },
        { path: 'content.rules.0.activityKind', rule: 'CONTRADICTION' },
        { path: 'content.rules.1.pathId', rule: 'UNKNOWN' },
      ],
    });
    expect(await act('uma', 'proposeSkill', { slug: 'none', content: content({ rules: [] }) })).toMatchObject({
      fields: [{ path: 'content.rules', rule: 'REQUIRED' }],
    });
    const { slug } = await skill();
    expect(await act('sys', 'proposeSkill', { slug, content: content() })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(
      await act('sys', 'proposeSkillChange', { skillId: missingId, content: content(), isRetired: false }),
    ).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('is for officers and administrators to write; to others what is not confirmed does not exist', async () => {
    const { id } = await skill();
    const { version } = await act('uma', 'proposeSkillChange', { skillId: id, content: content(), isRetired: false });
    for (const subject of ['ada', undefined]) {
      expect(await act(subject, 'proposeSkill', { slug: 'mine', content: content() })).toMatchObject({
        __typename: 'NotAllowedError',
      });
      expect(
        await act(subject, 'proposeSkillChange', { skillId: id, content: content(), isRetired: false }),
      ).toMatchObject({ __typename: 'NotAllowedError' });
      for (const name of ['confirmSkillVersion', 'declineSkillVersion', 'withdrawSkillVersion']) {
        const input = (versionId: string | undefined) => ({
          versionId,
          ...(name === 'declineSkillVersion' && { reason: 'No.' }),
        });
        const hidden = await act(subject, name, input(version?.id));
        expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
        expect(JSON.stringify(hidden)).toBe(JSON.stringify(await act(subject, name, input(missingId))));
      }
      expect(await waiting(subject)).toEqual([]);
      const { viewer } = await ask<{ viewer: { skillActions: string[] } }>(
        test,
        subject,
        '{ viewer { skillActions } }',
      );
      expect(viewer.skillActions).toEqual([]);
    }
    await act('uma', 'withdrawSkillVersion', { versionId: version?.id });
  });

  it('has one proposal at a time and one confirmation, however many come at once', async () => {
    const { id } = await skill();
    const input = { skillId: id, content: content(), isRetired: false };
    const both = await Promise.all(['uma', 'otto'].map((subject) => act(subject, 'proposeSkillChange', input)));
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      'IllegalTransitionError',
      'ProposeSkillChangeSuccess',
    ]);
    const versionId = both.find(({ version }) => version !== undefined)?.version?.id;
    const decided = await Promise.all([
      act('sys', 'confirmSkillVersion', { versionId }),
      act('sys', 'declineSkillVersion', { versionId, reason: 'No, thank you.' }),
    ]);
    expect(decided.filter(({ version }) => version !== undefined)).toHaveLength(1);
    const current: readonly unknown[] = await test.dataSource.query(
      `select 1 from skill_version where skill_id = $1 and status = 'CURRENT'`,
      [id],
    );
    expect(current).toHaveLength(1);
  });

  it('is never decided about by whoever proposed it, whatever the code does', async () => {
    const { id } = await skill();
    await expect(
      test.dataSource.query(`update skill_version set decided_by = proposed_by where skill_id = $1`, [id]),
    ).rejects.toMatchObject({ driverError: { constraint: 'skill_version_decided_by_another' } });
  });
});
