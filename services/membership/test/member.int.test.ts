import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@guildhall/testing';
import { defaultAudiences, profileFields, type Audience, type Member } from '../src/member/member.js';
import { createRepositories } from '../src/app.js';
import { Fixture, membership } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let ada: Member;

const everyFieldFor = (audience: Audience): Member['audiences'] => ({
  ...defaultAudiences,
  ...Object.fromEntries(profileFields.map((field) => [field, audience])),
});
const profile = {
  displayName: 'Ada',
  pronouns: 'she/her',
  bio: 'Hello',
  interests: ['tea'],
  skills: ['maths'],
  languages: ['en'],
};

beforeAll(async () => {
  test = await startTestService(membership);
  fixture = new Fixture(test);
  ada = await fixture.member('ada', profile);
  const [friend] = [await fixture.member('friend'), await fixture.member('fellow')];
  await fixture.group('Tea', [ada.id, friend.id]);
  await fixture.appointment('sys', 'ADMIN');
});
afterAll(() => test.stop());

const fields = profileFields.join(' ');
const read = `query ($id: ID!) { member(id: $id) { ${fields} } }`;

async function save(member: Member, changes: Partial<Member>): Promise<Member> {
  return createRepositories(test.dataSource.manager).members.save({ ...member, ...changes });
}

async function seen(
  subject: string | undefined,
  query = read,
  variables: Readonly<Record<string, unknown>> = { id: ada.id },
): Promise<Readonly<Record<string, unknown>> | null> {
  const { data, errors } = await test.run(subject, query, variables);
  expect(errors).toBeUndefined();
  return (data?.['member'] ?? null) as Readonly<Record<string, unknown>> | null;
}

/** The names of the fields that are not null, or `hidden` for a member who is not there for this viewer. */
async function visibleTo(subject: string | undefined): Promise<readonly string[] | 'hidden'> {
  const member = await seen(subject);
  return member === null ? 'hidden' : profileFields.filter((field) => member[field] !== null);
}

describe('a profile field', () => {
  it.each<readonly [Audience, readonly string[]]>([
    ['ONLY_ME', ['ada']],
    ['CONNECTIONS', ['ada']],
    ['MY_GROUPS', ['ada', 'friend']],
    ['MEMBERS', ['ada', 'friend', 'fellow']],
    ['PUBLIC', ['ada', 'friend', 'fellow', 'carl', 'nobody']],
  ])('shown to %s is read by these and by nobody else', async (audience, readers) => {
    ada = await save(ada, { audiences: everyFieldFor(audience) });
    for (const subject of ['ada', 'friend', 'fellow', 'carl', undefined]) {
      const otherwise = subject === 'friend' || subject === 'fellow' ? [] : 'hidden';
      const expected = readers.includes(subject ?? 'nobody') ? profileFields : otherwise;
      expect({ subject, fields: await visibleTo(subject) }).toEqual({ subject, fields: expected });
    }
    expect(await visibleTo('sys')).toEqual(
      audience === 'PUBLIC' ? profileFields : ['displayName', 'faculty', 'programme', 'level', 'year'],
    );
  });

  it.each(profileFields)('%s follows its own audience alone', async (field) => {
    ada = await save(ada, { audiences: { ...everyFieldFor('ONLY_ME'), [field]: 'MEMBERS' } });
    expect(await visibleTo('fellow')).toEqual([field]);
    ada = await save(ada, { audiences: { ...everyFieldFor('MEMBERS'), [field]: 'ONLY_ME' } });
    expect(await visibleTo('fellow')).toEqual(profileFields.filter((name) => name !== field));
  });

  it('of the record is read by the member and the register alone', async () => {
    ada = await save(ada, { audiences: everyFieldFor('PUBLIC') });
    const query =
      'query ($id: ID!) { member(id: $id) { status studentNumber joinedAt statusReason statusUntil audiences { displayName languages } } }';
    const nothing = {
      status: null,
      studentNumber: null,
      joinedAt: null,
      statusReason: null,
      statusUntil: null,
      audiences: null,
    };
    for (const subject of ['friend', 'carl', undefined]) expect(await seen(subject, query)).toEqual(nothing);
    expect(await seen('sys', query)).toMatchObject({ status: 'ACTIVE', studentNumber: 'S-ada', audiences: null });
    expect(await seen('ada', query)).toMatchObject({
      status: 'ACTIVE',
      audiences: { displayName: 'PUBLIC', languages: 'PUBLIC' },
    });
  });
});

