import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { mutate as send } from './ask.js';
import { Fixture, learning, missingId, stepDraft, type TestMember, type TestPath } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let rosa: TestMember;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
  rosa = await fixture.member('rosa');
});
afterAll(() => test.stop());

const words = 'I asked ten people in the library what they need, and this is what they said.';
const opinion = { verdict: 'ACCEPT', words: 'Clear, and I could do it again from this.' };
const rubric = ['It says what was done.', 'It names one thing that did not work.'];
const marks = [0, 1].map((criterion) => ({ criterion, isMet: true }));

type Reviewed = { peerReview: { id: string; status: string; viewerActions: string[] } };
type Enrolled = { enrolment: { id: string; status: string; steps: { status: string }[] } };

const mutate = <Fields = Enrolled>(
  subject: string | undefined,
  name: string,
  input: object,
  success = 'enrolment { id status steps { status } }',
) => send<Fields>(test, subject, { name, input, success });
const review = (subject: string | undefined, peerReviewId: string, changes: object = {}) =>
  mutate<Reviewed>(
    subject,
    'writePeerReview',
    { peerReviewId, ...opinion, marks, ...changes },
    'peerReview { id status viewerActions }',
  );
const decline = (subject: string | undefined, peerReviewId: string) =>
  mutate<Reviewed>(subject, 'declinePeerReview', { peerReviewId }, 'peerReview { id status viewerActions }');

type Asked = {
  id: string;
  title: string;
  work: string;
  rubric: string[];
  path: { id: string } | null;
  viewerActions: string[];
};
async function asked(subject: string): Promise<readonly Asked[]> {
  const { data, errors } = await test.run(
    subject,
    '{ viewer { member { peerReviews { edges { node { id title work rubric path { id } viewerActions } } } } } }',
  );
  expect(errors).toBeUndefined();
  const page = data as { viewer: { member: { peerReviews: { edges: { node: Asked }[] } } } };
  return page.viewer.member.peerReviews.edges.map(({ node }) => node);
}

/** Members of one path that asks for nothing but work that others review; all of them are enrolled on it. */
class Circle {
  readonly enrolments = new Map<string, string>();
  private constructor(readonly made: TestPath) {}

  static async of(...subjects: readonly string[]): Promise<Circle> {
    const circle = new Circle(await fixture.path(rosa, [stepDraft('PEER_REVIEW', { rubric })]));
    for (const subject of subjects) {
      await fixture.member(subject);
      const { enrolment } = await mutate(subject, 'enrolInPath', { pathId: circle.made.path.id });
      circle.enrolments.set(subject, enrolment?.id ?? '');
    }
    return circle;
  }

  handIn(subject: string, text = words) {
    const place = { enrolmentId: this.enrolments.get(subject), stepId: this.made.steps[0]?.id };
    return mutate(subject, 'handInStep', { ...place, words: text });
  }

  /** The step with what was handed in, as its author reads it. */
  async step(subject: string) {
    const { data } = await test.run(
      subject,
      `query ($id: ID!) { path(id: $id) { viewerEnrolment { status steps { status viewerActions handIns { round status words
        reviewersWanted reviewersDone feedback { verdict words marks { criterion isMet words } } } } } } }`,
      { id: this.made.path.id },
    );
    return (data as { path: { viewerEnrolment: { steps: object[] } } }).path.viewerEnrolment.steps[0];
  }
}

const noticesOf = async (subject: string): Promise<readonly string[]> =>
  (
    await test.dataSource.query(
      `select data->>'notice' as notice from outbox_event o join actor_member m on o.data->'memberIds' ? m.member_id::text
       where o.name = 'LearningNotice' and m.subject = $1 order by 1`,
      [subject],
    )
  ).map(({ notice }: { notice: string }) => notice);

