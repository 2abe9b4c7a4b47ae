import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@guildhall/testing';
import { defaultAudiences, type Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';
import { createTies } from './ties.js';

let test: TestService;
let fixture: Fixture;
const ties = createTies(() => test);
const people: Record<string, Member> = {};
const open = { ...defaultAudiences, programme: 'MEMBERS' as const };

const person = async (name: string, changes: Partial<Member> = {}): Promise<Member> =>
  (people[name] = await fixture.member(name, { programme: 'BA Other', audiences: open, ...changes }));
const idOf = (name: string) => {
  const found = people[name];
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found.id;
};

beforeAll(async () => {
  test = await startTestService(membership);
  fixture = new Fixture(test);
  await person('vic', { interests: ['chess', 'tea'], programme: 'BSc Physics' });
  await person('all', { interests: ['tea', 'chess', 'golf'], programme: 'BSc Physics' });
  await person('alike', { interests: ['chess'] });
  await person('secret', { interests: ['chess'], audiences: { ...open, interests: 'ONLY_ME' } });
  await person('student', { programme: 'BSc Physics' });
  await person('veiled', { programme: 'BSc Physics', audiences: { ...open, programme: 'CONNECTIONS' } });
  await person('shy', { interests: ['chess'], audiences: { ...open, displayName: 'MY_GROUPS' } });
  await person('drinker', { audiences: { ...open, displayName: 'MY_GROUPS' } });
  await person('colleague');
  await person('friend');
  await person('quiet');
  await person('second');
  await person('stranger');
  await person('gone', { interests: ['chess'], status: 'ALUMNI' });
  await fixture.group('Tea', [idOf('vic'), idOf('all'), idOf('drinker')]);
  const network = await fixture.group('Network', [idOf('vic'), idOf('colleague')]);
  await test.dataSource.query(`update student_group set kind = 'NETWORK' where id = $1`, [network.id]);
  for (const [one, other] of [
    ['vic', 'friend'],
    ['vic', 'quiet'],
    ['friend', 'second'],
    ['quiet', 'second'],
    ['friend', 'all'],
  ] as const)
    await fixture.connection(idOf(one), idOf(other));
});
afterAll(() => test.stop());

const query = `query ($first: Int, $after: String) { viewer { memberSuggestions(first: $first, after: $after) { edges { node {
  member { displayName tie { state } }
  reasons { __typename ... on SharedInterests { interests } ... on SharedGroups { groups { name } }
    ... on SharedProgramme { programme } ... on MutualConnections { count members { displayName } } }
} } pageInfo { hasNextPage endCursor } } } }`;
type Reason = { readonly __typename: string };
type Answer = {
  memberSuggestions: {
    edges: { node: { member: { displayName: string }; reasons: Reason[] } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};

const readViewer = (data: Readonly<Record<string, unknown>> | null | undefined): Answer => data?.['viewer'] as Answer;

async function suggested(
  ...[subject]: readonly (string | undefined)[]
): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const { data, errors } = await test.run(subject, query, { first: 100 });
  expect(errors).toBeUndefined();
  const { memberSuggestions } = readViewer(data);
  return new Map(memberSuggestions.edges.map(({ node }) => [node.member.displayName, node.reasons]));
}

async function run(subject: string, mutation: string, input: object): Promise<unknown> {
  const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const text = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename } }`;
  return (await test.run(subject, text, { input })).data?.[mutation];
}

describe('suggestions', () => {
  it('name every reason that the viewer may know of, and nobody without one', async () => {
    const found = await suggested('vic');
    expect(found.get('all')).toEqual([
      { __typename: 'SharedInterests', interests: ['tea', 'chess'] },
      { __typename: 'SharedGroups', groups: [{ name: 'Tea' }] },
      { __typename: 'SharedProgramme', programme: 'BSc Physics' },
      { __typename: 'MutualConnections', count: 1, members: [{ displayName: 'friend' }] },
    ]);
    expect(found.get('second')).toEqual([
      {
        __typename: 'MutualConnections',
        count: 2,
        members: expect.arrayContaining([{ displayName: 'friend' }, { displayName: 'quiet' }]),
      },
    ]);
    expect(found.get('drinker')).toEqual([{ __typename: 'SharedGroups', groups: [{ name: 'Tea' }] }]);
    expect([...found.keys()].toSorted()).toEqual(['alike', 'all', 'drinker', 'second', 'student']);
  });

  it('put who has more kinds of reasons first, and never tell a network as a reason', async () => {
    const found = await suggested('vic');
    expect([...found.keys()].slice(0, 2)).toEqual(['all', 'second']);
    expect(found.has('colleague')).toBe(false);
  });

  it('come in pages without a gap or a repeat', async () => {
    const met: string[] = [];
    for (let after: string | undefined; ;) {
      const { data } = await test.run('vic', query, { first: 2, after });
      const { edges, pageInfo } = readViewer(data).memberSuggestions;
      met.push(...edges.map(({ node }) => node.member.displayName));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(met).toEqual([...(await suggested('vic')).keys()]);
  });

  it('cost the same statements for one as for many', async () => {
    const statements = async (first: number) =>
      (await test.countStatements(() => test.run('vic', query, { first }))).length;
    await statements(5);
    expect(await statements(5)).toBe(await statements(1));
  });

  it('are nothing to people who are no members', async () => {
    expect([...(await suggested('carl')).keys()]).toEqual([]);
    expect([...(await suggested(undefined)).keys()]).toEqual([]);
  });

  it('leave out whom the viewer dismissed, for good', async () => {
    expect(await run('vic', 'dismissMemberSuggestion', { memberId: idOf('student') })).toEqual({
      __typename: 'DismissMemberSuggestionSuccess',
    });
    await run('vic', 'dismissMemberSuggestion', { memberId: idOf('student') });
    expect((await suggested('vic')).has('student')).toBe(false);
    expect((await suggested('student')).has('vic')).toBe(true);
  });

  it('leave out whom the viewer asked, also when they declined or it was taken back', async () => {
    await ties.act('vic', 'requestConnection', idOf('drinker'));
    expect((await suggested('vic')).has('drinker')).toBe(false);
    await ties.act('drinker', 'declineConnection', idOf('vic'));
    expect((await suggested('vic')).has('drinker')).toBe(false);
    expect((await suggested('drinker')).has('vic')).toBe(false);
  });

  it('leave out both of a blocked pair, also after it is taken back where one asked the other', async () => {
    await ties.act('alike', 'blockMember', idOf('vic'));
    expect((await suggested('vic')).has('alike')).toBe(false);
    expect((await suggested('alike')).has('vic')).toBe(false);
    await ties.act('alike', 'unblockMember', idOf('vic'));
    expect((await suggested('vic')).has('alike')).toBe(true);
  });

  it('follow what each chose about being found', async () => {
    const choose = (subject: string, input: object) => run(subject, 'changeDiscoverability', input);
    expect(await choose('all', { foundBy: 'MY_GROUPS' })).toEqual({ __typename: 'ChangeDiscoverabilitySuccess' });
    expect((await suggested('vic')).has('all')).toBe(true);
    expect((await suggested('alike')).has('all')).toBe(false);
    await choose('all', { foundBy: 'NOBODY' });
    expect((await suggested('vic')).has('all')).toBe(false);
    await choose('quiet', { hasSuggestions: false });
    expect((await suggested('vic')).get('second')).toEqual([
      { __typename: 'MutualConnections', count: 2, members: [{ displayName: 'friend' }] },
    ]);
    expect([...(await suggested('quiet')).keys()]).toEqual([]);
    await choose('second', { hasSuggestions: false });
    expect((await suggested('vic')).has('second')).toBe(false);
  });
});

describe('the list of members', () => {
  const names = async (subject: string | undefined, search: string): Promise<readonly string[]> => {
    const text = 'query ($search: String) { members(search: $search, first: 100) { edges { node { displayName } } } }';
    const { data } = await test.run(subject, text, { search });
    const found = data?.['members'] as { edges: { node: { displayName: string } }[] } | undefined;
    return (found?.edges ?? []).map(({ node }) => node.displayName);
  };

  it.each<readonly [string, readonly string[]]>([
    ['EVERYBODY', ['self', 'mate', 'fellow', 'nobody']],
    ['MY_GROUPS', ['self', 'mate']],
    ['NOBODY', ['self']],
  ])('holds somebody found by %s for these and for nobody else', async (foundBy, finders) => {
    const name = `find-${foundBy.toLowerCase()}`;
    const self = await person(name, { audiences: { ...open, displayName: 'PUBLIC' } });
    const mate = await person(`mate${foundBy}`);
    await fixture.group(`Found by ${foundBy}`, [self.id, mate.id]);
    await run(name, 'changeDiscoverability', { foundBy });
    const viewers = { self: name, mate: `mate${foundBy}`, fellow: 'stranger', nobody: undefined };
    for (const [viewer, subject] of Object.entries(viewers))
      expect([viewer, await names(subject, 'find')]).toEqual([
        viewer,
        finders.includes(viewer) ? expect.arrayContaining([name]) : expect.not.arrayContaining([name]),
      ]);
  });

  it('tells members what they chose, and nobody else', async () => {
    const text = '{ viewer { discoverability { foundBy hasSuggestions } } }';
    expect((await test.run('stranger', text)).data).toEqual({
      viewer: { discoverability: { foundBy: 'EVERYBODY', hasSuggestions: true } },
    });
    expect((await test.run('find-nobody', text)).data).toMatchObject({
      viewer: { discoverability: { foundBy: 'NOBODY' } },
    });
    expect((await test.run('carl', text)).data).toEqual({ viewer: { discoverability: null } });
  });
});
