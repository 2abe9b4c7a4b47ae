import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { student } from '../../test/viewers.js';
import { caseLifecycle, caseStages, openCase, type Case, type CaseStage, type CaseStatus } from '../case/case.js';
import { canCourse, courseActions, nextStage, stagesOf, type CourseAction } from './course.js';

const now = new Date('2026-10-05T09:00:00Z');
const opened: Case = openCase(toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'), {
  student,
  matter: 'ACADEMIC',
  key: { keyId: 'k', dataKey: new Uint8Array() },
  now,
});
const at = (status: CaseStatus, stage: CaseStage = 'FORMAL'): Case => ({ ...opened, status, stage, closedAt: now });
const asked = { isReopeningAsked: true, hasOwedDate: true };
const nothing = { isReopeningAsked: false, hasOwedDate: false };
const possible = (item: Case, facts = asked): readonly CourseAction[] =>
  courseActions.filter((action) => canCourse(action, item, facts));

const underWay: readonly CourseAction[] = ['SET_DEADLINE', 'MEET_DEADLINE', 'RECORD_COMPLETION'];
const expected: Readonly<Record<CaseStatus, readonly CourseAction[]>> = {
  NEW: [],
  CONFLICT_CHECK: [],
  CONFLICT: [],
  SIGNPOSTED: [],
  TRIAGED: [],
  OPEN: underWay,
  WAITING_STUDENT: underWay,
  WAITING_DEPARTMENT: underWay,
  IN_MEDIATION: underWay,
  DORMANT: underWay,
  OUTCOME: [...underWay, 'GO_FURTHER'],
  CLOSED: ['DECIDE_REOPENING'],
  REOPENED: underWay,
};

describe('the course of a case', () => {
  it.each(caseLifecycle.states)('allows in %s exactly what the table says', (status) => {
    expect(possible(at(status))).toEqual(expected[status]);
  });

  it('asks once, decides what was asked, and notes only a date that is owed', () => {
    expect(possible(at('CLOSED'), nothing)).toEqual(['ASK_REOPENING']);
    expect(possible(at('OPEN'), nothing)).toEqual(['SET_DEADLINE', 'RECORD_COMPLETION']);
  });

  it('never begins again once the case is erased', () => {
    for (const facts of [asked, nothing]) expect(possible({ ...at('CLOSED'), dataKey: undefined }, facts)).toEqual([]);
  });

  it.each(caseStages)('knows what follows %s without a letter', (stage) => {
    const following = {
      ADVICE: 'EARLY_RESOLUTION',
      EARLY_RESOLUTION: 'FORMAL',
      FORMAL: 'REVIEW',
      REVIEW: undefined,
      EXTERNAL: undefined,
    };
    expect(nextStage(at('OUTCOME', stage))).toBe(following[stage]);
    expect(nextStage({ ...at('OUTCOME', stage), isAnonymous: true })).toBe(
      stage === 'ADVICE' ? 'EARLY_RESOLUTION' : undefined,
    );
    const hasLetter = stage === 'FORMAL' || stage === 'REVIEW';
    expect(canCourse('RECORD_COMPLETION', at('OPEN', stage), nothing)).toBe(hasLetter);
    expect(canCourse('RECORD_COMPLETION', { ...at('OPEN', stage), isAnonymous: true }, nothing)).toBe(false);
  });

  it('shows the stage a case is in before anything was kept of it, and only once afterwards', () => {
    const later = new Date('2026-10-09T09:00:00Z');
    const first = {
      caseId: opened.id,
      stage: 'ADVICE' as const,
      openedAt: now,
      endedAt: later,
      outcome: undefined,
      decidedAt: undefined,
      redress: [],
    };
    expect(stagesOf(opened, [])).toMatchObject([{ stage: 'ADVICE', openedAt: now }]);
    expect(stagesOf(opened, [first])).toEqual([first]);
    expect(stagesOf(at('OPEN', 'FORMAL'), [first])).toMatchObject([first, { stage: 'FORMAL', openedAt: later }]);
  });
});