describe('work that is handed in', () => {
  it('is reviewed by two others who handed theirs in, and passes once both accept', async () => {
    const circle = await Circle.of('a1', 'a2', 'a3');
    expect(await circle.handIn('a1')).toMatchObject({ enrolment: { steps: [{ status: 'SUBMITTED' }] } });
    expect(await asked('a1')).toEqual([]);
    await circle.handIn('a2');
    await circle.handIn('a3');
    const [fromTwo] = (await asked('a2')).filter(({ work }) => work === words);
    expect(fromTwo).toMatchObject({ rubric, viewerActions: ['REVIEW', 'DECLINE'], path: { id: circle.made.path.id } });
    // Everybody reviews the other two.
    expect(await Promise.all(['a1', 'a2', 'a3'].map(async (who) => (await asked(who)).length))).toEqual([2, 2, 2]);
    expect(await noticesOf('a2')).toEqual(['PEER_REVIEW_ASKED', 'PEER_REVIEW_ASKED']);
    for (const one of await asked('a2'))
      expect(await review('a2', one.id)).toMatchObject({ peerReview: { status: 'DONE', viewerActions: [] } });
    expect(await circle.step('a1')).toMatchObject({
      status: 'SUBMITTED',
      handIns: [{ status: 'OPEN', reviewersWanted: 2, reviewersDone: 1, feedback: [] }],
    });
    for (const one of await asked('a3')) await review('a3', one.id);
    expect(await circle.step('a1')).toMatchObject({
      status: 'PASSED',
      handIns: [
        {
          status: 'ACCEPTED',
          reviewersDone: 2,
          feedback: [opinion, { ...opinion, marks: [{ criterion: 0, isMet: true, words: null }, {}] }],
        },
      ],
    });
    expect(await noticesOf('a1')).toContain('PEER_REVIEW_DONE');
  });

  it('goes back with every review when one of them wants more, and can be handed in again', async () => {
    const circle = await Circle.of('b1', 'b2', 'b3');
    for (const who of ['b1', 'b2', 'b3']) await circle.handIn(who, `${words} ${who}`);
    const ofFirst = async (who: string) => (await asked(who)).find(({ work }) => work === `${words} b1`)?.id ?? '';
    await review('b2', await ofFirst('b2'), { verdict: 'SEND_BACK', words: 'Say how many people you asked, please.' });
    expect(await circle.step('b1')).toMatchObject({ status: 'SUBMITTED', handIns: [{ feedback: [] }] });
    expect(await circle.handIn('b1')).toMatchObject({ __typename: 'IllegalTransitionError' });
    await review('b3', await ofFirst('b3'));
    expect(await circle.step('b1')).toMatchObject({
      status: 'RETURNED',
      viewerActions: ['SUBMIT'],
      handIns: [{ status: 'SENT_BACK', reviewersDone: 2 }],
    });
    // Reviews of one instant come in an order that tells nothing.
    const { handIns } = (await circle.step('b1')) as { handIns: { feedback: { verdict: string }[] }[] };
    expect(handIns[0]?.feedback.map(({ verdict }) => verdict).sort()).toEqual(['ACCEPT', 'SEND_BACK']);
    expect(await circle.handIn('b1', `${words} Again.`)).toMatchObject({
      enrolment: { steps: [{ status: 'SUBMITTED' }] },
    });
    expect(await circle.step('b1')).toMatchObject({ handIns: [{ round: 2, status: 'OPEN' }, { round: 1 }] });
  });

  it('is checked, and is handed in for a step of this kind alone, in its turn', async () => {
    const circle = await Circle.of('c1');
    expect(await circle.handIn('c1', 'Too short.')).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'words' }],
    });
    const made = await fixture.path(rosa, [stepDraft('REFLECT'), stepDraft('PEER_REVIEW')]);
    const { enrolment } = await mutate('c1', 'enrolInPath', { pathId: made.path.id });
    for (const step of made.steps)
      expect(await mutate('c1', 'handInStep', { enrolmentId: enrolment?.id, stepId: step.id, words })).toMatchObject({
        __typename: 'IllegalTransitionError',
      });
    for (const [who, enrolmentId, stepId] of [
      ['c1', enrolment?.id, missingId],
      ['c1', missingId, made.steps[1]?.id],
      ['rosa', enrolment?.id, made.steps[1]?.id],
    ] as const)
      expect(await mutate(who, 'handInStep', { enrolmentId, stepId, words })).toMatchObject({
        __typename: 'NotFoundError',
      });
  });

  it('finds its two reviewers when everybody hands in at the same time, and its verdict when they review at the same time', async () => {
    const people = Array.from({ length: 6 }, (_, index) => `d${index}`);
    const circle = await Circle.of(...people);
    await Promise.all(people.map((who) => circle.handIn(who)));
    const lists = await Promise.all(people.map(asked));
    expect(lists.map(({ length }) => length).reduce((sum, one) => sum + one, 0)).toBe(12);
    expect(lists.every(({ length }) => length <= 3)).toBe(true);
    const answers = await Promise.all(
      people.flatMap((who, index) => (lists[index] ?? []).map(({ id }) => review(who, id))),
    );
    expect(answers.map(({ __typename }) => __typename)).toEqual(answers.map(() => 'WritePeerReviewSuccess'));
    for (const who of people) expect(await circle.step(who)).toMatchObject({ status: 'PASSED' });
  });

  it('is taken away from its reviewers when its author leaves the path', async () => {
    const circle = await Circle.of('e1', 'e2', 'e3');
    for (const who of ['e1', 'e2', 'e3']) await circle.handIn(who, `${words} ${who}`);
    const before = (await asked('e2')).find(({ work }) => work === `${words} e1`);
    await mutate('e1', 'dropEnrolment', { enrolmentId: circle.enrolments.get('e1') });
    expect((await asked('e2')).map(({ work }) => work)).toEqual([`${words} e3`]);
    expect(await review('e2', before?.id ?? '')).toMatchObject({ __typename: 'NotFoundError' });
    const [row] = await test.dataSource.query('select status from peer_submission where enrolment_id = $1', [
      circle.enrolments.get('e1'),
    ]);
    expect(row).toEqual({ status: 'WITHDRAWN' });
  });
});

