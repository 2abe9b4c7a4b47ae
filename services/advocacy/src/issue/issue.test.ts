import { describe, expect, it } from '@jest/globals';
import { estates, library, postedIssue } from '../../test/issue-viewers.js';
import { checkIssueAnswer } from './issue-answer.js';
import { checkReply } from './issue-reply.js';
import { isEnoughToRaise, isEnoughToReopen, type IssueRule } from './issue-rule.js';
import {
  changeIssueStatus,
  checkIssue,
  issueLifecycle,
  issueStatuses,
  raiseIssue,
  suggestProposal,
  type IssueAction,
  type IssueStatus,
  type PostState,
} from './issue.js';

const now = new Date('2026-10-06T09:00:00Z');
const at = (status: IssueStatus, postState: PostState = 'VISIBLE') => ({ ...postedIssue, status, postState });

const everywhere: readonly IssueAction[] = ['REPLY', 'REPORT'];
const openAtDepartment: readonly IssueAction[] = ['SUGGEST_PROPOSAL', 'ESCALATE_TO_PROPOSAL', 'ESCALATE_TO_CASE'];
const supporting: readonly IssueAction[] = ['SUPPORT', 'WITHDRAW_SUPPORT'];
const possible: Readonly<Record<IssueStatus, readonly IssueAction[]>> = {
  PRIVATE: [...supporting, ...everywhere, 'RAISE'],
  RAISED: [...supporting, ...everywhere, ...openAtDepartment, 'ACKNOWLEDGE'],
  ACKNOWLEDGED: [...supporting, ...everywhere, ...openAtDepartment, 'START', 'DRAFT_ANSWER'],
  IN_PROGRESS: [...supporting, ...everywhere, ...openAtDepartment, 'DRAFT_ANSWER', 'RESOLVE', 'DECLINE'],
  RESOLVED: [...everywhere, 'RATE', 'REOPEN'],
  DECLINED: everywhere,
  ESCALATED: everywhere,
  REOPENED: [...supporting, ...everywhere, ...openAtDepartment, 'START', 'DRAFT_ANSWER'],
};

describe('the life of an issue', () => {
  it.each(issueStatuses)('allows from %s exactly what machine G says', (status) => {
    expect(new Set(issueLifecycle.possible(at(status), now))).toEqual(new Set(possible[status]));
  });

  it.each(issueStatuses)(
    'stands still in %s while it is held, and allows nothing but an appeal once removed',
    (status) => {
      const counted = status === 'RESOLVED' ? ['REOPEN'] : [];
      expect(issueLifecycle.possible(at(status, 'HELD'), now)).toEqual(counted);
      expect(issueLifecycle.possible(at(status, 'REMOVED'), now)).toEqual([...counted, 'APPEAL']);
      expect(issueLifecycle.possible(at(status, 'REMOVED_FINALLY'), now)).toEqual(counted);
    },
  );

  it('is reopened once and never again', () => {
    const reopened = changeIssueStatus(at('RESOLVED'), 'REOPEN', now);
    expect(reopened).toMatchObject({ value: { status: 'REOPENED', round: 2, reopenedAt: now } });
    const again = reopened.ok ? { ...reopened.value, status: 'RESOLVED' as const } : at('RESOLVED');
    expect(changeIssueStatus(again, 'REOPEN', now)).toMatchObject({ ok: false });
  });

  it('is raised to the department that was chosen, and says why', () => {
    expect(raiseIssue(postedIssue, { departmentId: library, raisedBy: 'REP', at: now })).toMatchObject({
      value: { status: 'RAISED', departmentId: library, raisedBy: 'REP', raisedAt: now },
    });
    expect(raiseIssue(at('RAISED'), { departmentId: estates, raisedBy: 'TIME', at: now })).toMatchObject({ ok: false });
  });

  it('is suggested as a proposal once', () => {
    const suggested = suggestProposal(at('RAISED'), now);
    expect(suggested).toMatchObject({ value: { proposalSuggestedAt: now } });
    expect(suggestProposal(suggested.ok ? suggested.value : postedIssue, now)).toMatchObject({ ok: false });
    expect(suggestProposal({ ...at('RAISED'), authorId: undefined }, now)).toMatchObject({ ok: false });
  });
});

const rule: IssueRule = {
  version: 1,
  raiseStudents: 5,
  raiseDays: 5,
  reopenPercent: 30,
  reopenStudents: 5,
  holdReports: 3,
};

describe('the numbers that decide about issues', () => {
  it('raise an issue with the fifth student and not before', () => {
    expect([4, 5, 6].map((students) => isEnoughToRaise(students, rule))).toEqual([false, true, true]);
  });

  it.each([
    [{ supporters: 6, notSolved: 4 }, false],
    [{ supporters: 6, notSolved: 5 }, true],
    [{ supporters: 16, notSolved: 5 }, true],
    [{ supporters: 17, notSolved: 5 }, false],
    [{ supporters: 17, notSolved: 6 }, true],
    [{ supporters: 20, notSolved: 6 }, true],
    [{ supporters: 21, notSolved: 6 }, false],
    [{ supporters: 0, notSolved: 0 }, false],
  ])('reopen it at 30 percent and five: %j is %s', (verdict, expected) => {
    expect(isEnoughToReopen(verdict, rule)).toBe(expected);
  });
});

describe('what is written', () => {
  it('needs a title, some words and a language', () => {
    expect(checkIssue({ ...postedIssue, title: ' Too ', body: 'short', language: 'English' })).toMatchObject({
      error: {
        fields: [
          { path: 'title', rule: 'TOO_SHORT' },
          { path: 'body', rule: 'TOO_SHORT' },
          { path: 'language', rule: 'BAD_FORMAT' },
        ],
      },
    });
    expect(checkIssue({ ...postedIssue, title: '  The lab is cold ' })).toMatchObject({
      value: { title: 'The lab is cold' },
    });
    expect(checkReply({ body: '  ', language: '中文', named: false })).toMatchObject({
      error: { fields: [{ path: 'body' }, { path: 'language' }] },
    });
  });

  it('is declined with a reason, and solved without one', () => {
    const bad = { error: { fields: [{ path: 'reason', rule: 'CONTRADICTION' }] } };
    expect(checkIssueAnswer({ outcome: 'DECLINED', reason: undefined, text: 'No' })).toMatchObject(bad);
    expect(checkIssueAnswer({ outcome: 'RESOLVED', reason: 'OTHER', text: 'Yes' })).toMatchObject(bad);
    expect(checkIssueAnswer({ outcome: 'DECLINED', reason: 'NOT_OURS', text: ' No ' })).toMatchObject({
      value: { text: 'No' },
    });
  });
});
