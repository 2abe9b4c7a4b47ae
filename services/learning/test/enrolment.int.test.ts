import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { ask, mutate as send } from './ask.js';
import {
  Fixture,
  learning,
  missingId,
  registrationEvents,
  stepDraft,
  type TestMember,
  type TestPath,
} from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let rosa: TestMember;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  await fixture.member('bob');
  rosa = await fixture.member('rosa');
  await fixture.mandate(rosa, 'COURSE_REP');
});
afterAll(() => test.stop());

const fields =
  '{ id status completedAt pathVersion { version } viewerActions steps { status passedAt viewerActions step { id kind } } }';

type SeenEnrolment = { id: string; status: string; steps: readonly { status: string }[] };

/** Long enough to have been thought. */
const thought = 'I thought about it, and next time I will ask somebody before I begin.';

const mutate = (subject: string | undefined, name: string, input: object) =>
  send<{ enrolment: SeenEnrolment }>(test, subject, { name, input, success: `enrolment ${fields}` });

async function enrolled(subject: string, { path }: TestPath): Promise<string> {
  const { enrolment, message } = await mutate(subject, 'enrolInPath', { pathId: path.id });
  if (enrolment === undefined) throw new Error(message);
  return enrolment.id;
}

async function read(subject: string, made: TestPath): Promise<SeenEnrolment | null> {
  const { path } = await ask<{ path: { viewerEnrolment: SeenEnrolment | null } }>(
    test,
    subject,
    `query ($id: ID!) { path(id: $id) { viewerEnrolment ${fields} } }`,
    { id: made.path.id },
  );
  return path.viewerEnrolment;
}

const statusesOf = (enrolment: SeenEnrolment | null): readonly string[] =>
  (enrolment?.steps ?? []).map(({ status }) => status);