describe('a review', () => {
  it('is hidden from everybody but the reviewer, its author included, as if it did not exist', async () => {
    const circle = await Circle.of('f1', 'f2', 'f3', 'f4');
    for (const who of ['f1', 'f2', 'f3']) await circle.handIn(who, `${words} ${who}`);
    const id = (await asked('f2')).find(({ work }) => work === `${words} f1`)?.id ?? '';
    for (const who of [undefined, 'f1', 'f3', 'f4', 'rosa']) {
      const [hidden, missing] = await Promise.all([review(who, id), review(who, missingId)]);
      expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
      expect(missing).toEqual(hidden);
      expect(await decline(who, id)).toEqual(await decline(who, missingId));
      expect((await test.run(who, 'query ($id: ID!) { peerReview(id: $id) { id } }', { id })).data).toEqual({
        peerReview: null,
      });
    }
    const own = await test.run('f2', 'query ($id: ID!) { peerReview(id: $id) { work title status verdict } }', { id });
    expect(own.data).toMatchObject({ peerReview: { work: `${words} f1`, status: 'ASKED', verdict: null } });
    for (const [changes, path] of [
      [{ words: 'Fine.' }, 'words'],
      [{ marks: [] }, 'marks'],
    ] as const)
      expect(await review('f2', id, changes)).toMatchObject({ __typename: 'ValidationError', fields: [{ path }] });
    await review('f2', id);
    expect(await review('f2', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await decline('f2', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('that is declined or not written in time goes to somebody else, who is never the author nor asked twice', async () => {
    const circle = await Circle.of('g1', 'g2', 'g3', 'g4');
    for (const who of ['g1', 'g2', 'g3']) await circle.handIn(who, `${words} ${who}`);
    const ofFirst = async (who: string) => (await asked(who)).find(({ work }) => work === `${words} g1`)?.id;
    const declined = await ofFirst('g2');
    expect(await decline('g2', declined ?? '')).toMatchObject({
      peerReview: { status: 'DECLINED', viewerActions: [] },
    });
    expect([await ofFirst('g2'), await ofFirst('g4')]).toEqual([undefined, undefined]);
    // Whoever hands in later can review as well, and has their own seven days.
    clock.set('2026-10-06T09:00:00.000Z');
    await circle.handIn('g4', `${words} g4`);
    expect(await ofFirst('g4')).toBeDefined();
    const late = await ofFirst('g3');
    const lapse = () =>
      test.dataSource.query(
        `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())`,
        [`lapse-peer-review:${late ?? ''}`],
      );
    clock.set('2026-10-12T09:00:00.000Z');
    await waitFor('the review to lapse', async () => {
      await lapse();
      return (await ofFirst('g3')) === undefined;
    });
    clock.set(testStart);
    const reviewers: readonly { status: string }[] = await test.dataSource.query(
      `select r.status from peer_review r join peer_submission s on s.id = r.submission_id where s.words = $1 order by 1`,
      [`${words} g1`],
    );
    expect(reviewers.map(({ status }) => status)).toEqual(['ASKED', 'DECLINED', 'LAPSED']);
  });

  it('is never asked of somebody whom a block keeps apart from the author', async () => {
    const circle = await Circle.of('j1', 'j2', 'j3');
    const memberId = `(select member_id from actor_member where subject = '%')`;
    const [one, other] = ['j1', 'j2'].map((who) => memberId.replace('%', who));
    await test.dataSource.query(
      `insert into blocked_pair (one_id, other_id) values (least(${one}, ${other}), greatest(${one}, ${other}))`,
    );
    for (const who of ['j1', 'j2', 'j3']) await circle.handIn(who, `${words} ${who}`);
    expect((await asked('j1')).map(({ work }) => work)).toEqual([`${words} j3`]);
    expect((await asked('j2')).map(({ work }) => work)).toEqual([`${words} j3`]);
    expect((await asked('j3')).map(({ work }) => work).sort()).toEqual([`${words} j1`, `${words} j2`]);
  });

  it('of one’s own work is refused by the database itself, and so is a second one', async () => {
    const circle = await Circle.of('h1', 'h2');
    for (const who of ['h1', 'h2']) await circle.handIn(who);
    const copy = `insert into peer_review (id, submission_id, author_id, reviewer_id, status, asked_at, due_at, version)
      select gen_random_uuid(), submission_id, author_id, %, 'ASKED', asked_at, due_at, 1 from peer_review limit 1`;
    await expect(test.dataSource.query(copy.replace('%', 'author_id'))).rejects.toThrow('peer_review_by_another');
    await expect(test.dataSource.query(copy.replace('%', 'reviewer_id'))).rejects.toThrow('peer_review_once');
  });

  it('waits in a list that pages oldest first, at a fixed number of statements', async () => {
    const people = ['i1', 'i2', 'i3', 'i4'];
    const circle = await Circle.of(...people);
    await circle.handIn('i1');
    for (const who of people.slice(1)) await circle.handIn(who);
    const query =
      'query ($first: Int, $after: String) { viewer { member { peerReviews(first: $first, after: $after) { edges { node { id title work rubric viewerActions path { title } } } pageInfo { hasNextPage endCursor } } } } }';
    type Page = { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const read = async (after: string | null): Promise<Page> =>
      ((await test.run('i1', query, { first: 1, after })).data as { viewer: { member: { peerReviews: Page } } }).viewer
        .member.peerReviews;
    const all = (await asked('i1')).map(({ id }) => id);
    expect(all.length).toBeGreaterThan(1);
    const seen: string[] = [];
    for (let page = await read(null); ; page = await read(page.pageInfo.endCursor)) {
      seen.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(all);
    const statements = async (first: number) =>
      (await test.countStatements(() => test.run('i1', query, { first }))).length;
    await statements(1);
    expect(await statements(3)).toBe(await statements(1));
  });
});
