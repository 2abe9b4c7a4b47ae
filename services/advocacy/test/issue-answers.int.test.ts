import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import type { TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { advocacy, type Fixture } from './fixture.js';
import { startIssues, type IssueFixture } from './issue-fixture.js';
import { whileChanged } from './while-changed.js';

let test: TestService;
let fixture: Fixture;
let issues: IssueFixture;
const reached = new Map<string, Set<string>>();

beforeAll(async () => {
  ({ test, fixture, issues } = await startIssues());
});
afterAll(() => test.stop());

type Input = Readonly<Record<string, unknown>>;

async function reach(who: string, name: string, input: Input): Promise<void> {
  const answer = await fixture.mutate(who, name, input);
  reached.set(name, (reached.get(name) ?? new Set()).add(answer['__typename']));
}

/** One key for two different inputs. */
async function reachKeyConflict(who: string, name: string, [one, other]: readonly [Input, Input]): Promise<void> {
  const idempotencyKey = randomUUID();
  await reach(who, name, { ...one, idempotencyKey });
  await reach(who, name, { ...other, idempotencyKey });
}

/** Another writer changes the issue while the mutation is between reading and writing it. */
async function reachConflict(who: string, name: string, input: Input, issueId: string): Promise<void> {
  await whileChanged(test, { table: 'issue', id: issueId }, () => reach(who, name, input));
}

async function inCourse(): Promise<void> {
  const draft = issues.draft();
  await reach('ada', 'postIssue', { ...draft, title: '' });
  await reach('omar', 'postIssue', draft);
  await reachKeyConflict('ada', 'postIssue', [draft, issues.draft({ title: 'Another title' })]);
  const [posted, other] = [await issues.posted(), await issues.posted()];
  const over = await issues.resolved(['sam']);
  const reply = (issueId: string, changes: Input = {}) => ({ issueId, body: 'Hello', language: 'en', ...changes });
  await reach('sam', 'supportIssue', { issueId: randomUUID() });
  await reach('sid', 'supportIssue', { issueId: over });
  await reachKeyConflict('sam', 'supportIssue', [{ issueId: posted }, { issueId: other }]);
  await reach('ada', 'withdrawIssueSupport', { issueId: posted });
  await reach('sam', 'withdrawIssueSupport', { issueId: randomUUID() });
  await reach('sam', 'withdrawIssueSupport', { issueId: over });
  await reachConflict('sam', 'withdrawIssueSupport', { issueId: posted }, posted);
  await reach('sam', 'withdrawIssueSupport', { issueId: posted });
  await reachKeyConflict('bea', 'replyToIssue', [reply(posted), reply(other)]);
  await reach('bea', 'replyToIssue', reply(posted, { body: ' ' }));
  await reach('omar', 'replyToIssue', reply(posted));
  // Somebody who moved on still sees what they support, and somebody whose issue is held what they wrote.
  await fixture.expectSuccess('seb', 'supportIssue', { issueId: other });
  await fixture.sql('delete from actor_constituency where member_id = $1', [fixture.members['seb']]);
  await reach('seb', 'supportIssue', { issueId: other });
  await reach('seb', 'replyToIssue', reply(other));
  const held = await issues.posted();
  await fixture.sql(`update issue set post_state = 'HELD' where id = $1`, [held]);
  await reach('ada', 'replyToIssue', reply(held));
  const raise = { departmentId: fixture.departments.housing };
  await reach('rosa', 'raiseIssue', { issueId: randomUUID(), ...raise });
  await reach('bea', 'raiseIssue', { issueId: posted, ...raise });
  await reach('rosa', 'raiseIssue', { issueId: posted, departmentId: randomUUID() });
  await reachKeyConflict('rosa', 'raiseIssue', [
    { issueId: posted, ...raise },
    { issueId: other, ...raise },
  ]);
  await reach('rosa', 'raiseIssue', { issueId: posted, ...raise });
  await reach('sam', 'rateIssueAnswer', { issueId: randomUUID(), solved: true });
  await reach('sid', 'rateIssueAnswer', { issueId: over, solved: true });
  await reach('ada', 'rateIssueAnswer', { issueId: posted, solved: true });
  await reachKeyConflict('sam', 'rateIssueAnswer', [
    { issueId: over, solved: true },
    { issueId: over, solved: false },
  ]);
  await reach('rosa', 'suggestIssueProposal', { issueId: randomUUID() });
  await reach('bea', 'suggestIssueProposal', { issueId: posted });
  await reachConflict('rosa', 'suggestIssueProposal', { issueId: posted }, posted);
  await reach('rosa', 'suggestIssueProposal', { issueId: posted });
  await reach('rosa', 'suggestIssueProposal', { issueId: posted });
  await escalate(posted, other);
}

async function escalate(raised: string, isPrivate: string): Promise<void> {
  await reach('ada', 'escalateIssue', { issueId: randomUUID(), to: 'CASE' });
  await reach('bea', 'escalateIssue', { issueId: raised, to: 'CASE' });
  await reach('ada', 'escalateIssue', { issueId: isPrivate, to: 'CASE' });
  await reachKeyConflict('ada', 'escalateIssue', [
    { issueId: raised, to: 'PROPOSAL' },
    { issueId: raised, to: 'CASE' },
  ]);
}

async function atDepartment(): Promise<void> {
  const issueId = await issues.raised();
  const steps = [
    ['acknowledgeIssue', { issueId }],
    ['startIssue', { issueId }],
  ] as const;
  await reach('dirk', 'startIssue', { issueId });
  for (const [name, input] of steps) {
    await reach('dana', name, { issueId: randomUUID() });
    await reachConflict('dana', name, input, issueId);
    await reach('dana', name, input);
    await reach('dana', name, input);
  }
  const draft = { issueId, text: 'We think' };
  await reach('dana', 'draftIssueAnswer', { ...draft, issueId: randomUUID() });
  await reach('dana', 'draftIssueAnswer', { ...draft, text: '' });
  await reachConflict('dana', 'draftIssueAnswer', draft, issueId);
  await reach('dana', 'draftIssueAnswer', draft);
  const answer = { issueId, outcome: 'RESOLVED', text: 'Done' };
  await reach('dirk', 'publishIssueAnswer', { ...answer, issueId: randomUUID() });
  await reach('dana', 'publishIssueAnswer', answer);
  await reach('dirk', 'publishIssueAnswer', { ...answer, text: '' });
  await reachKeyConflict('dirk', 'publishIssueAnswer', [answer, { ...answer, text: 'Other' }]);
  await reach('dirk', 'publishIssueAnswer', answer);
  await reach('dana', 'draftIssueAnswer', draft);
}

async function moderated(): Promise<void> {
  const postId = await issues.posted();
  const report = { postId, reason: 'FALSE' };
  await reach('bea', 'reportIssuePost', { ...report, postId: randomUUID() });
  await reach('ada', 'reportIssuePost', report);
  await reach('bea', 'reportIssuePost', report);
  await reachKeyConflict('sam', 'reportIssuePost', [report, { ...report, reason: 'OTHER' }]);
  const decide = { postId, decision: 'REMOVE', reason: 'Rules' };
  await reach('uma', 'decideIssuePost', { ...decide, postId: randomUUID() });
  await reach('uma', 'decideIssuePost', { ...decide, reason: '' });
  await reach('uma', 'decideIssuePost', { ...decide, decision: 'RESTORE' });
  await reachConflict('uma', 'decideIssuePost', decide, postId);
  await reach('uma', 'decideIssuePost', decide);
  const appeal = { postId, words: 'Why?' };
  await reach('ada', 'appealIssuePostRemoval', { ...appeal, postId: randomUUID() });
  await reach('ada', 'appealIssuePostRemoval', { ...appeal, words: '' });
  await reachConflict('ada', 'appealIssuePostRemoval', appeal, postId);
  await reach('ada', 'appealIssuePostRemoval', appeal);
  await reach('ada', 'appealIssuePostRemoval', appeal);
  await reach('uma', 'decideIssuePost', { ...decide, decision: 'UPHOLD' });
  await reach('amira', 'decideIssuePost', { ...decide, decision: 'RESTORE' });
  await reach('bea', 'appealIssuePostRemoval', appeal);
  await fixture.sql(`update issue set post_state = 'REMOVED' where id = $1`, [postId]);
  await reach('ada', 'appealIssuePostRemoval', appeal);
}

describe('every answer that a mutation about issues names', () => {
  it('is given by some request', async () => {
    await inCourse();
    await atDepartment();
    await moderated();
    const schema = buildServiceSchema(advocacy);
    const fields = schema.getMutationType()?.getFields() ?? {};
    const missing = [...reached].flatMap(([name, known]) => {
      const type = schema.getType(`${name[0]?.toUpperCase()}${name.slice(1)}Result`);
      const members = isUnionType(type) ? type.getTypes().map((member) => member.name) : [];
      return members.filter((member) => !known.has(member)).map((member) => `${name}: ${member}`);
    });
    expect(missing).toEqual([]);
    expect(
      Object.keys(fields)
        .filter((name) => /Issue/.test(name))
        .every((name) => reached.has(name)),
    ).toBe(true);
  }, 60_000);
});
