import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CandidateId } from '../src/candidate/candidate.js';
import { publishOnPaper } from '../src/candidate/use-cases/publish-on-paper.js';
import { createRepositories } from '../src/app.js';
import { CandidacyWorld } from './candidacy-world.js';

const world = new CandidacyWorld();
const { member, paper } = world;

beforeAll(() => world.start());
beforeEach(() => world.begin('SCREENING'));
afterAll(() => world.stop());

const everything =
  'id name status statusReason nominationCount nominationsNeeded nominators { id displayName } member { displayName } contest { id } statements { text } appeal { text } viewerActions';

describe('the candidates of a contest', () => {
  it('are on the paper in the drawn order, with the names they have then, and re-opening nominations last', async () => {
    const { elections, contestId, electionId } = world;
    const ids = new Map<string, CandidateId>();
    for (const name of ['ada', 'ben', 'cem'])
      ids.set(name, await elections.candidate(contestId, member(name), { status: 'ELIGIBLE' }));
    const refused = await elections.candidate(contestId, member('dot'), { status: 'INELIGIBLE' });
    await elections.candidate(contestId, member('eva'), { status: 'NOMINATED' });
    await world.test.dataSource.query(`update member set display_name = 'Ada Lovelace' where id = $1`, [
      member('ada').id,
    ]);
    const repositories = createRepositories(world.test.dataSource.manager);
    await publishOnPaper(repositories, { id: electionId, seed: 'north wind' }, world.clock.now());
    await world.test.dataSource.query(`update member set display_name = 'ada' where id = $1`, [member('ada').id]);
    await world.setStatus('CAMPAIGN');
    const lines = await repositories.candidates.listOnPaper(contestId);
    expect(lines.map(({ ballotPlace }) => ballotPlace)).toEqual([1, 2, 3, 4]);
    expect(lines.map(({ isReopen }) => isReopen)).toEqual([false, false, false, true]);
    expect(lines.map(({ name }) => name).toSorted()).toEqual(['Ada Lovelace', 'Re-open nominations', 'ben', 'cem']);
    for (const who of [undefined, 'fay', 'sys'])
      expect((await paper(who)).map(({ name }) => name)).toEqual(lines.map(({ name }) => name));
    // Who was refused, and who never answered, are known to themselves and to who screens.
    expect((await paper('dot')).map(({ name }) => name)).toContain('dot');
    expect((await paper('otto')).map(({ status }) => status)).toEqual(
      expect.arrayContaining(['INELIGIBLE', 'NOMINATED']),
    );
    expect(lines.map(({ id }) => id)).not.toContain(refused);
  });

  it('are asked for with as many statements for many as for few', async () => {
    const ask = () =>
      world.test.run('otto', `query ($id: ID!) { election(id: $id) { contests { candidates { ${everything} } } } }`, {
        id: world.electionId,
      });
    const count = async (): Promise<number> => (await world.test.countStatements(ask)).length;
    const add = async (name: string): Promise<void> => {
      const id = await world.elections.candidate(world.contestId, member(name), { status: 'CONSENTED' });
      await world.elections.nominations(id, ['ada', 'ben'].map(member));
    };
    await add('cem');
    await count();
    const few = await count();
    for (const name of ['dot', 'eva', 'fay']) await add(name);
    expect((await ask()).errors).toBeUndefined();
    expect(await count()).toBe(few);
  });

  it('are asked for by who stands in three contests with as many statements as by who stands in one', async () => {
    const count = async (): Promise<number> => {
      const ask = () => world.test.run('fay', `{ viewer { candidacies { ${everything} } } }`);
      expect((await ask()).errors).toBeUndefined();
      return (await world.test.countStatements(ask)).length;
    };
    await world.elections.candidate(world.contestId, member('fay'), { status: 'CONSENTED' });
    const one = await count();
    for (const kind of ['UNION_OFFICER', 'COURSE_REP'] as const) {
      const position = await world.fixture.position(undefined, kind);
      await world.test.dataSource.query(`update position set constituency = 'Physics, year 1' where id = $1`, [
        position.id,
      ]);
      const contestId = await world.elections.contest(world.electionId, position);
      await world.elections.candidate(contestId, member('fay'), { status: 'CONSENTED' });
    }
    expect(await count()).toBe(one);
  });

  it('are hidden with a planned election, and so is its choice to re-open nominations', async () => {
    await world.begin('PLANNED');
    const { data } = await world.test.run('ada', 'query ($id: ID!) { election(id: $id) { id } }', {
      id: world.electionId,
    });
    expect(data).toEqual({ election: null });
    const [reopen] = await world.test.dataSource.query('select id from candidate where contest_id = $1', [
      world.contestId,
    ]);
    const query = 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Candidate { id } } }';
    const refs = [{ __typename: 'Candidate', id: reopen.id }];
    expect((await world.test.run('ada', query, { refs })).data).toEqual({ _entities: [null] });
    expect((await world.test.run('otto', query, { refs })).data).toEqual({ _entities: [{ id: reopen.id }] });
  });
});

describe('the list of appeals', () => {
  const ask = async (who: string | undefined, page = '') => {
    const { data, errors } = await world.test.run(
      who,
      `{ candidacyAppeals${page} { edges { node { ${everything} } } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(errors).toBeUndefined();
    return data?.['candidacyAppeals'] as {
      readonly edges: readonly {
        readonly node: { readonly name: string; readonly viewerActions: readonly string[] };
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
  const namesOf = (list: Awaited<ReturnType<typeof ask>>): readonly string[] => list.edges.map(({ node }) => node.name);

  it('shows each to those who may decide it, the oldest first, and is paged', async () => {
    for (const [index, name] of ['ada', 'ben', 'cem'].entries()) {
      const id = await world.elections.candidate(world.contestId, member(name), {
        status: 'INELIGIBLE',
        decidedBy: name === 'cem' ? 'odile' : 'otto',
      });
      await world.elections.appeal(id, `2026-10-05T08:3${index}:00Z`);
    }
    expect(namesOf(await ask('sys'))).toEqual(['ada', 'ben', 'cem']);
    expect(namesOf(await ask('odile'))).toEqual(['ada', 'ben']);
    expect(namesOf(await ask('otto'))).toEqual(['cem']);
    for (const who of ['ada', 'dot', undefined]) expect(namesOf(await ask(who))).toEqual([]);
    expect((await ask('sys')).edges[0]?.node.viewerActions).toEqual(['DECIDE_APPEAL']);
    const first = await ask('sys', '(first: 1)');
    const rest = await ask('sys', `(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([namesOf(first), namesOf(rest), rest.pageInfo.hasNextPage]).toEqual([['ada'], ['ben', 'cem'], false]);
    const statements = async (count: number): Promise<number> =>
      (await world.test.countStatements(() => ask('sys', `(first: ${count})`))).length;
    await statements(1);
    expect(await statements(3)).toBe(await statements(1));
  });
});
