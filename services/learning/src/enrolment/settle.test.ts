import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import type { PathVersion } from '../path/path.js';
import type { Step, StepKind } from '../path/step.js';
import { endEnrolment, enrol, enrolmentLifecycle, expiresAt, type EnrolmentStatus, type Journey } from './enrolment.js';
import { evidenceId, type Evidence } from '../record/evidence.js';
import { settle } from './settle.js';
import { completeStep, stepLifecycle, type StepProgress, type StepStatus } from './step-progress.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const version: PathVersion = {
  id: toId('v'),
  pathId: toId('p'),
  number: 1,
  status: 'PUBLISHED',
  authorId: toId('a'),
  reviewerId: undefined,
  publishedAt: now,
  version: 1,
};
const step = (kind: StepKind, position: number): Step => ({
  id: toId(`018f0000-0000-7000-8000-00000000000${position}`),
  pathVersionId: version.id,
  position,
  title: 'A step',
  kind,
  resourceId: undefined,
  activityKind: kind === 'ATTEND' ? 'TRAINING' : undefined,
  daysRequired: undefined,
  hoursRequired: undefined,
  guidance: undefined,
  rubric: [],
  requires: position === 1 ? [] : [position - 1],
  key: toId(`018f0000-0000-7000-8000-00000000000${position}`),
});
const journeyOf = (...kinds: readonly StepKind[]): Journey =>
  enrol(
    version,
    kinds.map((kind, index) => step(kind, index + 1)),
    { id: toId('e'), memberId: toId('m'), now },
  );
const fact = (attendedAt: string, digit = 'a'): Evidence => ({
  id: evidenceId('ATTENDANCE', digit, toId('m')),
  memberId: toId('m'),
  kind: 'ATTENDANCE',
  sourceId: digit,
  happenedAt: new Date(attendedAt),
  until: undefined,
  minutes: undefined,
  detail: { activityKind: 'TRAINING' },
  isStanding: true,
  takenBackAt: undefined,
});
const progress = (kind: StepKind, status: StepStatus, isOpen = true): StepProgress => ({
  enrolmentId: toId('e'),
  step: step(kind, 1),
  criterion: step(kind, 1),
  status,
  passedAt: undefined,
  evidence: [],
  isOpen,
});
const statuses = ({ steps }: Journey): readonly StepStatus[] => steps.map(({ status }) => status);

describe('the life of a step', () => {
  it.each([
    ['REFLECT', 'LOCKED', ['UNLOCK']],
    ['REFLECT', 'AVAILABLE', ['LOCK', 'START', 'COMPLETE']],
    ['REFLECT', 'STARTED', ['COMPLETE']],
    ['REFLECT', 'PASSED', []],
    ['REFLECT', 'RETURNED', ['COMPLETE']],
    ['ATTEND', 'LOCKED', ['UNLOCK', 'CONFIRM']],
    ['ATTEND', 'AVAILABLE', ['LOCK', 'CONFIRM']],
    ['ATTEND', 'PASSED', ['VOID']],
    ['HOLD_MANDATE', 'AVAILABLE', ['LOCK', 'CONFIRM']],
    ['HOLD_MANDATE', 'PASSED', ['VOID']],
    ['VERIFIED_HOURS', 'LOCKED', ['UNLOCK', 'CONFIRM']],
    ['VERIFIED_HOURS', 'PASSED', ['VOID']],
    ['TEACH', 'AVAILABLE', ['LOCK', 'CONFIRM']],
    ['TEACH', 'PASSED', ['VOID']],
    ['QUIZ', 'LOCKED', ['UNLOCK', 'CONFIRM']],
    ['QUIZ', 'AVAILABLE', ['LOCK', 'CONFIRM']],
    ['QUIZ', 'STARTED', ['CONFIRM']],
    ['QUIZ', 'PASSED', ['VOID']],
    ['PEER_REVIEW', 'LOCKED', ['UNLOCK']],
    ['PEER_REVIEW', 'AVAILABLE', ['LOCK', 'SUBMIT']],
    ['PEER_REVIEW', 'STARTED', ['SUBMIT']],
    ['PEER_REVIEW', 'SUBMITTED', ['ACCEPT', 'SEND_BACK']],
    ['PEER_REVIEW', 'PASSED', ['VOID']],
    ['PEER_REVIEW', 'RETURNED', ['SUBMIT']],
  ] as const)('of the kind %s in %s allows exactly %j', (kind, status, actions) => {
    expect(stepLifecycle.possible(progress(kind, status), now)).toEqual(actions);
  });

  it('lets nothing be begun or passed by one’s own word before its turn', () => {
    expect(stepLifecycle.possible(progress('READ', 'AVAILABLE', false), now)).toEqual(['LOCK']);
    expect(completeStep(progress('READ', 'STARTED', false), now)).toMatchObject({ ok: false });
  });
});

