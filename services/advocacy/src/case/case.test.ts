import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import type { Pseudonym } from '../sealing/sealing.js';
import {
  asSeenByStudent,
  caseLifecycle,
  caseStages,
  changeCaseStatus,
  openCase,
  reopenMs,
  type Case,
  type CaseAction,
  type CaseStatus,
} from './case.js';
import { advanceStage, stageLifecycle } from './stage.js';

const now = new Date('2026-10-05T09:00:00Z');
const opened = openCase(toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'), {
  student: 'p' as Pseudonym,
  matter: 'HOUSING',
  key: { keyId: 'k', dataKey: new Uint8Array() },
  now,
});
const at = (status: CaseStatus): Case => ({ ...opened, status, assignee: 'carl', dormantAt: now, closedAt: now });

/** What is possible by the layers, walls and relatives of a file, after what the status itself allows. */
const living: readonly CaseAction[] = ['RAISE_WALL', 'FLAG', 'LINK'];
const held: readonly CaseAction[] = [
  'RECUSE',
  'NAME_SECOND',
  'RAISE_WALL',
  'WRITE_NOTE',
  'OPEN_IDENTITY',
  'FLAG',
  'PROPOSE_STEP',
  'LINK',
];
const byFile: Readonly<Record<CaseStatus, readonly CaseAction[]>> = {
  NEW: [...living, 'MERGE'],
  CONFLICT_CHECK: [...living, 'MERGE'],
  CONFLICT: living,
  SIGNPOSTED: [],
  TRIAGED: [...living, 'MERGE'],
  OPEN: [...held, 'MERGE'],
  WAITING_STUDENT: [...held, 'MERGE'],
  WAITING_DEPARTMENT: held,
  IN_MEDIATION: held,
  DORMANT: [...held, 'MERGE'],
  OUTCOME: [...held, 'MERGE'],
  CLOSED: ['WRITE_NOTE'],
  REOPENED: [...held, 'MERGE'],
};

const possible: Readonly<Record<CaseStatus, readonly CaseAction[]>> = {
  NEW: ['ACKNOWLEDGE', 'POST_MESSAGE', 'WITHDRAW'],
  CONFLICT_CHECK: ['TRIAGE', 'POST_MESSAGE', 'WITHDRAW'],
  CONFLICT: ['TRIAGE', 'SIGNPOST', 'ASSIGN', 'POST_MESSAGE', 'WITHDRAW'],
  SIGNPOSTED: [],
  TRIAGED: ['SIGNPOST', 'ASSIGN', 'POST_MESSAGE', 'WITHDRAW'],
  OPEN: [
    'ASSIGN',
    'POST_MESSAGE',
    'AWAIT_STUDENT',
    'AWAIT_DEPARTMENT',
    'START_MEDIATION',
    'DRAFT_REFERRAL',
    'RECORD_OUTCOME',
    'WITHDRAW',
  ],
  WAITING_STUDENT: [
    'ASSIGN',
    'POST_MESSAGE',
    'AWAIT_DEPARTMENT',
    'RESUME',
    'FALL_DORMANT',
    'DRAFT_REFERRAL',
    'RECORD_OUTCOME',
    'WITHDRAW',
  ],
  WAITING_DEPARTMENT: [
    'ASSIGN',
    'POST_MESSAGE',
    'AWAIT_DEPARTMENT',
    'RESUME',
    'DRAFT_REFERRAL',
    'RECORD_OUTCOME',
    'WITHDRAW',
  ],
  IN_MEDIATION: ['ASSIGN', 'POST_MESSAGE', 'END_MEDIATION', 'WITHDRAW'],
  DORMANT: ['ASSIGN', 'POST_MESSAGE', 'RESUME', 'CLOSE', 'WITHDRAW'],
  OUTCOME: ['ASSIGN', 'POST_MESSAGE', 'CLOSE', 'WITHDRAW'],
  CLOSED: ['REOPEN'],
  REOPENED: [
    'ASSIGN',
    'POST_MESSAGE',
    'AWAIT_STUDENT',
    'AWAIT_DEPARTMENT',
    'START_MEDIATION',
    'DRAFT_REFERRAL',
    'RECORD_OUTCOME',
    'WITHDRAW',
  ],
};

