import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import type { PathVersion, PathVersionStatus } from '../path/path.js';
import type { Step, StepKind } from '../path/step.js';
import { enrol, type Journey } from './enrolment.js';
import { settle } from './settle.js';
import { newerVersion, planUpgrade } from './upgrade.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const version = (number: number, status: PathVersionStatus): PathVersion => ({
  id: toId(`018f0000-0000-7000-8000-0000000000a${number}`),
  pathId: toId('018f0000-0000-7000-8000-0000000000b0'),
  number,
  status,
  authorId: toId('a'),
  reviewerId: undefined,
  publishedAt: now,
  version: 1,
});
const step = (number: number, position: number, key: number, changes: Partial<Step> = {}): Step => {
  const kind: StepKind = changes.kind ?? 'REFLECT';
  return {
    id: toId(`018f0000-0000-7000-8000-000000000${number}${position}0`),
    key: toId(`018f0000-0000-7000-8000-000000000c0${key}`),
    pathVersionId: version(number, 'PUBLISHED').id,
    position,
    title: `Step ${key}`,
    kind,
    resourceId: undefined,
    activityKind: undefined,
    daysRequired: undefined,
    hoursRequired: undefined,
    guidance: undefined,
    rubric: [],
    requires: position === 1 ? [] : [position - 1],
    ...changes,
  };
};

const begun = (steps: readonly Step[], passed: number): Journey => {
  const journey = enrol(version(1, 'PUBLISHED'), steps, { id: toId('e'), memberId: toId('m'), now });
  const worked = journey.steps.map((progress, index) =>
    index < passed ? { ...progress, status: 'PASSED' as const, passedAt: now } : progress,
  );
  return settle({ ...journey, steps: worked }, [], now);
};

describe('an upgrade', () => {
  it('leads to the published version alone, and only forward', () => {
    const { enrolment } = begun([step(1, 1, 1)], 0);
    const pinned = version(1, 'RETIRED');
    expect(newerVersion(enrolment, [pinned, version(2, 'PUBLISHED')])?.number).toBe(2);
    expect(newerVersion(enrolment, [pinned, version(2, 'DRAFT')])).toBeUndefined();
    expect(newerVersion(enrolment, [version(1, 'PUBLISHED')])).toBeUndefined();
    expect(newerVersion(enrolment, [version(2, 'PUBLISHED')])).toBeUndefined();
  });

  it('keeps what is satisfied, carries on what was begun, and names what is new, changed and gone', () => {
    const journey = begun([step(1, 1, 1), step(1, 2, 2), step(1, 3, 3), step(1, 4, 4)], 2);
    const newer = [
      step(2, 1, 5),
      step(2, 2, 2, { title: 'Renamed' }),
      step(2, 3, 3),
      step(2, 4, 4, { title: 'Other' }),
    ];
    const upgrade = planUpgrade(journey, version(2, 'PUBLISHED'), newer);
    expect(upgrade.steps.map(({ change, before, after }) => [change, before?.step.title, after?.title])).toEqual([
      ['ADDED', undefined, 'Step 5'],
      ['KEPT', 'Step 2', 'Renamed'],
      ['GOES_ON', 'Step 3', 'Step 3'],
      ['CHANGED', 'Step 4', 'Other'],
      ['REMOVED', 'Step 1', undefined],
    ]);
    const settled = settle(upgrade.journey, [], now);
    expect(settled.steps.map(({ status, passedAt }) => [status, passedAt])).toEqual([
      ['AVAILABLE', undefined],
      ['PASSED', now],
      ['LOCKED', undefined],
      ['LOCKED', undefined],
    ]);
    expect(settled.enrolment).toMatchObject({ pathVersionId: version(2, 'PUBLISHED').id, status: 'IN_PROGRESS' });
  });

  it('keeps a step that evidence passed by the criterion it was passed by, though the newer version asks for more', () => {
    const first = begun([step(1, 1, 1, { kind: 'VERIFIED_HOURS', hoursRequired: 2 }), step(1, 2, 2)], 0);
    const hours = {
      id: toId<'Evidence'>('018f0000-0000-7000-8000-0000000000d0'),
      memberId: toId<'Member'>('m'),
      kind: 'VERIFIED_HOURS',
      sourceId: 'x',
      happenedAt: now,
      until: undefined,
      minutes: 150,
      detail: {},
      isStanding: true,
      takenBackAt: undefined,
    } as const;
    const journey = settle(first, [hours], now);
    const newer = [step(2, 1, 1, { kind: 'VERIFIED_HOURS', hoursRequired: 20 }), step(2, 2, 2)];
    const moved = planUpgrade(journey, version(2, 'PUBLISHED'), newer).journey;
    expect(settle(moved, [hours], now).steps[0]).toMatchObject({ status: 'PASSED', evidence: [hours.id] });
    expect(settle(moved, [], now).steps[0]).toMatchObject({ status: 'AVAILABLE', evidence: [] });
  });
});