describe('the life of an enrolment', () => {
  it.each([
    ['ENROLLED', ['BEGIN', 'COMPLETE', 'UPGRADE', 'DROP']],
    ['IN_PROGRESS', ['COMPLETE', 'REOPEN', 'UPGRADE', 'DROP']],
    ['COMPLETED', ['REOPEN']],
    ['DROPPED', []],
    ['EXPIRED', []],
  ] as readonly (readonly [EnrolmentStatus, readonly string[]])[])('in %s allows exactly %j', (status, actions) => {
    const { enrolment } = journeyOf('READ');
    expect(enrolmentLifecycle.possible({ ...enrolment, status }, now)).toEqual(actions);
  });

  it('runs out at the stated instant and not a millisecond before', () => {
    const { enrolment } = journeyOf('READ');
    const end = expiresAt(now);
    expect(endEnrolment(enrolment, 'EXPIRE', new Date(end.getTime() - 1))).toMatchObject({ ok: false });
    expect(endEnrolment(enrolment, 'EXPIRE', end)).toMatchObject({ ok: true, value: { status: 'EXPIRED' } });
  });
});

describe('settling', () => {
  it('opens the first step alone on the first day', () => {
    expect(statuses(journeyOf('READ', 'ATTEND', 'QUIZ'))).toEqual(['AVAILABLE', 'LOCKED', 'LOCKED']);
  });

  it('passes an attended step before its turn, and opens what follows only in order', () => {
    const settled = settle(journeyOf('READ', 'ATTEND', 'READ'), [fact('2026-10-06T09:00:00.000Z')], now);
    expect(statuses(settled)).toEqual(['AVAILABLE', 'PASSED', 'LOCKED']);
    expect(settled.enrolment.status).toBe('IN_PROGRESS');
  });

  it('never locks away work that was begun', () => {
    const journey = journeyOf('ATTEND', 'READ', 'READ');
    const [first, second, third] = journey.steps;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three steps were asked for');
    const begun = {
      ...journey,
      enrolment: { ...journey.enrolment, status: 'IN_PROGRESS' as const },
      steps: [
        { ...first, status: 'PASSED' as const, passedAt: now, evidence: ['x'] },
        { ...second, status: 'STARTED' as const },
        third,
      ],
    };
    expect(statuses(settle(begun, [], now))).toEqual(['AVAILABLE', 'STARTED', 'LOCKED']);
  });

  it('completes at the instant of the last step, not of the delivery', () => {
    const late = new Date('2026-12-01T09:00:00.000Z');
    expect(settle(journeyOf('ATTEND'), [fact('2026-10-06T09:00:00.000Z')], late).enrolment).toMatchObject({
      status: 'COMPLETED',
      completedAt: new Date('2026-10-06T09:00:00.000Z'),
    });
  });

  it('is the same for facts in any order, and when done twice', () => {
    const facts = [
      fact('2026-10-06T09:00:00.000Z', 'b'),
      fact('2026-10-06T09:00:00.000Z', 'a'),
      fact('2026-09-06T09:00:00.000Z', 'c'),
    ];
    const journey = journeyOf('ATTEND', 'READ', 'ATTEND');
    const settled = settle(journey, facts, now);
    expect(settle(journey, [...facts].reverse(), now)).toEqual(settled);
    expect(settle(settled, facts, now)).toEqual(settled);
    expect(settled.steps.map(({ evidence }) => evidence)).toEqual([[facts[2]?.id], [], [facts[1]?.id]]);
  });

  it('leaves an enrolment that ended as it is', () => {
    const journey = journeyOf('ATTEND');
    const dropped = { ...journey, enrolment: { ...journey.enrolment, status: 'DROPPED' as const } };
    expect(settle(dropped, [fact('2026-10-06T09:00:00.000Z')], now)).toBe(dropped);
  });
});
