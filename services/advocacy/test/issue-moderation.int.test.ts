import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Fixture } from './fixture.js';
import { classmates, startIssues, type IssueFixture } from './issue-fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let issues: IssueFixture;

beforeAll(async () => {
  ({ test, fixture, issues } = await startIssues({ clock }));
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const report = (postId: string, ...people: readonly string[]) =>
  Promise.all(people.map((who) => fixture.mutate(who, 'reportIssuePost', { postId, reason: 'HURTFUL' })));
const own = async (id: string) =>
  (await fixture.ask('ada', 'query ($id: ID!) { issue(id: $id) { postState removalReason viewerActions } }', { id }))[
    'issue'
  ];
const waiting = async (who: string) => {
  const { reportedIssuePosts } = await fixture.ask(
    who,
    '{ reportedIssuePosts(first: 100) { edges { node { id title body reportCount reportReasons appeal viewerActions postState } } } }',
  );
  return reportedIssuePosts.edges.map(({ node }: { node: { id: string } }) => node) as Record<string, unknown>[];
};
const find = async (who: string, id: string) => (await waiting(who)).find((post) => post['id'] === id);
const decide = (who: string, postId: string, decision: string, reason = 'House rules') =>
  fixture.mutate(who, 'decideIssuePost', { postId, decision, reason });

describe('a reported post', () => {
  it('waits for a moderator with the first report, still shown, and is held back with the third, once each', async () => {
    const id = await issues.posted();
    await report(id, 'bea');
    await report(id, 'bea');
    expect(await find('uma', id)).toMatchObject({
      reportCount: 1,
      postState: 'VISIBLE',
      viewerActions: ['KEEP', 'REMOVE'],
    });
    const answers = await report(id, ...classmates);
    expect(answers.filter((answer) => answer['__typename'] === 'ReportIssuePostSuccess')).toHaveLength(2);
    expect(await issues.statusOf(id, 'bea')).toBeUndefined();
    expect(await own(id)).toEqual({ postState: 'HELD', removalReason: null, viewerActions: [] });
    expect(await find('amira', id)).toMatchObject({ reportCount: 3, reportReasons: ['HURTFUL'], postState: 'HELD' });
  });

  it('is shown to moderators without a name, and never to those of its own course', async () => {
    const id = await issues.posted({ namedToCourse: true });
    await report(id, 'bea');
    await fixture.mandate('sam', 'UNION_OFFICER', null);
    expect(await find('sam', id)).toBeUndefined();
    expect((await decide('sam', id, 'KEEP'))['__typename']).toBe('NotFoundError');
    const { fields } = (await fixture.ask('uma', '{ __type(name: "ReportedIssuePost") { fields { name } } }'))[
      '__type'
    ];
    expect(fields.map(({ name }: { name: string }) => name)).not.toContain('author');
    for (const who of ['ada', 'rosa', 'carl', 'dana', 'dirk', 'nina', 'sys', 'milo'])
      expect(await waiting(who)).toEqual([]);
  });

  it('is not shown to a moderator before somebody reported it', async () => {
    const id = await issues.posted();
    expect(await find('uma', id)).toBeUndefined();
    expect((await decide('uma', id, 'REMOVE'))['__typename']).toBe('NotFoundError');
  });

  it('is kept with a reason, or taken down with one that only its writer reads', async () => {
    const [kept, removed] = [await issues.posted(), await issues.posted()];
    await report(kept, 'bea', 'sam', 'sid');
    await report(removed, 'bea', 'sam', 'sid');
    expect(await decide('uma', kept, 'KEEP', '  ')).toMatchObject({ __typename: 'ValidationError' });
    expect((await decide('uma', kept, 'KEEP'))['__typename']).toBe('DecideIssuePostSuccess');
    expect(await issues.statusOf(kept, 'bea')).toBe('PRIVATE');
    await decide('uma', removed, 'REMOVE', 'It names a lecturer.');
    expect(await own(removed)).toEqual({
      postState: 'REMOVED',
      removalReason: 'It names a lecturer.',
      viewerActions: ['APPEAL'],
    });
    expect(await issues.statusOf(removed, 'bea')).toBeUndefined();
    expect(await waiting('uma')).not.toContainEqual(expect.objectContaining({ id: removed }));
  });

  it('is appealed for once, and decided by somebody else than who took it down', async () => {
    const id = await issues.posted();
    await report(id, 'bea');
    await decide('uma', id, 'REMOVE');
    const appeal = { postId: id, words: 'Nobody is named.' };
    expect((await fixture.mutate('ada', 'appealIssuePostRemoval', { ...appeal, words: '' }))['__typename']).toBe(
      'ValidationError',
    );
    await fixture.expectSuccess('ada', 'appealIssuePostRemoval', appeal);
    expect((await fixture.mutate('ada', 'appealIssuePostRemoval', appeal))['__typename']).toBe(
      'IllegalTransitionError',
    );
    expect(await find('uma', id)).toMatchObject({ appeal: 'Nobody is named.', viewerActions: [] });
    expect((await decide('uma', id, 'UPHOLD'))['__typename']).toBe('NotAllowedError');
    expect((await decide('amira', id, 'KEEP'))['__typename']).toBe('IllegalTransitionError');
    expect((await decide('amira', id, 'RESTORE'))['__typename']).toBe('DecideIssuePostSuccess');
    expect(await issues.statusOf(id, 'bea')).toBe('PRIVATE');
    await report(id, 'sam');
    await decide('amira', id, 'REMOVE');
    expect((await fixture.mutate('ada', 'appealIssuePostRemoval', appeal))['__typename']).toBe('LimitReachedError');
  });

  it('is a reply as well as an issue, and only its writer may appeal', async () => {
    const issueId = await issues.posted();
    const { reply } = await fixture.mutate(
      'bea',
      'replyToIssue',
      { issueId, body: 'You fools', language: 'en' },
      'reply { id }',
    );
    expect((await fixture.mutate('bea', 'reportIssuePost', { postId: reply.id, reason: 'OTHER' }))['__typename']).toBe(
      'NotAllowedError',
    );
    await report(reply.id, 'ada', 'sam', 'sid');
    const thread = async (who: string) =>
      (
        await fixture.ask(
          who,
          'query ($id: ID!) { issue(id: $id) { replies { edges { node { id postState removalReason viewerActions } } } } }',
          { id: issueId },
        )
      )['issue'].replies.edges.map(({ node }: { node: object }) => node);
    expect(await thread('ada')).toEqual([]);
    await decide('uma', reply.id, 'REMOVE', 'Unkind');
    expect(await thread('bea')).toEqual([
      { id: reply.id, postState: 'REMOVED', removalReason: 'Unkind', viewerActions: ['APPEAL'] },
    ]);
    expect(
      (await fixture.mutate('ada', 'appealIssuePostRemoval', { postId: reply.id, words: 'x' }))['__typename'],
    ).toBe('NotFoundError');
    await fixture.expectSuccess('bea', 'appealIssuePostRemoval', { postId: reply.id, words: 'Sorry' });
    await decide('amira', reply.id, 'UPHOLD', 'It stays down');
    expect(await thread('bea')).toMatchObject([
      { postState: 'REMOVED_FINALLY', removalReason: 'It stays down', viewerActions: [] },
    ]);
  });

  it('that should have been raised while it was held is raised by the decision that shows it', async () => {
    const id = await issues.posted();
    await report(id, 'bea', 'sam', 'sid');
    clock.set('2026-10-14T07:00:00Z');
    await fixture.sql(
      'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())',
      [`raise-issue:${id}`],
    );
    await decide('uma', id, 'KEEP');
    const [row] = await fixture.sql('select status, raised_by from issue where id = $1', [id]);
    expect(row).toEqual({ status: 'RAISED', raised_by: 'TIME' });
  });

  it('that was raised disappears from its department with the decision', async () => {
    const id = await issues.raised();
    await report(id, 'bea');
    await decide('uma', id, 'REMOVE');
    const answer = await fixture.mutate('dana', 'acknowledgeIssue', { issueId: id });
    expect(answer).toEqual(await fixture.mutate('dana', 'acknowledgeIssue', { issueId: randomUUID() }));
  });

  it('is decided once when two moderators decide at the same time', async () => {
    const id = await issues.posted();
    await report(id, 'bea');
    const kinds = (await Promise.all([decide('uma', id, 'REMOVE'), decide('amira', id, 'REMOVE')])).map(
      (answer) => answer['__typename'],
    );
    expect(kinds.filter((name) => name === 'DecideIssuePostSuccess')).toHaveLength(1);
  });
});

describe('the figures about issues', () => {
  it('are withheld below the threshold, list every department and state, and leave out what was not raised', async () => {
    await fixture.sql('delete from post_decision; delete from post_appeal; delete from post_report');
    const add = (status: string, author: string, department: string) =>
      fixture.sql(
        `insert into issue (id, constituency_id, department_id, type, title, body, language, author_id, named_to_course, named_to_department,
           status, post_state, posted_at, auto_raise_at, raised_at, raised_by, round, rule_version, version)
         values (gen_random_uuid(), $1, $2, 'ISSUE', 't', 'b', 'en', $3, false, false, $4, 'VISIBLE', '2027-09-01', '2027-09-08',
           case when $4 <> 'PRIVATE' then '2027-09-02'::timestamptz end, case when $4 <> 'PRIVATE' then 'REP' end, 1, 1, 1)`,
        [fixture.constituencies.history, department, author, status],
      );
    const { housing, library } = fixture.departments;
    const people = Array.from({ length: 10 }, () => randomUUID());
    for (const person of people) await add('DECLINED', person, housing);
    for (const person of people.slice(0, 5)) await add('RAISED', person, housing);
    for (let time = 0; time < 12; time += 1) await add('RESOLVED', people[time % 4] ?? '', library);
    for (const person of people) await add('PRIVATE', person, library);
    const shown = async (who: string) => {
      const { insights } = await fixture.ask(
        who,
        '{ insights(academicYear: 2027) { issues { department { name } status issues { value suppressed } } } }',
      );
      const cells = (insights?.issues ?? []) as {
        status: string;
        department: { name: string };
        issues: { value: number | null; suppressed: boolean };
      }[];
      expect(cells).toHaveLength(insights === null ? 0 : 14);
      return cells
        .filter(({ issues: figure }) => !figure.suppressed)
        .map(({ department, status, issues: figure }) => [department.name, status, figure.value]);
    };
    const declined = ['Student Housing', 'DECLINED', 10];
    for (const who of ['uma', 'amira']) expect(await shown(who)).toEqual([['Student Housing', 'RAISED', 5], declined]);
    expect(await shown('nina')).toEqual([declined]);
    for (const who of ['ada', 'rosa', 'dana', 'sys']) expect(await shown(who)).toEqual([]);
  });
});
