import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { ask, mutate as send } from './ask.js';
import { Fixture, learning, missingId } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  const [rosa, uma] = [await fixture.member('rosa'), await fixture.member('uma')];
  await fixture.mandate(rosa, 'COURSE_REP');
  await fixture.mandate(uma, 'UNION_OFFICER');
});
afterAll(() => test.stop());

const thought = 'I thought about it, and next time I will ask somebody before I begin.';

type Version = {
  id: string;
  status: string;
  path: { id: string; slug: string };
  steps: { id: string; key: string; requires: number[] }[];
};
type Enrolment = {
  id: string;
  status: string;
  viewerActions: string[];
  pathVersion: { version: number };
  steps: { status: string }[];
};

const version = (subject: string, name: string, input: object) =>
  send<{ pathVersion: Version }>(test, subject, {
    name,
    input,
    success: 'pathVersion { id status path { id slug } steps { id key requires guidance rubric } }',
  });
const learn = (subject: string, name: string, input: object) =>
  send<{ enrolment: Enrolment }>(test, subject, {
    name,
    input,
    success: 'enrolment { id status viewerActions pathVersion { version } steps { status } }',
  });

let slugs = 0;
const reflect = (title: string, changes: object = {}) => ({ title, kind: 'REFLECT', ...changes });

/** Rosa writes it, and Uma publishes it. */
async function publish(answer: ReturnType<typeof version>): Promise<Version> {
  const { pathVersion, message } = await answer;
  if (pathVersion === undefined) throw new Error(message);
  await version('rosa', 'submitPathVersion', { pathVersionId: pathVersion.id });
  const { pathVersion: published, message: problem } = await version('uma', 'publishPathVersion', {
    pathVersionId: pathVersion.id,
  });
  if (published === undefined) throw new Error(problem);
  return published;
}
const newPath = (steps: readonly object[], prerequisites: readonly string[] = []) =>
  version('rosa', 'draftPath', {
    slug: `upgraded-${(slugs += 1)}`,
    title: 'A path',
    summary: 'What it is good for.',
    steps,
    prerequisites,
  });

type Preview = {
  upgrade: {
    version: { id: string; version: number };
    steps: { change: string; before: object | null; after: object | null }[];
  } | null;
  viewerActions: string[];
};
async function preview(subject: string, pathId: string): Promise<Preview> {
  const { path } = await ask<{ path: { viewerEnrolment: Preview } }>(
    test,
    subject,
    'query ($id: ID!) { path(id: $id) { viewerEnrolment { viewerActions upgrade { version { id version } steps { change before { title } after { title } } } } } }',
    { id: pathId },
  );
  return path.viewerEnrolment;
}

