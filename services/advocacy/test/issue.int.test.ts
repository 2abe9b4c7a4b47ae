import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
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

const fields =
  'type title body language author { id } isOwn status progress { status } postState raisesAt raisedBy supporterCount supportersToRaise viewerSupports viewerSaysSolved isProposalSuggested viewerActions answers { round outcome reason text }';
const read = async (who: string, id: string) =>
  (await fixture.ask(who, `query ($id: ID!) { issue(id: $id) { ${fields} } }`, { id }))['issue'];
const readRaised = async (who: string, id: string) =>
  (
    await fixture.ask(
      who,
      'query ($id: ID!) { raisedIssue(id: $id) { id title body author { id } status progress { status } supporterCount draftAnswer answers { text } viewerActions } }',
      { id },
    )
  )['raisedIssue'];
const kind = async (who: string | undefined, name: string, input: Record<string, unknown>): Promise<string> =>
  (await fixture.mutate(who, name, input))['__typename'];

describe('an issue that is posted', () => {
  it('stays among the students of its course and their representative, without a name, and publishes nothing', async () => {
    const id = await issues.posted();
    expect(await read('ada', id)).toMatchObject({
      isOwn: true,
      author: { id: fixture.members['ada'] },
      viewerSupports: true,
    });
    for (const who of ['bea', 'rosa'])
      expect(await read(who, id)).toMatchObject({ isOwn: false, author: null, status: 'PRIVATE', supporterCount: 1 });
    for (const who of ['omar', 'uma', 'dana', 'dirk', 'amira', 'carl', 'nina', 'sys'])
      expect(await read(who, id)).toBeNull();
    expect(await issues.events(id)).toEqual([]);
    expect(await fixture.sql('select 1 from matter_change where subject_id = $1', [id])).toEqual([]);
  });

  it('shows its writer to fellow students who chose to be named', async () => {
    const id = await issues.posted({ namedToCourse: true });
    expect(await read('bea', id)).toMatchObject({ author: { id: fixture.members['ada'] } });
  });

  it('is refused to whoever does not study there, whether there is such a course or not', async () => {
    for (const constituencyId of [fixture.constituencies.physics, randomUUID()])
      expect(await fixture.mutate('omar', 'postIssue', issues.draft({ constituencyId }))).toEqual({
        __typename: 'NotAllowedError',
        message: 'You may not post this Issue.',
      });
    expect(await kind(undefined, 'postIssue', issues.draft())).toBe('NotAllowedError');
  });

  it('names every field that breaks a rule, and a department that is not there', async () => {
    expect(await fixture.mutate('ada', 'postIssue', issues.draft({ title: 'x', body: '' }))).toMatchObject({
      fields: [{ path: 'title' }, { path: 'body' }],
    });
    expect(await fixture.mutate('ada', 'postIssue', issues.draft({ departmentId: randomUUID() }))).toMatchObject({
      fields: [{ path: 'departmentId', rule: 'UNKNOWN' }],
    });
  });

  it('is one, however often it is sent under one key, and a conflict under a used one', async () => {
    const idempotencyKey = randomUUID();
    const first = await issues.posted({ idempotencyKey });
    expect(await issues.posted({ idempotencyKey })).toBe(first);
    expect(await kind('ada', 'postIssue', issues.draft({ idempotencyKey, title: 'Something else' }))).toBe(
      'ConflictError',
    );
  });

  it('is listed newest first in pages that stay stable while others are posted', async () => {
    for (let count = 0; count < 3; count += 1) {
      clock.advance(60_000);
      await issues.posted({ title: `Listed ${count}`, type: 'IDEA' });
    }
    const page =
      'query ($after: String) { issues(type: IDEA, first: 2, after: $after) { edges { cursor node { title } } pageInfo { hasNextPage endCursor } } }';
    const one = (await fixture.ask('bea', page))['issues'];
    clock.advance(60_000);
    await issues.posted({ title: 'Listed later', type: 'IDEA' });
    const two = (await fixture.ask('bea', page, { after: one.pageInfo.endCursor }))['issues'];
    const titles = [...one.edges, ...two.edges].map(({ node }: { node: { title: string } }) => node.title);
    expect(titles).toEqual(['Listed 2', 'Listed 1', 'Listed 0']);
    expect((await fixture.ask('omar', page))['issues'].edges).toEqual([]);
  });

  it('costs the same number of statements in a list of one and of many', async () => {
    const list = (first: number) => () =>
      fixture.ask(
        'bea',
        `{ issues(first: ${first}) { edges { node { ${fields} department { name } removalReason } } } }`,
      );
    const one = await test.countStatements(list(1));
    expect((await test.countStatements(list(3))).length).toBe(one.length);
  });
});

