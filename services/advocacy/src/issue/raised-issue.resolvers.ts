import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { RaisedIssueAction, Resolvers } from '../generated/graphql.js';
import { issueLifecycle, type IssueAction } from './issue.js';
import { issuePolicy } from './issue.policy.js';

const departmentActions: ReadonlySet<IssueAction> = new Set<RaisedIssueAction>([
  'ACKNOWLEDGE',
  'START',
  'DRAFT_ANSWER',
  'RESOLVE',
  'DECLINE',
]);
const isDepartmentAction = (action: IssueAction): action is RaisedIssueAction => departmentActions.has(action);

/** Resolvers of RaisedIssue: an issue as its department sees it. */
export const raisedIssueResolvers: Resolvers = {
  Query: {
    raisedIssue: (_root, { id }, { actor, read }) => read.issues.findRaised(actor, toId(id)),
    raisedIssues: (_root, { part, ...page }, { actor, read }) =>
      read.issues.pageRaised(actor, readPageRequest(page, ['instant', 'id']), part ?? 'OPEN'),
  },
  Mutation: {
    acknowledgeIssue: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AcknowledgeIssueSuccess',
        await advocacy.acknowledgeIssue(actor, { issueId: toId(input.issueId) }),
        (issue) => ({ issue }),
      ),
    startIssue: async (_root, { input }, { actor, advocacy }) =>
      toResult('StartIssueSuccess', await advocacy.startIssue(actor, { issueId: toId(input.issueId) }), (issue) => ({
        issue,
      })),
    draftIssueAnswer: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DraftIssueAnswerSuccess',
        await advocacy.draftIssueAnswer(actor, { issueId: toId(input.issueId), text: input.text }),
        (issue) => ({ issue }),
      ),
    publishIssueAnswer: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'PublishIssueAnswerSuccess',
        await advocacy.publishIssueAnswer(actor, {
          issueId: toId(input.issueId),
          outcome: input.outcome,
          reason: input.reason ?? undefined,
          text: input.text,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (issue) => ({ issue }),
      ),
  },
  RaisedIssue: {
    id: ({ issue }) => issue.id,
    type: ({ issue }) => issue.type,
    title: ({ issue }) => issue.title,
    body: ({ issue }) => issue.body,
    language: ({ issue }) => issue.language,
    status: ({ issue }) => issue.status,
    constituency: ({ issue }) => ({ id: issue.constituencyId }),
    department: async ({ issue }, _args, { loaders }) => (await loaders.departments.load(issue.departmentId)) ?? null,
    author: ({ issue }) => issuePolicy.authorForDepartment(issue),
    progress: async ({ issue }, _args, { loaders }) =>
      (await loaders.issues.stages.load(issue.id)).filter(({ status }) => status !== 'PRIVATE'),
    raisedAt: ({ issue }) => issue.raisedAt ?? issue.postedAt,
    supporterCount: ({ issue }, _args, { loaders }) => loaders.issues.supporters.load(issue.id),
    answers: ({ issue }, _args, { loaders }) => loaders.issues.answers.load(issue.id),
    draftAnswer: async ({ issue }, _args, { loaders }) => (await loaders.issues.drafts.load(issue.id)) ?? null,
    viewerActions: (file, _args, { actor, now }) =>
      viewerActions(issueLifecycle, file.issue, now, (action) => issuePolicy.can(actor, action, file)).filter(
        isDepartmentAction,
      ),
  },
};
