import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import fc from 'fast-check';
import type { Step, StepKind } from '../path/step.js';
import { evidenceId, type Evidence } from '../record/evidence.js';
import type { EvidenceKind } from '../record/record-fact.js';
import { dealEvidence } from './deal-evidence.js';
import { firstProgress } from './step-progress.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const dayMs = 86_400_000;
const daysAgo = (days: number): Date => new Date(now.getTime() - days * dayMs);

function step(position: number, kind: StepKind, required: Partial<Step> = {}): Step {
  const id = `018f0000-0000-7000-8000-00000000000${position}`;
  return {
    id: toId(id),
    key: toId(id),
    pathVersionId: toId('v'),
    position,
    title: 'A step',
    kind,
    resourceId: undefined,
    activityKind: kind === 'ATTEND' ? 'TRAINING' : undefined,
    daysRequired: kind === 'HOLD_MANDATE' ? 30 : undefined,
    hoursRequired: kind === 'VERIFIED_HOURS' ? 10 : undefined,
    guidance: undefined,
    rubric: [],
    requires: [],
    ...required,
  };
}
const progressOf = (...steps: readonly Step[]) => steps.map((one) => firstProgress(one, toId('e')));

function piece(kind: EvidenceKind, source: string, changes: Partial<Evidence> = {}): Evidence {
  return {
    id: evidenceId(kind, source, toId('m')),
    memberId: toId('m'),
    kind,
    sourceId: source,
    happenedAt: daysAgo(1),
    until: undefined,
    minutes: undefined,
    detail: kind === 'ATTENDANCE' ? { activityKind: 'TRAINING' } : {},
    isStanding: true,
    takenBackAt: undefined,
    ...changes,
  };
}

function dealt(steps: readonly Step[], evidence: readonly Evidence[]) {
  const all = dealEvidence(progressOf(...steps), evidence, now);
  return steps.map(({ id }) => all.get(id));
}

describe('hours of service', () => {
  it('pass a step once their sum is enough, and each piece goes to one step, whole', () => {
    const steps = [step(1, 'VERIFIED_HOURS'), step(2, 'VERIFIED_HOURS', { hoursRequired: 2 })];
    const hours = [
      piece('VERIFIED_HOURS', 'a', { minutes: 400, happenedAt: daysAgo(9) }),
      piece('VERIFIED_HOURS', 'b', { minutes: 260, happenedAt: daysAgo(8) }),
      piece('VERIFIED_HOURS', 'c', { minutes: 119, happenedAt: daysAgo(7) }),
    ];
    expect(dealt(steps, hours)).toMatchObject([
      { isReached: true, have: 11, reachedAt: daysAgo(8), evidence: [{ sourceId: 'a' }, { sourceId: 'b' }] },
      { isReached: false, have: 1, reachedAt: undefined },
    ]);
  });

  it('do not pass a step by what was taken back', () => {
    const voided = piece('VERIFIED_HOURS', 'a', { minutes: 600, isStanding: false, takenBackAt: now });
    expect(dealt([step(1, 'VERIFIED_HOURS')], [voided])).toMatchObject([{ isReached: false, have: 0 }]);
  });
});

describe('days in office', () => {
  it('are enough at the instant the days are complete, and not a millisecond before', () => {
    const mandate = piece('MANDATE', 'a', { happenedAt: daysAgo(30) });
    expect(dealt([step(1, 'HOLD_MANDATE')], [mandate])).toMatchObject([{ isReached: true, have: 30, reachedAt: now }]);
    const later = { ...mandate, happenedAt: new Date(daysAgo(30).getTime() + 1) };
    expect(dealt([step(1, 'HOLD_MANDATE')], [later])).toMatchObject([
      { isReached: false, have: 29, reachedAt: new Date(now.getTime() + 1) },
    ]);
  });

  it('count those of an office that ended early, and days in two offices at once count once', () => {
    const early = piece('MANDATE', 'a', { happenedAt: daysAgo(100), until: daysAgo(90) });
    const one = piece('MANDATE', 'b', { happenedAt: daysAgo(15) });
    const both = piece('MANDATE', 'c', { happenedAt: daysAgo(12), until: daysAgo(2) });
    expect(dealt([step(1, 'HOLD_MANDATE')], [early, one, both])).toMatchObject([
      { isReached: false, have: 25, reachedAt: new Date(now.getTime() + 5 * dayMs) },
    ]);
  });

  it('are never enough when every office ends before', () => {
    const brief = piece('MANDATE', 'a', { happenedAt: daysAgo(10), until: new Date(now.getTime() + dayMs) });
    expect(dealt([step(1, 'HOLD_MANDATE')], [brief])).toMatchObject([{ isReached: false, reachedAt: undefined }]);
  });
});

