import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, waitFor, type TestService } from '@guildhall/testing';
import { mutate as send } from './ask.js';
import { Fixture, learning, missingId, stepDraft, type TestMember } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let rosa: TestMember;
let uma: TestMember;

beforeAll(async () => {
  test = await startTestService(learning);
  fixture = new Fixture(test);
  await fixture.member('ada');
  await fixture.member('bob');
  rosa = await fixture.member('rosa');
  uma = await fixture.member('uma');
  await fixture.mandate(rosa, 'COURSE_REP');
  await fixture.mandate(uma, 'UNION_OFFICER');
});
afterAll(() => test.stop());

type Success = {
  pathVersion: { id: string; version: number; status: string; path: { id: string }; viewerActions: string[] };
};

const mutate = (
  subject: string | undefined,
  name: string,
  input: object,
  success = 'pathVersion { id version status path { id } viewerActions }',
) => send<Success>(test, subject, { name, input, success });

/** The version a mutation made; throws when it made none. */
async function made(answer: ReturnType<typeof mutate>): Promise<Success['pathVersion']> {
  const { pathVersion, message } = await answer;
  if (pathVersion === undefined) throw new Error(message);
  return pathVersion;
}

let slugs = 0;
const draftInput = (steps: readonly object[] = [{ title: 'Think about it', kind: 'REFLECT' }]) => ({
  slug: `a-path-${(slugs += 1)}`,
  title: 'A path',
  summary: 'What it is good for.',
  steps,
});
const readPath = async (subject: string | undefined, id: string) =>
  (
    await test.run(
      subject,
      'query ($id: ID!) { path(id: $id) { published { version } versions { version status } viewerActions } }',
      { id },
    )
  ).data?.['path'];

