import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { machine, type Fixture } from './fixture.js';
import { startIssues, type IssueFixture } from './issue-fixture.js';

let test: TestService;
let fixture: Fixture;
let issues: IssueFixture;
let hidden: string;
let raised: string;
let held: string;
let replyId: string;

beforeAll(async () => {
  ({ test, fixture, issues } = await startIssues());
  hidden = await issues.posted({ title: 'Planted secret title', body: 'Planted secret body' });
  await fixture.expectSuccess('bea', 'supportIssue', { issueId: hidden });
  const reply = await fixture.mutate(
    'bea',
    'replyToIssue',
    { issueId: hidden, body: 'Planted secret reply', language: 'en' },
    'reply { id }',
  );
  replyId = reply['reply'].id;
  raised = await issues.raised({ title: 'Planted secret raised', body: 'Planted secret words' });
  await fixture.expectSuccess('sam', 'replyToIssue', { issueId: raised, body: 'Planted secret talk', language: 'en' });
  held = await issues.posted({ title: 'Planted secret held' });
  await fixture.sql(`update issue set post_state = 'HELD' where id = $1`, [held]);
  await issues.quiet();
});
afterAll(() => test.stop());

type Who = Parameters<Fixture['ask']>[0];
const housing = machine('department-housing', 'referrals:read', 'referrals:answer');
const outsiders: readonly Who[] = [
  'omar',
  'uma',
  'carl',
  'cora',
  'amira',
  'milo',
  'otto',
  'nina',
  'sys',
  'lena',
  'nobody-at-all',
  undefined,
  housing,
  machine('analytics', 'insights:read'),
  { kind: 'service', service: 'membership' },
];
const outsideCourse: readonly Who[] = [...outsiders, 'dana', 'dirk'];
const outsideDepartment: readonly Who[] = [...outsiders, 'ada', 'bea', 'rosa'];

const issueQuery =
  '{ id type title body language constituency { id } department { id } author { id } isOwn status progress { status at } postState postedAt raisesAt raisedBy supporterCount viewerSupports viewerSaysSolved replies { edges { node { id body author { id } } } } answers { text } removalReason viewerActions }';
const raisedQuery =
  '{ id type title body author { id } status progress { at } raisedAt supporterCount answers { text } draftAnswer viewerActions }';

async function trace(work: () => Promise<unknown>) {
  let answer: unknown;
  const statements = await test.countStatements(async () => {
    answer = await work();
  });
  return { answer, statements };
}

async function expectIndistinguishable(who: Who, id: string, ask: (id: string) => Promise<unknown>): Promise<void> {
  const seen = await trace(() => ask(id));
  expect({ who, ...seen }).toEqual({ who, ...(await trace(() => ask(randomUUID()))) });
  expect({ who, answer: seen.answer }).toEqual({ who, answer: (await trace(() => ask('no id at all'))).answer });
}

const query = (who: Who, field: string, selection: string) => async (id: string) => {
  const data = await fixture.ask(who, `query ($id: ID!) { ${field}(id: $id) ${selection} }`, { id });
  expect({ who, data }).toEqual({ who, data: { [field]: null } });
  return data;
};
const mutation = (who: Who, name: string, input: (id: string) => object) => async (id: string) => {
  const answer = await fixture.mutate(who, name, { ...input(id) });
  expect({ who, name, type: answer['__typename'] }).toEqual({ who, name, type: 'NotFoundError' });
  return answer;
};

const inCourse: Readonly<Record<string, (id: string) => object>> = {
  supportIssue: (issueId) => ({ issueId, idempotencyKey: randomUUID() }),
  withdrawIssueSupport: (issueId) => ({ issueId }),
  replyToIssue: (issueId) => ({ issueId, body: 'Hello', language: 'en' }),
  raiseIssue: (issueId) => ({ issueId, departmentId: fixture.departments.housing }),
  rateIssueAnswer: (issueId) => ({ issueId, solved: false }),
  suggestIssueProposal: (issueId) => ({ issueId }),
  escalateIssue: (issueId) => ({ issueId, to: 'CASE' }),
  reportIssuePost: (postId) => ({ postId, reason: 'OTHER' }),
  appealIssuePostRemoval: (postId) => ({ postId, words: 'Why?' }),
};
const atDepartment: Readonly<Record<string, (id: string) => object>> = {
  acknowledgeIssue: (issueId) => ({ issueId }),
  startIssue: (issueId) => ({ issueId }),
  draftIssueAnswer: (issueId) => ({ issueId, text: 'So' }),
  publishIssueAnswer: (issueId) => ({ issueId, outcome: 'RESOLVED', text: 'So' }),
};

