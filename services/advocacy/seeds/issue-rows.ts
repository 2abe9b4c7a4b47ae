import { randomUUID } from 'node:crypto';
import { constituencyId, type DemoIssue } from '@guildhall/demo';
import { addWorkingDays } from '@guildhall/kernel';
import { addJobs, insertRows, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ServiceRule } from '../src/deadline/deadline.js';
import { raisingTask } from '../src/issue/issue.policy.js';
import { createIssueTextRepository } from '../src/issue/issue-text.repository.js';

const raiseDays = 5;

/** Loads the labelled demo union's issues with everybody who has to do with them, and the jobs that raise what waits. */
export async function loadDemoIssues(
  manager: EntityManager,
  issues: readonly DemoIssue[],
  { calendar }: Pick<ServiceRule, 'calendar'>,
): Promise<void> {
  const raisesAt = (issue: DemoIssue): Date => addWorkingDays(issue.postedAt, raiseDays, calendar);
  await insertRows(
    manager,
    'issue',
    issues.map((issue) => issueRow(issue, raisesAt(issue))),
  );
  await insertRows(
    manager,
    'issue_step',
    issues.flatMap(({ id, steps }) => steps.map((step, index) => ({ ...step, issue_id: id, position: index + 1 }))),
  );
  await insertRows(manager, 'issue_support', issues.flatMap(supportRows));
  await insertRows(manager, 'issue_reply', issues.flatMap(replyRows));
  await insertRows(manager, 'issue_answer', issues.flatMap(answerRows));
  await insertRows(manager, 'issue_answer_draft', issues.flatMap(draftRows));
  await insertRows(manager, 'issue_vote', issues.flatMap(voteRows));
  await insertRows(manager, 'post_report', issues.flatMap(reportRows));
  const texts = createIssueTextRepository(manager);
  for (const issue of issues) await texts.index(issue);
  await addJobs(
    manager,
    issues
      .filter(({ status }) => status === 'PRIVATE')
      .map((issue) => ({
        task: raisingTask,
        payload: { issueId: issue.id },
        runAt: raisesAt(issue),
        key: `${raisingTask}:${issue.id}`,
      })),
  );
}

function lastAt({ steps, postedAt }: DemoIssue): Date {
  return steps.at(-1)?.at ?? postedAt;
}

function issueRow(issue: DemoIssue, autoRaiseAt: Date): Row {
  const isReopened = issue.status === 'REOPENED';
  return {
    id: issue.id,
    constituency_id: constituencyId(issue.constituency),
    department_id: issue.departmentId,
    type: issue.type,
    title: issue.title,
    body: issue.body,
    language: issue.language,
    author_id: issue.authorId,
    named_to_course: issue.namedToCourse,
    named_to_department: issue.namedToDepartment,
    status: issue.status,
    post_state: issue.isHeld ? 'HELD' : 'VISIBLE',
    posted_at: issue.postedAt,
    auto_raise_at: autoRaiseAt,
    raised_at: issue.steps.find(({ status }) => status === 'RAISED')?.at,
    raised_by: issue.raisedBy,
    reopened_at: isReopened ? lastAt(issue) : null,
    round: isReopened ? 2 : 1,
    proposal_suggested_at: issue.isProposalSuggested ? lastAt(issue) : null,
    rule_version: 1,
    version: 1,
  };
}

const supportRows = ({ id, supporters, postedAt }: DemoIssue): readonly Row[] =>
  supporters.map((memberId) => ({ issue_id: id, member_id: memberId, supported_at: postedAt }));

const replyRows = ({ id, replies }: DemoIssue): readonly Row[] =>
  replies.map(({ authorId, postedAt, ...reply }) => ({
    ...reply,
    issue_id: id,
    author_id: authorId,
    named: reply.role === 'REP',
    posted_at: postedAt,
    post_state: 'VISIBLE',
    version: 1,
  }));

const answerRows = ({ id, answers }: DemoIssue): readonly Row[] =>
  answers.map(({ at, ...answer }) => ({
    ...answer,
    issue_id: id,
    reason: answer.outcome === 'DECLINED' ? 'NOT_POSSIBLE' : null,
    published_by: 'system:demo',
    published_at: at,
  }));

const draftRows = (issue: DemoIssue): readonly Row[] =>
  issue.draft === undefined
    ? []
    : [{ issue_id: issue.id, text: issue.draft, drafted_by: 'system:demo', drafted_at: lastAt(issue) }];

const voteRows = (issue: DemoIssue): readonly Row[] =>
  issue.votes.map(({ memberId, solved }) => ({
    issue_id: issue.id,
    round: 1,
    member_id: memberId,
    solved,
    voted_at: lastAt(issue),
  }));

const reportRows = ({ id, reporters, postedAt }: DemoIssue): readonly Row[] =>
  reporters.map((reporterId) => ({
    id: randomUUID(),
    issue_id: id,
    reporter_id: reporterId,
    reason: 'ADVERTISING',
    reported_at: postedAt,
  }));