describe('an enrolment', () => {
  it('moves to the published version as it was shown, and keeps what is satisfied and written', async () => {
    await fixture.member('ann');
    const first = await publish(newPath([reflect('One'), reflect('Two'), reflect('Three')]));
    const pathId = first.path.id;
    const { enrolment } = await learn('ann', 'enrolInPath', { pathId });
    const enrolmentId = enrolment?.id;
    await learn('ann', 'completeStep', { enrolmentId, stepId: first.steps[0]?.id, reflection: thought });
    expect(await preview('ann', pathId)).toEqual({ upgrade: null, viewerActions: ['DROP'] });
    expect(await learn('ann', 'upgradeEnrolment', { enrolmentId, pathVersionId: first.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const [one, two] = first.steps;
    const second = await publish(
      version('rosa', 'draftPathVersion', {
        pathId,
        steps: [
          reflect('New'),
          reflect('One, again', { key: one?.key }),
          reflect('Two', { key: two?.key, requires: [2] }),
        ],
      }),
    );
    expect(await preview('ann', pathId)).toEqual({
      viewerActions: ['UPGRADE', 'DROP'],
      upgrade: {
        version: { id: second.id, version: 2 },
        steps: [
          { change: 'ADDED', before: null, after: { title: 'New' } },
          { change: 'KEPT', before: { title: 'One' }, after: { title: 'One, again' } },
          { change: 'GOES_ON', before: { title: 'Two' }, after: { title: 'Two' } },
          { change: 'REMOVED', before: { title: 'Three' }, after: null },
        ],
      },
    });
    expect(await learn('ann', 'upgradeEnrolment', { enrolmentId, pathVersionId: first.id })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(await learn('ann', 'upgradeEnrolment', { enrolmentId, pathVersionId: second.id })).toMatchObject({
      enrolment: {
        id: enrolmentId,
        pathVersion: { version: 2 },
        viewerActions: ['DROP'],
        steps: [{ status: 'AVAILABLE' }, { status: 'PASSED' }, { status: 'LOCKED' }],
      },
    });
    const kept = await ask<{ path: { viewerEnrolment: { steps: { reflection: object | null }[] } } }>(
      test,
      'ann',
      'query ($id: ID!) { path(id: $id) { viewerEnrolment { steps { reflection { words } } } } }',
      { id: pathId },
    );
    expect(kept.path.viewerEnrolment.steps.map(({ reflection }) => reflection)).toEqual([
      null,
      { words: thought },
      null,
    ]);
    const told: readonly unknown[] = await test.dataSource.query(
      `select says from record_fact where aggregate = 'StepProgress' and aggregate_id like $1 || ':%'`,
      [enrolmentId],
    );
    expect(told).toEqual([{ says: 'STANDS' }]);
  });

  it('that is completed, ended or of somebody else does not move', async () => {
    await fixture.member('ben');
    await fixture.member('cat');
    const first = await publish(newPath([reflect('One')]));
    const pathId = first.path.id;
    const enrolmentOf = async (who: string) => (await learn(who, 'enrolInPath', { pathId })).enrolment?.id;
    const [done, left] = [await enrolmentOf('ben'), await enrolmentOf('cat')];
    await learn('ben', 'completeStep', { enrolmentId: done, stepId: first.steps[0]?.id, reflection: thought });
    await learn('cat', 'dropEnrolment', { enrolmentId: left });
    const second = await publish(version('rosa', 'draftPathVersion', { pathId, steps: [reflect('One')] }));
    expect(await preview('ben', pathId)).toEqual({ upgrade: null, viewerActions: [] });
    for (const [who, enrolmentId] of [
      ['ben', done],
      ['cat', left],
    ] as const)
      expect(await learn(who, 'upgradeEnrolment', { enrolmentId, pathVersionId: second.id })).toMatchObject({
        __typename: 'IllegalTransitionError',
      });
    for (const enrolmentId of [done, missingId])
      expect(await learn('rosa', 'upgradeEnrolment', { enrolmentId, pathVersionId: second.id })).toMatchObject({
        __typename: 'NotFoundError',
      });
  });
});

describe('a path that asks for others first', () => {
  it('is closed until they are completed, and says which are', async () => {
    await fixture.member('dee');
    const basics = await publish(newPath([reflect('One')]));
    const next = await publish(newPath([reflect('One')], [basics.path.id]));
    const seen = (who: string | undefined) =>
      ask(
        test,
        who,
        'query ($id: ID!) { path(id: $id) { viewerActions published { prerequisites { isMet path { id } } } } }',
        {
          id: next.path.id,
        },
      );
    const asks = (isMet: boolean | null) => ({ prerequisites: [{ isMet, path: { id: basics.path.id } }] });
    expect(await seen('dee')).toEqual({ path: { viewerActions: [], published: asks(false) } });
    expect(await seen(undefined)).toEqual({ path: { viewerActions: [], published: asks(null) } });
    expect(await learn('dee', 'enrolInPath', { pathId: next.path.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const { enrolment } = await learn('dee', 'enrolInPath', { pathId: basics.path.id });
    await learn('dee', 'completeStep', {
      enrolmentId: enrolment?.id,
      stepId: basics.steps[0]?.id,
      reflection: thought,
    });
    expect(await seen('dee')).toEqual({ path: { viewerActions: ['ENROL'], published: asks(true) } });
    expect(await learn('dee', 'enrolInPath', { pathId: next.path.id })).toMatchObject({
      enrolment: { status: 'ENROLLED' },
    });
  });

  it('never asks for itself, neither directly nor in the end, and never for one that is closed', async () => {
    const one = await publish(newPath([reflect('One')]));
    const two = await publish(newPath([reflect('One')], [one.path.id]));
    const { pathVersion } = await version('rosa', 'draftPathVersion', {
      pathId: one.path.id,
      steps: [reflect('One')],
      prerequisites: [two.path.id],
    });
    await version('rosa', 'submitPathVersion', { pathVersionId: pathVersion?.id });
    expect(await version('uma', 'publishPathVersion', { pathVersionId: pathVersion?.id })).toMatchObject({
      __typename: 'ConflictError',
    });
    const closed = await newPath([reflect('One')]);
    for (const pathId of [missingId, closed.pathVersion?.path.id])
      expect(await newPath([reflect('One')], [pathId ?? ''])).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'prerequisites.0', rule: 'UNKNOWN' }],
      });
    expect(
      await version('rosa', 'editPathVersion', {
        pathVersionId: closed.pathVersion?.id,
        steps: [reflect('One')],
        prerequisites: [closed.pathVersion?.path.id],
      }),
    ).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'prerequisites.0' }] });
    await expect(
      test.dataSource.query(
        'insert into path_prerequisite (path_version_id, of_path_id, path_id) select id, path_id, path_id from path_version where id = $1',
        [closed.pathVersion?.id],
      ),
    ).rejects.toThrow('path_prerequisite_of_another');
    await expect(
      test.dataSource.query('delete from path_prerequisite where path_version_id = $1', [two.id]),
    ).rejects.toThrow('only a draft');
  });
});

