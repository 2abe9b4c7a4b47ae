/*
 * An issue: what students of one course praise, propose, ask or are troubled by, with their representative.
 * Life: machine G. It begins among the students of the constituency, is raised to a department by their representative
 * or by itself, and ends with an answer that its supporters can send back once. Owner: advocacy.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';

/** The id of an issue. */
export type IssueId = Id<'Issue'>;

/** What somebody wants to say. */
export const issueTypes = ['PRAISE', 'IDEA', 'QUESTION', 'ISSUE'] as const;

/** What kind of issue it is. */
export type IssueType = (typeof issueTypes)[number];

/** The states of machine G. */
export const issueStatuses = [
  'PRIVATE',
  'RAISED',
  'ACKNOWLEDGED',
  'IN_PROGRESS',
  'RESOLVED',
  'DECLINED',
  'ESCALATED',
  'REOPENED',
] as const;

/** Where an issue stands. */
export type IssueStatus = (typeof issueStatuses)[number];

/** Whether a post is shown, waits for a moderator, is taken down, is appealed for, or stays down after that. */
export type PostState = 'VISIBLE' | 'HELD' | 'REMOVED' | 'APPEALED' | 'REMOVED_FINALLY';

/** Why an issue left its course: the representative raised it, enough students support it, or it waited long enough. */
export type RaisedBy = 'REP' | 'SUPPORT' | 'TIME';

/** An issue. The author is known to the service alone; who is shown the name is the author's choice. */
export type Issue = {
  readonly id: IssueId;
  readonly constituencyId: Id<'Constituency'>;
  readonly departmentId: Id<'Department'>;
  readonly type: IssueType;
  readonly title: string;
  readonly body: string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly authorId: Id<'Member'> | undefined;
  readonly namedToCourse: boolean;
  readonly namedToDepartment: boolean;
  readonly status: IssueStatus;
  readonly postState: PostState;
  readonly postedAt: Date;
  /** When it is raised at the latest; fixed when it was posted. */
  readonly autoRaiseAt: Date;
  readonly raisedAt: Date | undefined;
  readonly raisedBy: RaisedBy | undefined;
  readonly reopenedAt: Date | undefined;
  /** 1, and 2 once it was reopened. */
  readonly round: number;
  readonly proposalSuggestedAt: Date | undefined;
  /** The proposal its author made of it, in which it lives on. */
  readonly proposalId: Id<'Proposal'> | undefined;
  readonly ruleVersion: number;
  readonly version: number;
};

/** An issue and what this viewer has to do with it. */
export type IssueFile = { readonly issue: Issue; readonly supports: boolean };

/** One state an issue has been in, and since when. */
export type IssueStage = { readonly issueId: IssueId; readonly status: IssueStatus; readonly at: Date };

/** What can be done to an issue. */
export type IssueAction =
  | 'SUPPORT'
  | 'WITHDRAW_SUPPORT'
  | 'REPLY'
  | 'RAISE'
  | 'ACKNOWLEDGE'
  | 'START'
  | 'DRAFT_ANSWER'
  | 'RESOLVE'
  | 'DECLINE'
  | 'RATE'
  | 'REOPEN'
  | 'SUGGEST_PROPOSAL'
  | 'ESCALATE_TO_PROPOSAL'
  | 'ESCALATE_TO_CASE'
  | 'REPORT'
  | 'APPEAL';

const unanswered = ['PRIVATE', 'RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'REOPENED'] as const;
const atDepartment = ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'REOPENED'] as const;
const isShown = ({ postState }: Issue): boolean => postState === 'VISIBLE';

