import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { student, viewers, type ViewerName } from '../../test/viewers.js';
import { caseLifecycle, openCase, type Case, type CaseAction } from './case.js';
import { casePolicy, queuedCases, visibleCases } from './case.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const item: Case = {
  ...openCase(toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'), {
    student,
    matter: 'HOUSING',
    key: { keyId: 'k', dataKey: new Uint8Array() },
    now,
  }),
  assignee: 'carl',
  secondWorker: 'simo',
};
const names = Object.keys(viewers) as ViewerName[];
const actions: readonly (CaseAction | 'ADVANCE')[] = [...caseLifecycle.actions, 'ADVANCE'];

const granted: Partial<Record<ViewerName, readonly (CaseAction | 'ADVANCE')[]>> = {
  student: ['POST_MESSAGE', 'CLOSE', 'WITHDRAW', 'REOPEN'],
  'assigned worker who is the student': ['POST_MESSAGE', 'CLOSE', 'WITHDRAW', 'REOPEN'],
  'advice manager who is the student': ['POST_MESSAGE', 'CLOSE', 'WITHDRAW', 'REOPEN'],
  'suspended student': ['POST_MESSAGE', 'CLOSE', 'WITHDRAW', 'REOPEN'],
  'assigned worker': [
    'POST_MESSAGE',
    'AWAIT_STUDENT',
    'DRAFT_REFERRAL',
    'RECORD_OUTCOME',
    'CLOSE',
    'RECUSE',
    'WRITE_NOTE',
    'OPEN_IDENTITY',
    'FLAG',
    'UNFLAG',
    'PROPOSE_STEP',
    'LINK',
    'ADVANCE',
  ],
  'second worker': ['RECUSE', 'WRITE_NOTE', 'FLAG', 'PROPOSE_STEP'],
  'advice manager': ['ACKNOWLEDGE', 'TRIAGE', 'SIGNPOST', 'ASSIGN', 'NAME_SECOND', 'RAISE_WALL', 'LINK'],
  'dormancy task': ['FALL_DORMANT'],
  'settling task': ['RESUME', 'START_MEDIATION', 'END_MEDIATION'],
};

describe('the rights over a case', () => {
  it.each(names)('give %s exactly what the table of rights says', (name) => {
    expect(actions.filter((action) => casePolicy.can(viewers[name], action, item))).toEqual(granted[name] ?? []);
  });

  it.each(names)('show the file to %s only as its student or its worker in office', (name) => {
    const scope = visibleCases(viewers[name]);
    const isWorker = scope.assignee === item.assignee || scope.assignee === item.secondWorker;
    const isShown = scope.all || scope.student === item.student || isWorker;
    const mayRead = [
      'student',
      'suspended student',
      'second worker',
      'assigned worker',
      'assigned worker who is the student',
      'advice manager who is the student',
      'dormancy task',
      'settling task',
    ];
    expect(isShown).toBe(mayRead.includes(name));
  });

  it.each(names)('show the whole queue to the advice manager, and not to %s otherwise', (name) => {
    const { all, allBut } = queuedCases(viewers[name]);
    expect(all && allBut !== item.student).toBe(name === 'advice manager');
  });

  it('let members open a case of their own, and nobody else', () => {
    expect(casePolicy.canOpen(viewers.student)).toBe(true);
    for (const name of [
      'suspended student',
      'assigned worker',
      'admin',
      'anonymous',
      'department client',
      'another service',
    ] as const)
      expect(casePolicy.canOpen(viewers[name])).toBe(false);
  });
});