type EnrolmentPage = {
  viewer: {
    member: {
      enrolments: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
  };
};

describe('enrolling', () => {
  it('happens once per member and path, however often it is asked at the same time, and stays with its version', async () => {
    await fixture.member('eve');
    const made = await fixture.path(rosa, [stepDraft('REFLECT'), stepDraft('QUIZ')]);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => mutate('eve', 'enrolInPath', { pathId: made.path.id })),
    );
    expect(new Set(answers.map((answer) => answer.enrolment?.id)).size).toBe(1);
    expect(answers[0]).toMatchObject({
      enrolment: { status: 'ENROLLED', viewerActions: ['DROP'], pathVersion: { version: 1 } },
    });
    expect(await read('eve', made)).toMatchObject({
      steps: [
        { status: 'AVAILABLE', viewerActions: ['START', 'COMPLETE'] },
        { status: 'LOCKED', viewerActions: [] },
      ],
    });
    await test.dataSource.query(`update path_version set status = 'RETIRED' where id = $1`, [made.version.id]);
    expect(await read('eve', made)).toMatchObject({ status: 'ENROLLED', pathVersion: { version: 1 } });
    await fixture.member('late');
    expect(await mutate('late', 'enrolInPath', { pathId: made.path.id })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('is for active members alone', async () => {
    const { path } = await fixture.path(rosa, [stepDraft('REFLECT')]);
    for (const subject of [undefined, 'carl'])
      expect(await mutate(subject, 'enrolInPath', { pathId: path.id })).toMatchObject({
        __typename: 'NotAllowedError',
      });
  });

  it('is refused on a path without a published version', async () => {
    const { path } = await fixture.path(rosa, [stepDraft('REFLECT')], { status: 'IN_REVIEW' });
    expect(await mutate('rosa', 'enrolInPath', { pathId: path.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });
});

describe('steps', () => {
  it('are passed in order by the member, up to completion, and are never taken back by anybody', async () => {
    const fay = await fixture.member('fay');
    const guide = await fixture.resource(rosa);
    const made = await fixture.path(rosa, [stepDraft('READ', { resourceId: guide.id }), stepDraft('REFLECT')]);
    const enrolmentId = await enrolled(fay.subject, made);
    const [first, second] = made.steps.map(({ id }) => ({ enrolmentId, stepId: id }));
    expect(await mutate('fay', 'completeStep', { ...second, reflection: thought })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await mutate('fay', 'startStep', first ?? {})).toMatchObject({
      enrolment: { status: 'IN_PROGRESS', steps: [{ status: 'STARTED' }, { status: 'LOCKED' }] },
    });
    expect(await mutate('fay', 'startStep', first ?? {})).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await mutate('fay', 'completeStep', first ?? {})).toMatchObject({
      enrolment: { steps: [{ status: 'PASSED' }, { status: 'AVAILABLE' }] },
    });
    expect(await mutate('fay', 'completeStep', { ...second, reflection: thought })).toMatchObject({
      enrolment: { status: 'COMPLETED', completedAt: testStart, viewerActions: [] },
    });
    expect(await mutate('fay', 'dropEnrolment', { enrolmentId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('that need evidence are neither begun nor passed by one’s own word', async () => {
    await fixture.member('gil');
    for (const kind of ['QUIZ', 'ATTEND', 'HOLD_MANDATE', 'VERIFIED_HOURS', 'PEER_REVIEW', 'TEACH'] as const) {
      const made = await fixture.path(rosa, [stepDraft(kind)]);
      const enrolmentId = await enrolled('gil', made);
      for (const name of ['startStep', 'completeStep']) {
        expect(await mutate('gil', name, { enrolmentId, stepId: made.steps[0]?.id })).toMatchObject({
          __typename: 'IllegalTransitionError',
        });
      }
      expect(await read('gil', made)).toMatchObject({
        status: 'ENROLLED',
        steps: [{ status: 'AVAILABLE', viewerActions: kind === 'PEER_REVIEW' ? ['SUBMIT'] : [] }],
      });
    }
  });

  it('are passed once by two writers at the same time', async () => {
    await fixture.member('hal');
    const made = await fixture.path(rosa, [stepDraft('REFLECT'), stepDraft('REFLECT')]);
    const enrolmentId = await enrolled('hal', made);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        mutate('hal', 'completeStep', { enrolmentId, stepId: made.steps[0]?.id, reflection: thought }),
      ),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'CompleteStepSuccess',
      ...Array.from({ length: 5 }, () => 'IllegalTransitionError'),
    ]);
    expect(statusesOf(await read('hal', made))).toEqual(['PASSED', 'AVAILABLE']);
  });

  it('lose nothing when a fact arrives while the member completes and enrols', async () => {
    const made = await fixture.path(rosa, [stepDraft('REFLECT'), stepDraft('ATTEND')]);
    const people = await Promise.all(Array.from({ length: 8 }, (_, index) => fixture.member(`racer${index}`)));
    await Promise.all(
      people.flatMap(({ id, subject }) => [
        test.service.receive(registrationEvents(id, [{ attendedAt: testStart }])),
        enrolled(subject, made).then((enrolmentId) =>
          mutate(subject, 'completeStep', { enrolmentId, stepId: made.steps[0]?.id, reflection: thought }),
        ),
      ]),
    );
    for (const { subject } of people) {
      await waitFor(`${subject} to complete`, async () => (await read(subject, made))?.status === 'COMPLETED');
      expect(statusesOf(await read(subject, made))).toEqual(['PASSED', 'PASSED']);
    }
  });
});

describe('an enrolment', () => {
  it('is seen by its member alone, and answers everybody else as if it did not exist', async () => {
    const { id } = await fixture.member('ivy');
    const made = await fixture.path(rosa, [stepDraft('REFLECT')]);
    const enrolmentId = await enrolled('ivy', made);
    const own = await test.run('ivy', '{ viewer { member { enrolments { edges { node { id path { title } } } } } } }');
    expect(own.data).toEqual({
      viewer: { member: { enrolments: { edges: [{ node: { id: enrolmentId, path: { title: 'A path' } } }] } } },
    });
    const references =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Member { enrolments { edges { node { id } } } } } }';
    for (const subject of [undefined, 'bob', 'rosa', 'carl']) {
      const seen = await Promise.all(
        [id, missingId].map((memberId) =>
          test.run(subject, references, { representations: [{ __typename: 'Member', id: memberId }] }),
        ),
      );
      expect(seen.map(({ data }) => data)).toEqual([
        { _entities: [{ enrolments: null }] },
        { _entities: [{ enrolments: null }] },
      ]);
      for (const name of ['startStep', 'completeStep', 'dropEnrolment']) {
        const extra = name === 'dropEnrolment' ? {} : { stepId: made.steps[0]?.id };
        const [hidden, missing] = await Promise.all(
          [enrolmentId, missingId].map((one) => mutate(subject, name, { enrolmentId: one, ...extra })),
        );
        expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
        expect(missing).toEqual(hidden);
      }
      expect(
        (await test.run(subject, 'query ($id: ID!) { path(id: $id) { viewerEnrolment { id } } }', { id: made.path.id }))
          .data,
      ).toEqual({ path: { viewerEnrolment: null } });
    }
    expect(await mutate('ivy', 'completeStep', { enrolmentId, stepId: missingId })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('can be dropped and begun anew, and a dropped one hears of nothing', async () => {
    const { id } = await fixture.member('jon');
    const made = await fixture.path(rosa, [stepDraft('REFLECT'), stepDraft('ATTEND')]);
    const enrolmentId = await enrolled('jon', made);
    expect(await mutate('jon', 'dropEnrolment', { enrolmentId })).toMatchObject({
      enrolment: { status: 'DROPPED', viewerActions: [] },
    });
    expect(await mutate('jon', 'dropEnrolment', { enrolmentId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await mutate('jon', 'completeStep', { enrolmentId, stepId: made.steps[0]?.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const again = await enrolled('jon', made);
    expect(again).not.toBe(enrolmentId);
    await test.service.receive(registrationEvents(id, [{ attendedAt: testStart }]));
    await waitFor('the attendance', async () => statusesOf(await read('jon', made))[1] === 'PASSED');
    const dropped: readonly { status: string }[] = await test.dataSource.query(
      'select status from step_progress where enrolment_id = $1',
      [enrolmentId],
    );
    expect(dropped.map(({ status }) => status).sort()).toEqual(['AVAILABLE', 'LOCKED']);
  });

  it('runs out at its stated instant by the job, unless it is completed', async () => {
    await fixture.member('kim');
    const open = await fixture.path(rosa, [stepDraft('REFLECT')]);
    const done = await fixture.path(rosa, [stepDraft('REFLECT')]);
    const openId = await enrolled('kim', open);
    const doneId = await enrolled('kim', done);
    await mutate('kim', 'completeStep', { enrolmentId: doneId, stepId: done.steps[0]?.id, reflection: thought });
    const runJobs = () =>
      test.dataSource.query(
        `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = any($1)), run_at := now())`,
        [[openId, doneId].map((id) => `expire-enrolment:${id}`)],
      );
    const stateOf = async (id: string): Promise<string> =>
      (await test.dataSource.query('select status from enrolment where id = $1', [id]))[0].status;
    clock.set('2028-10-04T08:59:59.000Z');
    await runJobs();
    await waitFor(
      'the early job to be put off',
      async () =>
        (
          await test.dataSource.query(`select 1 from graphile_worker.jobs where key = $1 and attempts > 0`, [
            `expire-enrolment:${openId}`,
          ])
        ).length > 0,
    );
    expect(await stateOf(openId)).toBe('ENROLLED');
    clock.set('2028-10-04T09:00:00.000Z');
    await runJobs();
    await waitFor('the enrolment to run out', async () => (await stateOf(openId)) === 'EXPIRED');
    expect(await stateOf(doneId)).toBe('COMPLETED');
    clock.set(testStart);
  });

  it('lists page newest first without a gap or a repeat while one enrols, at a fixed number of statements', async () => {
    await fixture.member('lea');
    const paths = await Promise.all(
      Array.from({ length: 7 }, () => fixture.path(rosa, [stepDraft('REFLECT'), stepDraft('ATTEND')])),
    );
    const ids: string[] = [];
    for (const made of paths.slice(0, 5)) ids.push(await enrolled('lea', made));
    const query =
      'query ($first: Int, $after: String) { viewer { member { enrolments(first: $first, after: $after) { edges { node { id viewerActions path { title viewerActions } pathVersion { steps { title } } steps { status viewerActions step { title } } } } pageInfo { hasNextPage endCursor } } } } }';
    const seen: string[] = [];
    for (let after: string | null = null, next = 5; ; next += 1) {
      const page: EnrolmentPage = await ask<EnrolmentPage>(test, 'lea', query, { first: 2, after });
      const { enrolments } = page.viewer.member;
      seen.push(...enrolments.edges.map(({ node }) => node.id));
      const made = paths[next];
      if (made !== undefined) await enrolled('lea', made);
      if (!enrolments.pageInfo.hasNextPage) break;
      after = enrolments.pageInfo.endCursor;
    }
    expect(seen).toEqual([...ids].reverse());
    const statements = async (first: number): Promise<number> =>
      (await test.countStatements(() => test.run('lea', query, { first }))).length;
    await statements(2);
    expect(await statements(6)).toBe(await statements(2));
  });
});

describe('figures', () => {
  it('are suppressed below the threshold and never let the rest be found by subtraction', async () => {
    await fixture.appointment('nina', 'ANALYST');
    const made = await fixture.path(rosa, [stepDraft('REFLECT')], { title: 'Counted' });
    const people = await Promise.all(Array.from({ length: 21 }, (_, index) => fixture.member(`counted${index}`)));
    const figures = async (subject: string | undefined) => {
      const { data } = await test.run(
        subject,
        '{ insights { learning { path { title } enrolled { value suppressed } completed { value suppressed } } } }',
      );
      return (data?.['insights'] as { learning: { path: { title: string } }[] } | null)?.learning.filter(
        ({ path }) => path.title === 'Counted',
      )[0];
    };
    const enrolAndComplete = async (subject: string, completes: boolean) => {
      const enrolmentId = await enrolled(subject, made);
      if (completes)
        await mutate(subject, 'completeStep', { enrolmentId, stepId: made.steps[0]?.id, reflection: thought });
    };
    for (const { subject } of people.slice(0, 9)) await enrolAndComplete(subject, true);
    expect(await figures('nina')).toMatchObject({ enrolled: { value: null, suppressed: true } });
    for (const { subject } of people.slice(9, 12)) await enrolAndComplete(subject, true);
    expect(await figures('nina')).toMatchObject({
      enrolled: { value: 12, suppressed: false },
      completed: { value: null, suppressed: true },
    });
    for (const { subject } of people.slice(12)) await enrolAndComplete(subject, false);
    expect(await figures('nina')).toMatchObject({
      enrolled: { value: 21 },
      completed: { value: null, suppressed: true },
    });
    await fixture.member('counted21').then(({ subject }) => enrolAndComplete(subject, false));
    expect(await figures('nina')).toMatchObject({ enrolled: { value: 22 }, completed: { value: 12 } });
    for (const subject of [undefined, 'bob', 'rosa']) expect(await figures(subject)).toBeUndefined();
  });
});
