import { describe, expect, it } from '@jest/globals';
import { systemActor, toId } from '@guildhall/kernel';
import { student, viewers, type ViewerName } from '../../test/viewers.js';
import {
  checkStep,
  isToldWhenTaken,
  stepLifecycle,
  type SafeguardingRule,
  type SafeguardingStep,
  type StepAction,
  type StepStatus,
} from './safeguarding.js';
import { stepPolicy, tellTask, visibleSteps } from './safeguarding.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const step: SafeguardingStep = {
  id: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e12'),
  caseId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  ruleVersion: 1,
  ground: 'RISK_TO_LIFE',
  recipient: 'POLICE',
  status: 'PROPOSED',
  proposedBy: 'carl',
  proposedAt: now,
  decidedBy: undefined,
  decidedAt: undefined,
  takenAt: undefined,
  tellLaterGround: undefined,
  tellBy: undefined,
  toldAt: undefined,
  version: 1,
};
const sides = { student, assignee: 'carl', secondWorker: 'simo' };
const names = Object.keys(viewers) as ViewerName[];

describe('the status of a step', () => {
  const possible: Readonly<Record<StepStatus, readonly StepAction[]>> = {
    PROPOSED: ['CONFIRM', 'DECLINE'],
    CONFIRMED: ['TAKE'],
    DECLINED: [],
    TAKEN: ['TELL'],
  };

  it.each(stepLifecycle.states)('allows from %s exactly what the path says', (status) => {
    expect(stepLifecycle.possible({ ...step, status }, now)).toEqual(possible[status]);
  });

  it('lets the student be told once', () => {
    expect(stepLifecycle.possible({ ...step, status: 'TAKEN', toldAt: now }, now)).toEqual([]);
  });

  it('tells the student when it is taken, unless a later day is stated that has not come', () => {
    expect(isToldWhenTaken(step, now)).toBe(true);
    expect(isToldWhenTaken({ ...step, tellBy: new Date(now.getTime() + 1) }, now)).toBe(false);
    expect(isToldWhenTaken({ ...step, tellBy: now }, now)).toBe(true);
  });
});

describe('the rights over a step', () => {
  const granted: Partial<Record<ViewerName, readonly StepAction[]>> = {
    'assigned worker': ['TAKE', 'TELL'],
    'second worker': ['CONFIRM', 'DECLINE', 'TAKE', 'TELL'],
    'advice manager': ['CONFIRM', 'DECLINE'],
  };

  it.each(names)('give %s exactly what two persons need, never the same one twice', (name) => {
    const actions = stepLifecycle.actions.filter((action) => stepPolicy.can(viewers[name], action, { step, sides }));
    expect(actions).toEqual(granted[name] ?? []);
  });

  it('keep an advice manager from confirming what they proposed as a worker', () => {
    const own = { step: { ...step, proposedBy: 'amira' }, sides };
    expect(stepPolicy.can(viewers['advice manager'], 'CONFIRM', own)).toBe(false);
  });

  it('let the platform tell on the stated day, and do nothing else', () => {
    const platform = { actor: systemActor(tellTask), self: undefined };
    expect(stepLifecycle.actions.filter((action) => stepPolicy.can(platform, action, { step, sides }))).toEqual([
      'TELL',
    ]);
    expect(visibleSteps(platform).all).toBe(true);
  });

  it.each(names)('show %s steps only as student, worker, manager', (name) => {
    const { self, worker, manager, all } = visibleSteps(viewers[name]);
    expect(all).toBe(false);
    const isStranger = self !== student && worker !== 'carl' && worker !== 'simo' && manager === undefined;
    const seers: readonly ViewerName[] = [
      'student',
      'suspended student',
      'assigned worker',
      'assigned worker who is the student',
      'second worker',
      'advice manager',
      'advice manager who is the student',
    ];
    expect(!isStranger).toBe(seers.includes(name));
    expect(stepPolicy.canSeePersons(viewers[name], { step, sides })).toBe(self !== student);
  });
});

describe('a proposed step', () => {
  const rule: SafeguardingRule = { version: 1, grounds: ['A'], laterGrounds: ['L'], laterDaysMax: 28 };
  const proposed = { ground: 'A', recipient: 'POLICE', reason: 'x'.repeat(20), tellLater: undefined } as const;
  const paths = (changes: object): readonly string[] => {
    const checked = checkStep({ ...proposed, ...changes }, rule, now);
    return checked.ok ? [] : checked.error.fields.map(({ path }) => path);
  };
  const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

  it('needs a listed ground, a reason, and for later a listed ground and a day that is not too far', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ ground: 'L', reason: ' ' })).toEqual(['ground', 'reason']);
    expect(paths({ tellLater: { ground: 'L', by: inDays(28) } })).toEqual([]);
    expect(paths({ tellLater: { ground: 'A', by: inDays(29) } })).toEqual(['tellLater.ground', 'tellLater.by']);
    expect(paths({ tellLater: { ground: 'L', by: now } })).toEqual(['tellLater.by']);
  });
});