/** Machine G. A held or removed issue stands still until a moderator decided. */
export const issueLifecycle = defineLifecycle<Issue, IssueStatus, IssueAction>(
  {
    name: 'Issue',
    initial: ['PRIVATE'],
    states: issueStatuses,
    transitions: {
      SUPPORT: { from: unanswered, to: unanswered, guard: isShown },
      WITHDRAW_SUPPORT: { from: unanswered, to: unanswered, guard: isShown },
      REPLY: { from: issueStatuses, to: issueStatuses, guard: isShown },
      RAISE: { from: ['PRIVATE'], to: ['RAISED'], guard: isShown },
      ACKNOWLEDGE: { from: ['RAISED'], to: ['ACKNOWLEDGED'], guard: isShown },
      START: { from: ['ACKNOWLEDGED', 'REOPENED'], to: ['IN_PROGRESS'], guard: isShown },
      DRAFT_ANSWER: {
        from: ['ACKNOWLEDGED', 'IN_PROGRESS', 'REOPENED'],
        to: ['ACKNOWLEDGED', 'IN_PROGRESS', 'REOPENED'],
        guard: isShown,
      },
      RESOLVE: { from: ['IN_PROGRESS'], to: ['RESOLVED'], guard: isShown },
      DECLINE: { from: ['IN_PROGRESS'], to: ['DECLINED'], guard: isShown },
      RATE: { from: ['RESOLVED'], to: ['RESOLVED'], guard: isShown },
      // Once: what was reopened and answered again is answered for good.
      REOPEN: { from: ['RESOLVED'], to: ['REOPENED'], guard: ({ round }) => round === 1 },
      SUGGEST_PROPOSAL: {
        from: atDepartment,
        to: atDepartment,
        guard: (issue) => isShown(issue) && issue.proposalSuggestedAt === undefined && issue.authorId !== undefined,
      },
      ESCALATE_TO_PROPOSAL: { from: atDepartment, to: ['ESCALATED'], guard: isShown },
      ESCALATE_TO_CASE: { from: atDepartment, to: ['ESCALATED'], guard: isShown },
      REPORT: { from: issueStatuses, to: issueStatuses, guard: isShown },
      APPEAL: { from: issueStatuses, to: issueStatuses, guard: ({ postState }) => postState === 'REMOVED' },
    },
  },
  (issue) => issue.status,
);

/** The actions that move an issue to another state. */
export type IssueStep =
  | 'RAISE'
  | 'ACKNOWLEDGE'
  | 'START'
  | 'RESOLVE'
  | 'DECLINE'
  | 'REOPEN'
  | 'ESCALATE_TO_PROPOSAL'
  | 'ESCALATE_TO_CASE';

/** Moves an issue along machine G. */
export function changeIssueStatus(
  issue: Issue,
  step: Exclude<IssueStep, 'RAISE'>,
  now: Date,
): Result<Issue, IllegalTransitionError> {
  const status = issueLifecycle.next(step, issue, now);
  if (!status.ok) return status;
  return ok({ ...issue, status: status.value, ...(step === 'REOPEN' && { reopenedAt: now, round: 2 }) });
}

/** Raises an issue to a department at an instant, and says why it left its course. */
export function raiseIssue(
  issue: Issue,
  {
    departmentId,
    raisedBy,
    at,
  }: { readonly departmentId: Id<'Department'>; readonly raisedBy: RaisedBy; readonly at: Date },
): Result<Issue, IllegalTransitionError> {
  const status = issueLifecycle.next('RAISE', issue, at);
  return status.ok ? ok({ ...issue, status: status.value, departmentId, raisedBy, raisedAt: at }) : status;
}

/** Notes that the representative would make a proposal of it; the author decides. */
export function suggestProposal(issue: Issue, now: Date): Result<Issue, IllegalTransitionError> {
  if (!issueLifecycle.can('SUGGEST_PROPOSAL', issue, now))
    return err(illegalTransition('SUGGEST_PROPOSAL', issue.status));
  return ok({ ...issue, proposalSuggestedAt: now });
}

/** What somebody writes to their course. */
export type IssueDraft = Pick<
  Issue,
  'constituencyId' | 'departmentId' | 'type' | 'title' | 'body' | 'language' | 'namedToCourse' | 'namedToDepartment'
>;

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Checks what somebody writes. */
export function checkIssue(draft: IssueDraft): Result<IssueDraft, ValidationError> {
  const told = { ...draft, title: draft.title.trim(), body: draft.body.trim() };
  return new FieldChecks()
    .text('title', told.title, { min: 5, max: 120 })
    .text('body', told.body, { min: 10, max: 4000 })
    .that(languageTag.test(told.language), 'language', 'BAD_FORMAT', 'Use a language tag such as en or zh-CN.')
    .finish(told);
}
