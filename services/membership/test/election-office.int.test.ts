import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import type { GroupId } from '../src/group/group.js';
import { ElectionActs, electionStart } from './election-acts.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(electionStart);
let test: TestService;
let acts: ElectionActs;
let fixture: Fixture;
let groupId: GroupId;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  acts = new ElectionActs(test, clock);
  fixture = new Fixture(test);
  const ada = await fixture.member('ada', { programme: 'Botany', year: 2 });
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
  groupId = (await fixture.group('Chess', [ada.id])).id;
});
afterAll(() => test.stop());

const positions = `query ($id: ID!, $search: String, $first: Int, $after: String) {
  election(id: $id) { electablePositions(search: $search, first: $first, after: $after) {
    edges { node { position { id title seats holders { id } } constituency { programme year } } }
    pageInfo { hasNextPage endCursor } } } }`;

type Page = {
  readonly edges: readonly {
    readonly node: { readonly position: { readonly id: string }; readonly constituency: unknown };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
};

async function electable(subject: string, variables: object): Promise<Page | null> {
  const { data, errors } = await test.run(subject, positions, { ...variables });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data?.['election'] as { electablePositions: Page | null } | null)?.electablePositions ?? null;
}
const idsOf = (page: Page | null): readonly string[] => page?.edges.map(({ node }) => node.position.id) ?? [];

async function courseSeats(constituency: string): Promise<string> {
  const { id } = await fixture.position(undefined, 'COURSE_REP', 2);
  await test.dataSource.query('update position set constituency = $2 where id = $1', [id, constituency]);
  return id;
}

async function kept(subject: string): Promise<unknown> {
  const { data } = await test.run(subject, '{ viewer { electionsAsTrustee { id } } }');
  return (data?.['viewer'] as { electionsAsTrustee: unknown } | undefined)?.electionsAsTrustee;
}

describe('the positions an election can be about', () => {
  it('are those of the union or of its group that it has no contest for, and of courses those that somebody studies', async () => {
    const office = (await fixture.position(undefined, 'UNION_OFFICER')).id;
    const taken = (await fixture.position(undefined, 'UNION_OFFICER')).id;
    const gone = (await fixture.position(undefined, 'UNION_OFFICER')).id;
    await test.dataSource.query('update position set removed_at = now() where id = $1', [gone]);
    await fixture.position(undefined, 'COURSE_REP');
    const course = await courseSeats('Botany, year 2');
    const ofGroup = (await fixture.position(groupId, 'TREASURER')).id;
    const { electionId } = await acts.planned('Union', [taken]);
    const found = await electable('otto', { id: electionId });
    expect(new Set(idsOf(found))).toEqual(new Set([office, course]));
    expect(found?.edges.map(({ node }) => node.constituency)).toContainEqual({ programme: 'Botany', year: 2 });
    expect(idsOf(await electable('otto', { id: electionId, search: 'BOTANY' }))).toEqual([course]);
    expect(idsOf(await electable('otto', { id: electionId, search: 'union_off' }))).toEqual([office]);
    expect(idsOf(await electable('otto', { id: electionId, search: '%' }))).toEqual([]);
    const { electionId: committee } = await acts.planned('Chess', [], { groupId });
    expect(idsOf(await electable('otto', { id: committee }))).toEqual([ofGroup]);
  });

  it('are told to nobody who may not add a contest, and not after the announcement', async () => {
    const { electionId } = await acts.announced('Announced', [(await fixture.position(undefined, 'UNION_OFFICER')).id]);
    expect(await electable('otto', { id: electionId })).toBeNull();
    const { electionId: plan } = await acts.planned('Plan', []);
    for (const subject of ['sys', 'ada']) expect(await electable(subject, { id: plan })).toBeNull();
    expect(await electable('otto', { id: plan })).not.toBeNull();
  });

  it('come page by page, all of them and none twice, with as many statements for many as for few', async () => {
    const { electionId } = await acts.planned('Pages', []);
    await electable('otto', { id: electionId, first: 2 });
    const few = await test.countStatements(() => electable('otto', { id: electionId, first: 2 }));
    for (let year = 1; year <= 5; year += 1) await courseSeats(`Geology, year ${year}`);
    const all = idsOf(await electable('otto', { id: electionId, first: 100 }));
    const many = await test.countStatements(() => electable('otto', { id: electionId, first: 100 }));
    expect(many.length).toBe(few.length);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await electable('otto', { id: electionId, first: 3, after });
      seen.push(...idsOf(page));
      after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : undefined;
    } while (after !== undefined);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(all.length);
  });
});

describe('the elections whose second key somebody keeps', () => {
  it('are theirs alone, planned ones too, until they are over', async () => {
    const { electionId } = await acts.planned('Keys', []);
    expect(await kept('sys')).toContainEqual({ id: electionId });
    for (const subject of ['otto', 'ada']) expect(await kept(subject)).toEqual([]);
    await acts.kind('otto', 'voidElection', { electionId, reason: 'A mistake.' });
    expect(await kept('sys')).not.toContainEqual({ id: electionId });
  });
});