describe('a reference from another service', () => {
  const query = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Member { id ${fields} studentNumber } } }`;
  const entities = async (subject: string | undefined, id: string) =>
    (await test.run(subject, query, { refs: [{ __typename: 'Member', id }] })).data?.['_entities'];

  it('shows a stranger no more than the front door', async () => {
    ada = await save(ada, { audiences: everyFieldFor('ONLY_ME') });
    expect(await entities(undefined, ada.id)).toEqual([null]);
    expect(await entities('carl', ada.id)).toEqual(await entities('carl', '018f0000-0000-7000-8000-000000000000'));
    expect(await entities('carl', 'nonsense')).toEqual([null]);
    expect(await entities('fellow', ada.id)).toEqual([
      { id: ada.id, studentNumber: null, ...Object.fromEntries(profileFields.map((field) => [field, null])) },
    ]);
    expect(await entities('ada', ada.id)).toMatchObject([{ ...profile, studentNumber: 'S-ada' }]);
  });

  it('to a viewer answers the caller and nobody else', async () => {
    const viewer =
      'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Viewer { subject memberRecord { id } } } }';
    const asked = async (subject: string) =>
      (await test.run(subject, viewer, { refs: [{ __typename: 'Viewer', subject: 'ada' }] })).data?.['_entities'];
    expect(await asked('ada')).toEqual([{ subject: 'ada', memberRecord: { id: ada.id } }]);
    expect(await asked('fellow')).toEqual([null]);
  });
});

describe('the list of members', () => {
  const list =
    'query ($search: String, $after: String, $first: Int) { members(search: $search, after: $after, first: $first) { edges { node { displayName } } pageInfo { hasNextPage endCursor } } }';
  const page = async (subject: string | undefined, variables: object) =>
    (await test.run(subject, list, { ...variables })).data?.['members'] as {
      edges: { node: { displayName: string | null } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  const names = async (subject: string | undefined, search: string): Promise<readonly (string | null)[]> =>
    (await page(subject, { search })).edges.map(({ node }) => node.displayName);

  beforeAll(async () => {
    await fixture.member('z1', { displayName: 'Zed Open', audiences: everyFieldFor('PUBLIC') });
    await fixture.member('z2', { displayName: 'zed fellow' });
    await fixture.member('z3', { displayName: 'Zed Groups', audiences: everyFieldFor('MY_GROUPS') });
    await fixture.member('z4', { displayName: 'Zed Gone', status: 'ALUMNI', audiences: everyFieldFor('PUBLIC') });
    await fixture.member('z5', { displayName: 'Z%d_ wild' });
  });

  it('holds only people whose name the viewer may see, so that no search betrays a name', async () => {
    expect(await names('fellow', 'ZED')).toEqual(['zed fellow', 'Zed Open']);
    expect(await names('z3', 'zed')).toEqual(['zed fellow', 'Zed Groups', 'Zed Open']);
    expect(await names(undefined, 'zed')).toEqual(['Zed Open']);
    expect(await names('carl', 'zed')).toEqual(['Zed Open']);
    expect(await names('sys', 'zed')).toEqual(['zed fellow', 'Zed Gone', 'Zed Groups', 'Zed Open']);
  });

  it('reads the signs of a search as letters', async () => {
    expect(await names('fellow', 'z%')).toEqual(['Z%d_ wild']);
    expect(await names('fellow', 'z_d')).toEqual([]);
    expect(await names('fellow', '\\')).toEqual([]);
  });

  it('pages without a gap or a repeat while people join', async () => {
    for (let index = 0; index < 6; index += 1) await fixture.member(`page${index}`, { displayName: `Page ${index}` });
    const met: (string | null)[] = [];
    for (let after: string | undefined; ;) {
      const { edges, pageInfo } = await page('fellow', { search: 'page', first: 2, after });
      met.push(...edges.map(({ node }) => node.displayName));
      await fixture.member(`late${met.length}`, { displayName: `Page 0 late ${met.length}` });
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(met).toEqual(['Page 0', 'Page 1', 'Page 2', 'Page 3', 'Page 4', 'Page 5']);
  });

  it('costs the same number of statements for two members and for ten', async () => {
    const query = `query ($first: Int) { members(first: $first) { edges { node { ${fields} viewerActions groups { group { name } } mandates { position { title } } } } } }`;
    const statements = async (first: number): Promise<number> =>
      (await test.countStatements(() => test.run('fellow', query, { first }))).length;
    await statements(2);
    expect(await statements(10)).toBe(await statements(2));
  });

  it('refuses a page size or a cursor that cannot be served', async () => {
    for (const variables of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }])
      expect((await test.run('fellow', list, variables)).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
  });
});

describe('changing a profile', () => {
  const update =
    'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename ... on UpdateProfileSuccess { member { displayName bio } } } }';
  const change = async (subject: string | undefined, input: object) =>
    (await test.run(subject, update, { input })).data?.['updateProfile'];

  it('is for its owner while the membership is active', async () => {
    expect(await change('ada', { displayName: 'Ada O.', bio: '' })).toEqual({
      __typename: 'UpdateProfileSuccess',
      member: { displayName: 'Ada O.', bio: null },
    });
    await fixture.member('out', { status: 'SUSPENDED', statusUntil: new Date('2030-01-01') });
    for (const subject of ['out', 'carl', undefined])
      expect(await change(subject, { bio: 'x' })).toEqual({ __typename: 'NotAllowedError' });
    expect(await change('ada', { displayName: ' ' })).toEqual({ __typename: 'ValidationError' });
  });

  it('by two writers who read the same version fails for the second, and loses nothing', async () => {
    const before = await fixture.member('writer', { bio: 'old' });
    await save(before, { bio: 'first' });
    await expect(save(before, { bio: 'second' })).rejects.toThrow();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_unused, index) => change('writer', { bio: `bio ${index}` })),
    );
    const kinds = answers.map((answer) => (answer as { __typename: string }).__typename);
    expect(new Set(kinds)).toEqual(
      new Set([...kinds.filter((kind) => kind === 'ConflictError'), 'UpdateProfileSuccess']),
    );
    const [row]: { version: number }[] = await test.dataSource.query(
      `select version from member where subject = 'writer'`,
    );
    expect(row?.version).toBe(2 + kinds.filter((kind) => kind === 'UpdateProfileSuccess').length);
  });

  it('tells the second of two writers of the conflict', async () => {
    const racer = await fixture.member('racer');
    const blocker = test.dataSource.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query(`update member set bio = 'theirs', version = version + 1 where id = $1`, [racer.id]);
    const answer = change('racer', { bio: 'mine' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await blocker.commitTransaction();
    await blocker.release();
    expect(await answer).toEqual({ __typename: 'ConflictError' });
  });
});
