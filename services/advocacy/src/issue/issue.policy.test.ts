import { describe, expect, it } from '@jest/globals';
import { author, estates, issueActors, physics, postedIssue, type IssueActorName } from '../../test/issue-viewers.js';
import { issueLifecycle, type IssueAction, type IssueFile } from './issue.js';
import { issueDepartmentsOf, issuePolicy, visibleIssues } from './issue.policy.js';

const names = Object.keys(issueActors) as IssueActorName[];
const posted: IssueFile = { issue: postedIssue, supports: false };
const raised: IssueFile = { issue: { ...postedIssue, raisedAt: new Date('2026-10-06T09:00:00Z') }, supports: false };

const byAuthor: readonly IssueAction[] = ['REPLY', 'ESCALATE_TO_PROPOSAL', 'ESCALATE_TO_CASE', 'APPEAL'];
const byRep: readonly IssueAction[] = ['REPLY', 'RAISE', 'SUGGEST_PROPOSAL', 'REPORT'];
const inCourse: Partial<Record<IssueActorName, readonly IssueAction[]>> = {
  author: ['SUPPORT', ...byAuthor],
  'author who moved on': byAuthor,
  'author who represents the course': [
    'SUPPORT',
    'REPLY',
    'RAISE',
    'ESCALATE_TO_PROPOSAL',
    'ESCALATE_TO_CASE',
    'APPEAL',
  ],
  'student of the course': ['SUPPORT', 'REPLY', 'REPORT'],
  'union officer of the course': ['SUPPORT', 'REPLY', 'REPORT'],
  'course rep': ['SUPPORT', ...byRep],
  'rep who studies elsewhere': byRep,
  'raising task': ['RAISE', 'REOPEN'],
  'rules task': ['RAISE', 'REOPEN'],
};
const atDepartment: Partial<Record<IssueActorName, readonly IssueAction[]>> = {
  'department staff': ['ACKNOWLEDGE', 'START', 'DRAFT_ANSWER'],
  'department lead': ['ACKNOWLEDGE', 'START', 'DRAFT_ANSWER', 'RESOLVE', 'DECLINE'],
};
const granted = (name: IssueActorName, file: IssueFile) =>
  new Set(issueLifecycle.actions.filter((action) => issuePolicy.can(issueActors[name], action, file)));

describe('the rights over an issue', () => {
  it.each(names)('give %s exactly what the table of rights says, in the course and once it is raised', (name) => {
    expect(granted(name, posted)).toEqual(new Set(inCourse[name] ?? []));
    expect(granted(name, raised)).toEqual(new Set(inCourse[name] ?? atDepartment[name] ?? []));
  });

  it.each(names)(
    'let %s take a support back and rate an answer only as one who supports, and nobody their own issue',
    (name) => {
      const supporter = granted(name, { ...raised, supports: true });
      const actor = issueActors[name];
      const isMember = actor.kind === 'person' && actor.memberId !== undefined;
      expect(supporter.has('RATE')).toBe(isMember);
      expect(supporter.has('WITHDRAW_SUPPORT')).toBe(isMember && actor.memberId !== author);
      expect(supporter.has('SUPPORT')).toBe(false);
    },
  );

  it.each(names)('show %s the space of the course only as one of its students or representatives', (name) => {
    const { everything, constituencies, memberId } = visibleIssues(issueActors[name]);
    const inSpace = Object.keys(inCourse).filter((other) => !other.endsWith('task') && other !== 'author who moved on');
    expect(constituencies.includes(physics)).toBe(inSpace.includes(name));
    expect(everything).toBe(name === 'raising task' || name === 'rules task');
    expect(memberId === author).toBe(name.startsWith('author') && name !== 'author who is suspended');
  });

  it.each(names)('show %s what departments get only through a post there', (name) => {
    expect(issueDepartmentsOf(issueActors[name]).includes(estates)).toBe(name in atDepartment);
  });

  it.each(names)('let %s write to the course only as one of its students', (name) => {
    const students = [
      'author',
      'author who represents the course',
      'student of the course',
      'course rep',
      'union officer of the course',
    ];
    expect(issuePolicy.canPost(issueActors[name], physics)).toBe(students.includes(name));
  });
});

describe('the name of who wrote an issue', () => {
  it.each(names)('is shown to %s only by choice of the writer, or to the writers themselves', (name) => {
    const isWriter = ['author', 'author who moved on', 'author who represents the course'].includes(name);
    expect(issuePolicy.authorForCourse(issueActors[name], postedIssue)).toEqual(isWriter ? { id: author } : null);
    expect(issuePolicy.authorForCourse(issueActors[name], { ...postedIssue, namedToCourse: true })).toEqual({
      id: author,
    });
  });

  it('is shown to the department by a choice of its own, and never once the writer was erased', () => {
    expect(issuePolicy.authorForDepartment({ ...postedIssue, namedToCourse: true })).toBeNull();
    expect(issuePolicy.authorForDepartment({ ...postedIssue, namedToDepartment: true })).toEqual({ id: author });
    expect(
      issuePolicy.authorForDepartment({ ...postedIssue, authorId: undefined, namedToDepartment: true }),
    ).toBeNull();
  });

  it('is not told by a proposal either, whose author is named where the issue is not', () => {
    const shown = (issue: typeof postedIssue, authorNamed: boolean) =>
      (['student of the course', 'author'] as const).map((name) =>
        issuePolicy.mayShowProposal(issueActors[name], issue, { authorNamed }),
      );
    expect(shown(postedIssue, true)).toEqual([false, true]);
    expect(shown(postedIssue, false)).toEqual([true, true]);
    expect(shown({ ...postedIssue, namedToCourse: true }, true)).toEqual([true, true]);
  });

  it('does not make somebody without a membership the writer of what an erased member wrote', () => {
    expect(issuePolicy.isAuthor(issueActors.anonymous, { authorId: undefined })).toBe(false);
    expect(issuePolicy.isAuthor(issueActors['author who is suspended'], { authorId: undefined })).toBe(false);
  });
});