describe('a step', () => {
  it('opens once the steps it requires are passed, whatever the order of the others', async () => {
    await fixture.member('eli');
    const made = await publish(
      newPath([reflect('One'), reflect('Two', { requires: [] }), reflect('Three', { requires: [1, 2, 1] })]),
    );
    expect(made.steps.map(({ requires }) => requires)).toEqual([[], [], [1, 2]]);
    const { enrolment } = await learn('eli', 'enrolInPath', { pathId: made.path.id });
    const enrolmentId = enrolment?.id;
    expect(enrolment?.steps).toEqual([{ status: 'AVAILABLE' }, { status: 'AVAILABLE' }, { status: 'LOCKED' }]);
    const pass = (index: number) =>
      learn('eli', 'completeStep', { enrolmentId, stepId: made.steps[index]?.id, reflection: thought });
    expect((await pass(1)).enrolment?.steps[2]).toEqual({ status: 'LOCKED' });
    expect((await pass(0)).enrolment?.steps[2]).toEqual({ status: 'AVAILABLE' });
  });

  it.each([
    ['a later step', [reflect('One', { requires: [1] })], 'steps.0.requires'],
    ['a rubric of another kind', [reflect('One', { rubric: ['Clear'] })], 'steps.0.rubric'],
    [
      'a rubric that is too long',
      [{ title: 'One', kind: 'PEER_REVIEW', rubric: Array(6).fill('Clear') }],
      'steps.0.rubric',
    ],
    ['guidance that is too long', [reflect('One', { guidance: 'x'.repeat(1001) })], 'steps.0.guidance'],
    ['a step that carries on nothing', [reflect('One', { key: missingId })], 'steps.0.key'],
  ])('is refused with %s', async (_name, steps, path) => {
    expect(await newPath(steps)).toMatchObject({ __typename: 'ValidationError', fields: [{ path }] });
  });

  it('keeps its kind when a later version carries it on, and is carried on once', async () => {
    const first = await publish(newPath([reflect('One')]));
    const key = first.steps[0]?.key;
    const next = (steps: readonly object[]) => version('rosa', 'draftPathVersion', { pathId: first.path.id, steps });
    expect(await next([{ title: 'One', kind: 'QUIZ', key }])).toMatchObject({ fields: [{ path: 'steps.0.kind' }] });
    expect(await next([reflect('One', { key }), reflect('Two', { key })])).toMatchObject({
      fields: [{ path: 'steps' }],
    });
  });
});

describe('versions in work', () => {
  it('are listed for their author and for reviewers, newest first, page by page', async () => {
    await fixture.member('fay');
    const made: string[] = [];
    for (const title of ['One', 'Two', 'Three']) made.unshift((await newPath([reflect(title)])).pathVersion?.id ?? '');
    const query =
      'query ($first: Int, $after: String) { pathVersionsInWork(first: $first, after: $after) { edges { node { id status path { title } steps { title } prerequisites { isMet } viewerActions } } pageInfo { hasNextPage endCursor } } }';
    type Page = { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    const read = async (who: string | undefined, after: string | null): Promise<Page> =>
      (await ask<{ pathVersionsInWork: Page }>(test, who, query, { first: 2, after })).pathVersionsInWork;
    const one = await read('uma', null);
    const two = await read('uma', one.pageInfo.endCursor);
    expect([...one.edges, ...two.edges].map(({ node }) => node.id).slice(0, 3)).toEqual(made);
    for (const who of ['fay', undefined]) expect((await read(who, null)).edges).toEqual([]);
    const statements = async (first: number) =>
      (await test.countStatements(() => test.run('uma', query, { first }))).length;
    await statements(1);
    expect(await statements(3)).toBe(await statements(1));
  });
});