describe('raising an issue', () => {
  it('shows it to the department alone, without the name and the discussion, and tells everybody it concerns once', async () => {
    const id = await issues.posted();
    await fixture.expectSuccess('bea', 'supportIssue', { issueId: id });
    await fixture.expectSuccess('sam', 'replyToIssue', { issueId: id, body: 'Secret among us', language: 'en' });
    expect(await readRaised('dana', id)).toBeNull();
    await fixture.expectSuccess('rosa', 'raiseIssue', { issueId: id, departmentId: fixture.departments.housing });
    expect(await readRaised('dana', id)).toMatchObject({
      author: null,
      status: 'RAISED',
      progress: [{ status: 'RAISED' }],
      supporterCount: 2,
      viewerActions: ['ACKNOWLEDGE'],
    });
    for (const who of ['lena', 'ada', 'rosa', 'uma', 'amira', 'nina']) expect(await readRaised(who, id)).toBeNull();
    const schema = JSON.stringify(
      (await fixture.ask('dana', '{ __type(name: "RaisedIssue") { fields { name } } }'))['__type'],
    );
    expect(schema).not.toContain('replies');
    expect(await issues.events(id)).toEqual(['IssueRaised']);
    const news = '{ viewer { updates { edges { node { subject { id } change } } } } }';
    for (const who of ['ada', 'bea', 'sam'])
      await waitFor(`${who} is told`, async () => {
        const edges: { node: { subject: { id: string }; change: string } }[] = (await fixture.ask(who, news))['viewer']
          .updates.edges;
        return edges.filter(({ node }) => node.subject.id === id && node.change === 'RAISED').length === 1;
      });
  });

  it('publishes ids and facts, and no word of it and no name', async () => {
    const id = await issues.raised({
      title: 'Planted marker title',
      body: 'Planted marker body',
      namedToDepartment: true,
    });
    const rows = await fixture.sql<{ data: object }>('select data from outbox_event where aggregate_id = $1', [id]);
    const text = JSON.stringify(rows);
    for (const secret of ['marker', fixture.members['ada'] ?? '', 'ada']) expect(text).not.toContain(secret);
    expect(await readRaised('dirk', id)).toMatchObject({ author: { id: fixture.members['ada'] } });
  });

  it('is for the representative of the course, to a department that is there, and once', async () => {
    const issueId = await issues.posted();
    const departmentId = fixture.departments.library;
    expect(await kind('bea', 'raiseIssue', { issueId, departmentId })).toBe('NotAllowedError');
    expect(await kind('omar', 'raiseIssue', { issueId, departmentId })).toBe('NotFoundError');
    expect(await kind('rosa', 'raiseIssue', { issueId, departmentId: randomUUID() })).toBe('ValidationError');
    expect(await kind('rosa', 'raiseIssue', { issueId, departmentId })).toBe('RaiseIssueSuccess');
    expect(await kind('rosa', 'raiseIssue', { issueId, departmentId })).toBe('IllegalTransitionError');
    expect(await readRaised('lena', issueId)).toMatchObject({ status: 'RAISED' });
    expect(await readRaised('dana', issueId)).toBeNull();
  });

  it('happens by itself with the fifth student, once, however many support at the same time', async () => {
    const issueId = await issues.posted();
    for (const who of ['sam', 'sid', 'sky']) await fixture.expectSuccess(who, 'supportIssue', { issueId });
    expect(await issues.statusOf(issueId)).toBe('PRIVATE');
    await Promise.all(classmates.slice(3).map((who) => fixture.expectSuccess(who, 'supportIssue', { issueId })));
    expect(await read('bea', issueId)).toMatchObject({ status: 'RAISED', raisedBy: 'SUPPORT', supporterCount: 10 });
    expect(await issues.events(issueId)).toEqual(['IssueRaised']);
    expect(await fixture.sql('select 1 from graphile_worker.jobs where key = $1', [`raise-issue:${issueId}`])).toEqual(
      [],
    );
  });

  it('counts a student once, and lets them take their support back, but not whoever wrote it', async () => {
    const issueId = await issues.posted();
    for (let time = 0; time < 5; time += 1) await fixture.expectSuccess('sam', 'supportIssue', { issueId });
    expect(await read('sam', issueId)).toMatchObject({ status: 'PRIVATE', supporterCount: 2, viewerSupports: true });
    await fixture.expectSuccess('sam', 'withdrawIssueSupport', { issueId });
    expect(await read('sam', issueId)).toMatchObject({ supporterCount: 1, viewerSupports: false });
    expect(await kind('sam', 'withdrawIssueSupport', { issueId })).toBe('NotAllowedError');
    expect(await kind('ada', 'withdrawIssueSupport', { issueId })).toBe('NotAllowedError');
  });

  it('happens by itself at the stated instant, whoever sits on it and however late the job is', async () => {
    const issueId = await issues.posted();
    // Five working days after a Monday: the end of the next one, campus time.
    expect((await read('ada', issueId)).raisesAt).toBe('2026-10-12T22:59:59.999Z');
    clock.set('2026-10-14T07:00:00Z');
    await waitFor('the issue is raised', async () => {
      await fixture.sql(
        'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())',
        [`raise-issue:${issueId}`],
      );
      return (await issues.statusOf(issueId)) === 'RAISED';
    });
    const [row] = await fixture.sql('select raised_at, raised_by from issue where id = $1', [issueId]);
    expect(row).toEqual({ raised_at: new Date('2026-10-12T22:59:59.999Z'), raised_by: 'TIME' });
  });
});

