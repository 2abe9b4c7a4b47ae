import { memberOf, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { IssueAction as SpaceAction, Resolvers } from '../generated/graphql.js';
import { issueLifecycle, type IssueAction } from './issue.js';
import { issuePolicy } from './issue.policy.js';

const spaceActions: ReadonlySet<IssueAction> = new Set<SpaceAction>([
  'SUPPORT',
  'WITHDRAW_SUPPORT',
  'REPLY',
  'RAISE',
  'RATE',
  'SUGGEST_PROPOSAL',
  'ESCALATE_TO_PROPOSAL',
  'ESCALATE_TO_CASE',
  'REPORT',
  'APPEAL',
]);
const isSpaceAction = (action: IssueAction): action is SpaceAction => spaceActions.has(action);

/** Resolvers of the noun Issue, for the students of a course and their representatives. */
export const issueResolvers: Resolvers = {
  Query: {
    issue: (_root, { id }, { actor, read }) => read.issues.findVisible(actor, toId(id)),
    issues: (_root, { constituencyId, status, type, mine, ...page }, { actor, read }) =>
      read.issues.page(actor, readPageRequest(page, ['instant', 'id']), {
        constituencyId: constituencyId === null || constituencyId === undefined ? undefined : toId(constituencyId),
        status: status ?? undefined,
        type: type ?? undefined,
        mine: mine ?? false,
      }),
  },
  Mutation: {
    postIssue: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'PostIssueSuccess',
        await advocacy.postIssue(actor, {
          ...input,
          constituencyId: toId(input.constituencyId),
          departmentId: toId(input.departmentId),
          namedToCourse: input.namedToCourse ?? false,
          namedToDepartment: input.namedToDepartment ?? false,
          originPostId: input.originPostId == null ? undefined : toId(input.originPostId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (issue) => ({ issue }),
      ),
    supportIssue: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'SupportIssueSuccess',
        await advocacy.supportIssue(actor, {
          issueId: toId(input.issueId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (issue) => ({ issue }),
      ),
    withdrawIssueSupport: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'WithdrawIssueSupportSuccess',
        await advocacy.withdrawIssueSupport(actor, { issueId: toId(input.issueId) }),
        (issue) => ({ issue }),
      ),
    replyToIssue: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ReplyToIssueSuccess',
        await advocacy.replyToIssue(actor, {
          ...input,
          issueId: toId(input.issueId),
          named: input.named ?? false,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (reply) => ({ reply }),
      ),
    raiseIssue: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RaiseIssueSuccess',
        await advocacy.raiseIssue(actor, {
          issueId: toId(input.issueId),
          departmentId: toId(input.departmentId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (issue) => ({ issue }),
      ),
    rateIssueAnswer: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RateIssueAnswerSuccess',
        await advocacy.rateIssueAnswer(actor, {
          issueId: toId(input.issueId),
          solved: input.solved,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (issue) => ({ issue }),
      ),
    suggestIssueProposal: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'SuggestIssueProposalSuccess',
        await advocacy.suggestIssueProposal(actor, { issueId: toId(input.issueId) }),
        (issue) => ({ issue }),
      ),
    escalateIssue: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'EscalateIssueSuccess',
        await advocacy.escalateIssue(actor, {
          issueId: toId(input.issueId),
          to: input.to,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (issue) => ({ issue }),
      ),
  },
  Issue: {
    id: ({ issue }) => issue.id,
    type: ({ issue }) => issue.type,
    title: ({ issue }) => issue.title,
    body: ({ issue }) => issue.body,
    language: ({ issue }) => issue.language,
    status: ({ issue }) => issue.status,
    postState: ({ issue }) => issue.postState,
    postedAt: ({ issue }) => issue.postedAt,
    raisedBy: ({ issue }) => issue.raisedBy ?? null,
    constituency: ({ issue }) => ({ id: issue.constituencyId }),
    department: async ({ issue }, _args, { loaders }) => (await loaders.departments.load(issue.departmentId)) ?? null,
    author: ({ issue }, _args, { actor }) => issuePolicy.authorForCourse(actor, issue),
    isOwn: ({ issue }, _args, { actor }) => issuePolicy.isAuthor(actor, issue),
    progress: ({ issue }, _args, { loaders }) => loaders.issues.stages.load(issue.id),
    raisesAt: ({ issue }) => (issue.raisedAt === undefined ? issue.autoRaiseAt : null),
    supporterCount: ({ issue }, _args, { loaders }) => loaders.issues.supporters.load(issue.id),
    supportersToRaise: async ({ issue }, _args, { loaders }) =>
      (await loaders.issues.rules.load(issue.ruleVersion)).raiseStudents,
    viewerSupports: ({ supports }) => supports,
    viewerSaysSolved: async ({ issue }, _args, { loaders }) => (await loaders.issues.votes.load(issue.id)) ?? null,
    replies: ({ issue }, page, { actor, read }) =>
      read.issuePosts.pageReplies(actor, issue.id, readPageRequest(page, ['instant', 'id'])),
    answers: ({ issue }, _args, { loaders }) => loaders.issues.answers.load(issue.id),
    proposal: async ({ issue }, _args, { actor, loaders }) => {
      const file = issue.proposalId === undefined ? undefined : await loaders.proposals.load(issue.proposalId);
      return file !== undefined && issuePolicy.mayShowProposal(actor, issue, file.proposal) ? file : null;
    },
    isProposalSuggested: ({ issue }) => issue.proposalSuggestedAt !== undefined,
    viewerActions: (file, _args, { actor, now }) =>
      viewerActions(issueLifecycle, file.issue, now, (action) => issuePolicy.can(actor, action, file)).filter(
        isSpaceAction,
      ),
  },
  IssueReply: {
    author: (reply, _args, { actor }) => issuePolicy.authorOfReply(actor, reply),
    isOwn: ({ authorId }, _args, { actor }) => authorId !== undefined && memberOf(actor) === authorId,
    viewerActions: (reply, _args, { actor }) => issuePolicy.actionsOnReply(actor, reply),
  },
  IssueAnswer: {
    reason: ({ reason }) => reason ?? null,
  },
};