describe('the status of a case', () => {
  it.each(caseLifecycle.states)('allows from %s exactly what machine I says', (status) => {
    const all = [...possible[status], ...byFile[status]];
    expect(caseLifecycle.possible(at(status), now)).toEqual(all);
    for (const action of caseLifecycle.actions.filter((one) => !all.includes(one))) {
      expect(changeCaseStatus(at(status), action, now)).toMatchObject({
        ok: false,
        error: { __typename: 'IllegalTransitionError', state: status, action },
      });
    }
  });

  it('rests only when the silence has lasted', () => {
    const before = new Date(now.getTime() - 1);
    expect(changeCaseStatus(at('WAITING_STUDENT'), 'FALL_DORMANT', before).ok).toBe(false);
    expect(changeCaseStatus(at('WAITING_STUDENT'), 'FALL_DORMANT', now)).toMatchObject({
      value: { status: 'DORMANT', dormantAt: undefined },
    });
  });

  it('is handed on or second-read only while somebody has it', () => {
    const vacant = { ...at('OPEN'), assignee: undefined };
    for (const action of ['RECUSE', 'NAME_SECOND'] as const)
      expect([caseLifecycle.can(action, at('OPEN'), now), caseLifecycle.can(action, vacant, now)]).toEqual([
        true,
        false,
      ]);
  });

  it('is flagged once, and the flag is taken away once', () => {
    const flagged = { ...at('OPEN'), flaggedAt: now };
    expect([caseLifecycle.can('FLAG', flagged, now), caseLifecycle.can('UNFLAG', flagged, now)]).toEqual([false, true]);
  });

  it('is not taken up again once it goes on in another case', () => {
    const merged = { ...at('CLOSED'), mergedIntoId: toId<'Case'>('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e11') };
    expect(caseLifecycle.can('REOPEN', merged, now)).toBe(false);
  });

  it('can be taken up again for 30 days and not a moment longer', () => {
    expect(caseLifecycle.can('REOPEN', at('CLOSED'), new Date(now.getTime() + reopenMs))).toBe(true);
    expect(caseLifecycle.can('REOPEN', at('CLOSED'), new Date(now.getTime() + reopenMs + 1))).toBe(false);
  });

  it('never tells a student of a conflict, and allows them the same as without one', () => {
    const conflict = at('CONFLICT');
    expect(asSeenByStudent(conflict).status).toBe('CONFLICT_CHECK');
    expect(asSeenByStudent({ ...conflict, triagedAt: now }).status).toBe('TRIAGED');
    for (const status of caseLifecycle.states.filter((one) => one !== 'CONFLICT'))
      expect(asSeenByStudent(at(status)).status).toBe(status);
  });
});

describe('the stage of a case', () => {
  const pairs = caseStages.flatMap((from) => caseStages.map((to) => [from, to] as const));

  it.each(pairs)('goes from %s to %s only when that is later', (from, to) => {
    const isLater = caseStages.indexOf(to) > caseStages.indexOf(from);
    expect(advanceStage({ ...at('OPEN'), stage: from }, to, now).ok).toBe(isLater);
  });

  it.each(caseLifecycle.states)('moves in %s only while there is work on the case', (status) => {
    const isWorkedOn = ['OPEN', 'WAITING_STUDENT', 'WAITING_DEPARTMENT', 'REOPENED', 'OUTCOME'].includes(status);
    expect(stageLifecycle.can('ADVANCE', at(status), now)).toBe(isWorkedOn);
  });

  it('takes work up again when the outcome of the stage before is not accepted', () => {
    expect(advanceStage({ ...at('OUTCOME'), stage: 'FORMAL' }, 'REVIEW', now)).toMatchObject({
      value: { stage: 'REVIEW', status: 'OPEN' },
    });
  });
});