describe('the answer of a department', () => {
  it('is drafted by staff, seen by the department alone, and published by its lead', async () => {
    const issueId = await issues.started();
    await fixture.expectSuccess('dana', 'draftIssueAnswer', { issueId, text: 'We are thinking.' });
    expect(await readRaised('dirk', issueId)).toMatchObject({ draftAnswer: 'We are thinking.', answers: [] });
    expect((await read('ada', issueId)).answers).toEqual([]);
    const answer = { issueId, outcome: 'DECLINED', text: 'It is not ours.' };
    expect(await kind('dana', 'publishIssueAnswer', answer)).toBe('NotAllowedError');
    expect(await kind('lena', 'publishIssueAnswer', answer)).toBe('NotFoundError');
    expect(await kind('dirk', 'publishIssueAnswer', answer)).toBe('ValidationError');
    expect(await kind('dirk', 'publishIssueAnswer', { ...answer, reason: 'NOT_OURS' })).toBe(
      'PublishIssueAnswerSuccess',
    );
    expect(await read('bea', issueId)).toMatchObject({
      status: 'DECLINED',
      answers: [{ round: 1, outcome: 'DECLINED', reason: 'NOT_OURS', text: 'It is not ours.' }],
    });
    expect(await readRaised('dana', issueId)).toMatchObject({ draftAnswer: null });
    expect(await issues.events(issueId)).toEqual([
      'IssueRaised',
      'IssueStatusChanged ACKNOWLEDGED',
      'IssueStatusChanged IN_PROGRESS',
      'IssueStatusChanged DECLINED',
    ]);
  });

  it('keeps the order of its steps', async () => {
    const issueId = await issues.raised();
    for (const name of ['startIssue', 'draftIssueAnswer', 'publishIssueAnswer'])
      expect(
        await kind('dirk', name, {
          issueId,
          ...(name !== 'startIssue' && { text: 'x' }),
          ...(name === 'publishIssueAnswer' && { outcome: 'RESOLVED' }),
        }),
      ).toBe('IllegalTransitionError');
    await fixture.expectSuccess('dirk', 'acknowledgeIssue', { issueId });
    expect(await kind('dirk', 'acknowledgeIssue', { issueId })).toBe('IllegalTransitionError');
  });

  it('waits in the queue of its department, and moves to what is answered', async () => {
    const issueId = await issues.raised();
    const queue = async (who: string, part: string) =>
      (await fixture.ask(who, `{ raisedIssues(part: ${part}, first: 100) { edges { node { id } } } }`))[
        'raisedIssues'
      ].edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(await queue('dana', 'OPEN')).toContain(issueId);
    for (const who of ['lena', 'ada', 'uma']) expect(await queue(who, 'OPEN')).not.toContain(issueId);
    await fixture.expectSuccess('dana', 'acknowledgeIssue', { issueId });
    await fixture.expectSuccess('dana', 'startIssue', { issueId });
    await issues.answer(issueId);
    expect(await queue('dana', 'OPEN')).not.toContain(issueId);
    expect(await queue('dana', 'ANSWERED')).toContain(issueId);
  });
});