describe('an issue of a course', () => {
  it('is read by everybody outside exactly as one that does not exist', async () => {
    for (const who of outsideCourse) {
      await expectIndistinguishable(who, hidden, query(who, 'issue', issueQuery));
      await expectIndistinguishable(who, raised, query(who, 'issue', issueQuery));
    }
  });

  it.each(Object.entries(inCourse))(
    'is exactly as one that does not exist to outsiders who call %s',
    async (name, input) => {
      for (const who of outsideCourse) await expectIndistinguishable(who, hidden, mutation(who, name, input));
    },
  );

  it.each(Object.entries(inCourse))('that is held is so to fellow students who call %s', async (name, input) => {
    for (const who of ['bea', 'rosa'] as const) await expectIndistinguishable(who, held, mutation(who, name, input));
  });

  it('has replies that outsiders find as little as replies that do not exist', async () => {
    for (const who of outsideCourse)
      for (const name of ['reportIssuePost', 'appealIssuePostRemoval'] as const)
        await expectIndistinguishable(who, replyId, mutation(who, name, inCourse[name] ?? (() => ({}))));
  });

  it('is in no list, count, search, digest, queue or figure of anybody outside, not even as a number', async () => {
    const everything = `{
      issues(first: 100) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
      similarIssues(constituencyId: "${fixture.constituencies.physics}", title: "Planted secret title") { id title }
      viewer { issueSpaces { digest { count } } updates { edges { node { subject { id } } } } }
      reportedIssuePosts { edges { node { id } } }
    }`;
    for (const who of outsideCourse) {
      const answer = await fixture.ask(who, everything);
      expect({
        who,
        edges: answer['issues'].edges,
        pageInfo: answer['issues'].pageInfo,
        similar: answer['similarIssues'],
      }).toEqual({
        who,
        edges: [],
        pageInfo: { hasNextPage: false, endCursor: null },
        similar: [],
      });
      expect(JSON.stringify(answer)).not.toMatch(/Planted|"count":[1-9]/);
      const moderated = who === 'uma' || who === 'amira' ? [] : [held];
      for (const id of [hidden, raised, ...moderated]) expect(JSON.stringify(answer)).not.toContain(id);
    }
  });

  it('is no entity: other services cannot ask for it', async () => {
    for (const type of ['Issue', 'RaisedIssue', 'IssueReply', 'ReportedIssuePost']) {
      const answer = await test.run(
        'ada',
        `{ _entities(representations: [{ __typename: "${type}", id: "${hidden}" }]) { __typename } }`,
      );
      expect(answer.errors).not.toBeUndefined();
    }
  });
});

describe('a raised issue', () => {
  it('is read exactly as one that does not exist by everybody outside its department', async () => {
    for (const who of outsideDepartment)
      await expectIndistinguishable(who, raised, query(who, 'raisedIssue', raisedQuery));
    for (const who of ['dana', 'dirk'] as const)
      await expectIndistinguishable(who, hidden, query(who, 'raisedIssue', raisedQuery));
  });

  it.each(Object.entries(atDepartment))(
    'is exactly as one that does not exist to everybody else who calls %s',
    async (name, input) => {
      for (const who of outsideDepartment) await expectIndistinguishable(who, raised, mutation(who, name, input));
      for (const who of ['dana', 'dirk'] as const)
        await expectIndistinguishable(who, hidden, mutation(who, name, input));
    },
  );

  it('shows its department no name, no supporter and no word of what the students said', async () => {
    for (const who of ['dana', 'dirk']) {
      const shown = JSON.stringify(await fixture.ask(who, `{ raisedIssues { edges { cursor node ${raisedQuery} } } }`));
      expect(shown).toContain('Planted secret words');
      for (const secret of ['talk', 'held', 'Planted secret body', ...Object.values(fixture.members)])
        expect(shown).not.toContain(secret);
    }
  });

  it('shows fellow students no name in its replies either', async () => {
    const { issue } = await fixture.ask('ada', `query ($id: ID!) { issue(id: $id) ${issueQuery} }`, { id: raised });
    expect(issue.replies.edges).toEqual([
      { node: { id: expect.any(String), body: 'Planted secret talk', author: null } },
    ]);
  });
});