describe('a version of a path', () => {
  it('goes from its author through another reviewer to everybody, and the next one takes its place', async () => {
    const pathVersion = await made(mutate('rosa', 'draftPath', draftInput()));
    const pathId = pathVersion.path.id;
    expect(pathVersion).toMatchObject({ version: 1, status: 'DRAFT', viewerActions: ['EDIT', 'SUBMIT'] });
    expect(await readPath('ada', pathId)).toBeNull();
    await mutate('rosa', 'submitPathVersion', { pathVersionId: pathVersion.id });
    expect(await mutate('rosa', 'publishPathVersion', { pathVersionId: pathVersion.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await mutate('uma', 'publishPathVersion', { pathVersionId: pathVersion.id })).toMatchObject({
      pathVersion: { status: 'PUBLISHED' },
    });
    expect(await readPath('ada', pathId)).toEqual({
      published: { version: 1 },
      versions: [{ version: 1, status: 'PUBLISHED' }],
      viewerActions: ['ENROL'],
    });

    const next = await made(
      mutate('uma', 'draftPathVersion', { pathId, steps: [{ title: 'Think again', kind: 'REFLECT' }] }),
    );
    expect(next.version).toBe(2);
    expect(
      await mutate('rosa', 'draftPathVersion', { pathId, steps: [{ title: 'Think again', kind: 'REFLECT' }] }),
    ).toMatchObject({ __typename: 'IllegalTransitionError' });
    await mutate('uma', 'submitPathVersion', { pathVersionId: next.id });
    await mutate('rosa', 'publishPathVersion', { pathVersionId: next.id });
    expect(await readPath('ada', pathId)).toEqual({
      published: { version: 2 },
      versions: [{ version: 2, status: 'PUBLISHED' }],
      viewerActions: ['ENROL'],
    });
    expect(await readPath('rosa', pathId)).toMatchObject({
      versions: [
        { version: 1, status: 'RETIRED' },
        { version: 2, status: 'PUBLISHED' },
      ],
    });
    expect(await mutate('uma', 'retirePathVersion', { pathVersionId: next.id })).toMatchObject({
      pathVersion: { status: 'RETIRED' },
    });
    expect(await readPath('ada', pathId)).toBeNull();
  });

  it('is published once, however many publish it at the same time', async () => {
    const { path, version } = await fixture.path(rosa, [stepDraft('REFLECT')], { status: 'IN_REVIEW' });
    const runner = test.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select 1 from path_version where id = $1 for update', [version.id]);
    const publications = Promise.all(
      Array.from({ length: 4 }, () => mutate('uma', 'publishPathVersion', { pathVersionId: version.id })),
    );
    // All of them have begun and none has ended: the row they want to write is held.
    await waitFor('everybody to wait', async () => {
      const waiting: readonly unknown[] = await test.dataSource.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length === 4;
    });
    await runner.commitTransaction();
    await runner.release();
    const names = (await publications).map(({ __typename }) => __typename).sort();
    expect(names).toEqual([...Array.from({ length: 3 }, () => 'IllegalTransitionError'), 'PublishPathVersionSuccess']);
    expect(await readPath('ada', path.id)).toMatchObject({ versions: [{ version: 1, status: 'PUBLISHED' }] });
  });

  it('is the only published one of its path, and the only one in work, even past the use cases', async () => {
    const { path, version } = await fixture.path(rosa, [stepDraft('REFLECT')]);
    const insert = (status: string, number: number) =>
      test.dataSource.query(
        `insert into path_version (id, path_id, number, status, author_id, published_at, version) values (gen_random_uuid(), $1, $2, $3, $4, $5, 1)`,
        [path.id, number, status, rosa.id, status === 'PUBLISHED' ? version.publishedAt : null],
      );
    await expect(insert('PUBLISHED', 2)).rejects.toThrow('path_version_one_published');
    await insert('DRAFT', 2);
    await expect(insert('IN_REVIEW', 3)).rejects.toThrow('path_version_one_in_work');
  });

  it('keeps its steps once it is submitted, even past the use cases', async () => {
    const { version, steps } = await fixture.path(rosa, [stepDraft('REFLECT')], { status: 'IN_REVIEW' });
    const steps1 = [{ title: 'Another step', kind: 'REFLECT' }];
    expect(await mutate('rosa', 'editPathVersion', { pathVersionId: version.id, steps: steps1 })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    for (const sql of [
      'delete from path_step where id = $1',
      `update path_step set title = 'New' where id = $1`,
      `insert into path_step (id, path_version_id, position, title, kind) select gen_random_uuid(), path_version_id, 9, 'x', 'QUIZ' from path_step where id = $1`,
    ]) {
      await expect(test.dataSource.query(sql, [steps[0]?.id])).rejects.toThrow('only a draft may change its steps');
    }
    expect(await mutate('uma', 'sendBackPathVersion', { pathVersionId: version.id })).toMatchObject({
      pathVersion: { status: 'DRAFT' },
    });
    expect(await mutate('rosa', 'editPathVersion', { pathVersionId: version.id, steps: steps1 })).toMatchObject({
      __typename: 'EditPathVersionSuccess',
    });
  });

  it('names what is missing and what does not belong in its steps', async () => {
    const answer = await mutate('rosa', 'draftPath', {
      ...draftInput([
        { title: 'Read', kind: 'READ' },
        { title: 'Read', kind: 'READ', resourceId: missingId },
        { title: 'Come', kind: 'REFLECT', activityKind: 'SOCIAL' },
        { title: 'Serve', kind: 'VERIFIED_HOURS', hoursRequired: 0 },
      ]),
      slug: 'No Slug',
    });
    expect(answer.fields).toEqual([
      { path: 'slug', rule: 'BAD_FORMAT' },
      { path: 'steps.0.resourceId', rule: 'REQUIRED' },
      { path: 'steps.1.resourceId', rule: 'UNKNOWN' },
      { path: 'steps.2.activityKind', rule: 'CONTRADICTION' },
      { path: 'steps.3.hoursRequired', rule: 'OUT_OF_RANGE' },
    ]);
    const input = draftInput();
    await mutate('rosa', 'draftPath', input);
    expect(await mutate('uma', 'draftPath', input)).toMatchObject({ __typename: 'ConflictError' });
    expect(await mutate('ada', 'draftPath', draftInput())).toMatchObject({ __typename: 'NotAllowedError' });
    const { path } = await fixture.path(rosa, [stepDraft('REFLECT')]);
    expect(await mutate('ada', 'draftPathVersion', { pathId: path.id, steps: input.steps })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await mutate('uma', 'draftPathVersion', { pathId: path.id, steps: [] })).toMatchObject({
      __typename: 'ValidationError',
    });
  });
});

describe('a hidden path', () => {
  it('gives exactly what a missing one gives', async () => {
    const { path, version } = await fixture.path(rosa, [stepDraft('REFLECT')], { status: 'DRAFT' });
    for (const subject of [undefined, 'bob', 'carl']) {
      for (const name of ['submitPathVersion', 'sendBackPathVersion', 'publishPathVersion', 'retirePathVersion']) {
        const [hidden, missing] = await Promise.all(
          [version.id, missingId].map((pathVersionId) => mutate(subject, name, { pathVersionId })),
        );
        expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
        expect(missing).toEqual(hidden);
      }
      for (const name of ['draftPathVersion', 'enrolInPath']) {
        const extra = name === 'draftPathVersion' ? { steps: [] } : {};
        const [hidden, missing] = await Promise.all(
          [path.id, missingId].map((pathId) => mutate(subject, name, { pathId, ...extra }, '__typename')),
        );
        expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
        expect(missing).toEqual(hidden);
      }
      const references =
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on LearningPath { title } } }';
      const representations = [path.id, missingId].map((id) => ({ __typename: 'LearningPath', id }));
      expect((await test.run(subject, references, { representations })).data).toEqual({ _entities: [null, null] });
    }
  });
});

describe('lists of paths', () => {
  it('page without a gap or a repeat while paths are written, at a fixed number of statements', async () => {
    for (const title of ['Delta', 'alpha', 'Bravo', 'charlie'])
      await fixture.path(rosa, [stepDraft('REFLECT'), stepDraft('ATTEND')], { title: `list ${title}` });
    const query =
      'query ($first: Int, $after: String) { paths(first: $first, after: $after) { edges { node { title published { steps { title resource { title } } } viewerEnrolment { status } viewerActions } } pageInfo { hasNextPage endCursor } } }';
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { data } = await test.run('ada', query, { first: 2, after });
      const page = data?.['paths'] as {
        edges: { node: { title: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.edges.map(({ node }) => node.title));
      await fixture.path(rosa, [stepDraft('REFLECT')], { title: 'a new one' });
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen.filter((title) => title.startsWith('list'))).toEqual([
      'list alpha',
      'list Bravo',
      'list charlie',
      'list Delta',
    ]);
    const statements = async (first: number): Promise<number> =>
      (await test.countStatements(() => test.run('ada', query, { first }))).length;
    await statements(2);
    expect(await statements(9)).toBe(await statements(2));
  });
});