describe('a solved issue', () => {
  it('is reopened by the last of five voters in their transaction, once, however many vote at the same time', async () => {
    const supporters = classmates.slice(0, 8);
    const issueId = await issues.resolved(supporters);
    for (const who of supporters.slice(0, 3))
      await fixture.expectSuccess(who, 'rateIssueAnswer', { issueId, solved: false });
    expect(await issues.statusOf(issueId)).toBe('RESOLVED');
    const kinds = await Promise.all(
      supporters.slice(3).map((who) => kind(who, 'rateIssueAnswer', { issueId, solved: false })),
    );
    // Whoever comes after the reopening finds nothing to rate any more.
    expect(kinds.toSorted()).toEqual(
      [
        ...Array.from({ length: 3 }, () => 'IllegalTransitionError'),
        'RateIssueAnswerSuccess',
        'RateIssueAnswerSuccess',
      ].sort(),
    );
    expect(await issues.statusOf(issueId)).toBe('REOPENED');
    const events = await issues.events(issueId);
    expect(events.filter((name) => name.endsWith('REOPENED'))).toHaveLength(1);
  });

  it('stays solved when too few of many say no, and after the second answer for good', async () => {
    const supporters = classmates.slice(0, 6);
    const issueId = await issues.resolved(supporters);
    for (const who of supporters.slice(0, 4))
      await fixture.expectSuccess(who, 'rateIssueAnswer', { issueId, solved: false });
    await fixture.expectSuccess(supporters[4] ?? '', 'rateIssueAnswer', { issueId, solved: true });
    expect(await issues.statusOf(issueId)).toBe('RESOLVED');
    // They change their mind.
    await fixture.expectSuccess(supporters[4] ?? '', 'rateIssueAnswer', { issueId, solved: false });
    expect(await issues.statusOf(issueId)).toBe('REOPENED');
    await fixture.expectSuccess('dana', 'startIssue', { issueId });
    await issues.answer(issueId, { text: 'Now it really is.' });
    for (const who of supporters) await fixture.expectSuccess(who, 'rateIssueAnswer', { issueId, solved: false });
    expect(await read('ada', issueId)).toMatchObject({ status: 'RESOLVED', answers: [{ round: 1 }, { round: 2 }] });
  });

  it('is rated by its supporters alone', async () => {
    const issueId = await issues.resolved(['sam']);
    expect(await kind('sid', 'rateIssueAnswer', { issueId, solved: false })).toBe('NotAllowedError');
    await fixture.expectSuccess('sam', 'rateIssueAnswer', { issueId, solved: false });
    expect(await read('sam', issueId)).toMatchObject({ viewerSaysSolved: false });
    expect(await read('bea', issueId)).toMatchObject({ viewerSaysSolved: null });
  });
});