describe('sessions led and activities attended', () => {
  it('pass one step each, whatever the clock of others says', () => {
    const ahead = new Date(now.getTime() + dayMs);
    const steps = [step(1, 'TEACH'), step(2, 'ATTEND'), step(3, 'TEACH')];
    expect(dealt(steps, [piece('LED_SESSION', 'a', { happenedAt: ahead }), piece('ATTENDANCE', 'b')])).toMatchObject([
      { isReached: true, have: 1 },
      { isReached: true, have: 1 },
      { isReached: false, have: 0 },
    ]);
  });

  it('do not pass steps of another kind', () => {
    const other = piece('ATTENDANCE', 'b', { detail: { activityKind: 'SOCIAL' } });
    expect(dealt([step(1, 'ATTEND'), step(2, 'READ')], [other, piece('LED_ACTIVITY', 'c')])).toMatchObject([
      { isReached: false },
      undefined,
    ]);
  });
});

const instants = fc.integer({ min: 0, max: 60 }).map(daysAgo);
const pieces = fc
  .uniqueArray(
    fc.record({
      source: fc.integer({ min: 0, max: 99 }),
      kind: fc.constantFrom<EvidenceKind>('ATTENDANCE', 'VERIFIED_HOURS', 'MANDATE', 'LED_SESSION', 'PATH_STEP'),
      at: instants,
      days: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      minutes: fc.integer({ min: 1, max: 700 }),
    }),
    { selector: ({ source }) => source, maxLength: 12 },
  )
  .map((list) =>
    list.map(({ source, kind, at, days, minutes }) => {
      const until = kind === 'MANDATE' && days !== undefined ? new Date(at.getTime() + days * dayMs) : undefined;
      return piece(kind, String(source), {
        happenedAt: at,
        until,
        minutes: kind === 'VERIFIED_HOURS' ? minutes : undefined,
      });
    }),
  );
const asked = [
  step(1, 'VERIFIED_HOURS'),
  step(2, 'HOLD_MANDATE', { daysRequired: 12 }),
  step(3, 'ATTEND'),
  step(4, 'VERIFIED_HOURS', { hoursRequired: 4 }),
  step(5, 'HOLD_MANDATE', { daysRequired: 5 }),
  step(6, 'TEACH'),
  step(7, 'ATTEND'),
];

describe('dealing', () => {
  it('comes to the same in whatever order the evidence became known, and gives no piece twice', () => {
    fc.assert(
      fc.property(pieces, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (evidence, ranks) => {
        const shuffled = evidence
          .map((one, index) => ({ one, rank: ranks[index] ?? 0 }))
          .sort((left, right) => left.rank - right.rank)
          .map(({ one }) => one);
        const all = dealt(asked, evidence);
        expect(dealt(asked, shuffled)).toEqual(all);
        const given = all.flatMap((one) => one?.evidence.map(({ id }) => id) ?? []);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  it('never takes a step back because something else was done as well', () => {
    fc.assert(
      fc.property(pieces, fc.nat(), (evidence, which) => {
        const less = evidence.filter((_, index) => index !== which % Math.max(1, evidence.length));
        const more = dealt(asked, evidence);
        dealt(asked, less).forEach((one, index) => {
          if (one?.isReached === true) expect(more[index]?.isReached).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });
});