describe('taking an issue further', () => {
  it('to a proposal is suggested by the representative and done by its writer', async () => {
    const issueId = await issues.raised();
    expect(await kind('bea', 'suggestIssueProposal', { issueId })).toBe('NotAllowedError');
    await fixture.expectSuccess('rosa', 'suggestIssueProposal', { issueId });
    expect(await read('ada', issueId)).toMatchObject({ isProposalSuggested: true });
    expect(await kind('rosa', 'escalateIssue', { issueId, to: 'PROPOSAL' })).toBe('NotAllowedError');
    await fixture.expectSuccess('ada', 'escalateIssue', { issueId, to: 'PROPOSAL' });
    expect(await issues.statusOf(issueId)).toBe('ESCALATED');
    const link = 'query ($id: ID!) { issue(id: $id) { proposal { title } } }';
    expect(await fixture.ask('ada', link, { id: issueId })).toEqual({
      issue: { proposal: { title: 'The lab is too cold' } },
    });
    expect(await fixture.ask('bea', link, { id: issueId })).toEqual({ issue: { proposal: null } });
    const [made] = await fixture.sql(
      `select p.status, p.author_id, t.title, t.problem from issue i join proposal p on p.id = i.proposal_id
       join proposal_text t on t.proposal_id = p.id where i.id = $1`,
      [issueId],
    );
    expect(made).toEqual({
      status: 'DRAFT',
      author_id: fixture.members['ada'],
      title: 'The lab is too cold',
      problem: 'We sit there in coats every morning.',
    });
  });

  it('to advice looks to everybody like a proposal that is not public, and leaves no trace of a case', async () => {
    const asProposal = await issues.raised();
    const asCase = await issues.raised();
    await fixture.expectSuccess('ada', 'escalateIssue', {
      issueId: asProposal,
      to: 'PROPOSAL',
      idempotencyKey: randomUUID(),
    });
    await fixture.expectSuccess('ada', 'escalateIssue', { issueId: asCase, to: 'CASE', idempotencyKey: randomUUID() });
    for (const who of ['bea', 'rosa', 'ada']) expect(await read(who, asCase)).toEqual(await read(who, asProposal));
    const { id: _one, ...caseAtDepartment } = await readRaised('dirk', asCase);
    const { id: _other, ...proposalAtDepartment } = await readRaised('dirk', asProposal);
    expect(caseAtDepartment).toEqual(proposalAtDepartment);
    expect(await issues.events(asCase)).toEqual(await issues.events(asProposal));
    expect(await fixture.sql('select 1 from case_file')).toEqual([]);
  });
});

describe('the space of a course', () => {
  it('counts the issues of a course for its representative and for nobody else', async () => {
    const query = '{ viewer { issueSpaces { id isStudent isRep digest { status count } } } }';
    const [space] = (await fixture.ask('rosa', query))['viewer'].issueSpaces;
    expect(space).toMatchObject({ id: fixture.constituencies.physics, isStudent: true, isRep: true });
    const [row] = await fixture.sql(`select count(*)::int as count from issue where status = 'PRIVATE'`);
    expect(space.digest).toContainEqual({ status: 'PRIVATE', count: row?.['count'] });
    expect((await fixture.ask('ada', query))['viewer'].issueSpaces).toEqual([
      { id: fixture.constituencies.physics, isStudent: true, isRep: false, digest: null },
    ]);
    for (const who of ['dana', 'carl', undefined])
      expect((await fixture.ask(who, query))['viewer'].issueSpaces).toBeNull();
  });

  it('finds what resembles a text among its own issues, in English and Chinese, and tells nobody else', async () => {
    const library = await issues.posted({
      title: 'Library closes too early',
      body: 'Nobody can read after six in the evening.',
    });
    const canteen = await issues.posted({
      title: '食堂排队时间太长',
      body: '中午排队要半个小时,下午的课来不及。',
      language: 'zh-CN',
    });
    const ask = async (who: string, title: string, body = '') =>
      (
        await fixture.ask(
          who,
          'query ($c: ID!, $t: String!, $b: String) { similarIssues(constituencyId: $c, title: $t, body: $b) { id } }',
          { c: fixture.constituencies.physics, t: title, b: body },
        )
      )['similarIssues'].map(({ id }: { id: string }) => id);
    expect((await ask('bea', 'The library is closed in the evening'))[0]).toBe(library);
    expect((await ask('bea', '食堂排队'))[0]).toBe(canteen);
    for (const who of ['omar', 'uma', 'dana']) expect(await ask(who, 'Library closes too early')).toEqual([]);
  });
});
