import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { evidenceId, type Evidence } from '../record/evidence.js';
import { evidenceMeeting, progressOf, type Criterion } from './criterion.js';

const memberId = toId<'Member'>('018f0000-0000-7000-8000-00000000000a');
const now = new Date('2026-10-05T09:00:00.000Z');

const piece = (sourceId: string, changes: Partial<Evidence> = {}): Evidence => ({
  id: evidenceId(changes.kind ?? 'ATTENDANCE', sourceId, memberId),
  memberId,
  kind: 'ATTENDANCE',
  sourceId,
  happenedAt: new Date('2026-09-01T09:00:00.000Z'),
  until: undefined,
  minutes: undefined,
  detail: { activityKind: 'TRAINING' },
  isStanding: true,
  takenBackAt: undefined,
  ...changes,
});
const hours = (sourceId: string, minutes: number, happenedAt = '2026-09-01T09:00:00.000Z') =>
  piece(sourceId, { kind: 'VERIFIED_HOURS', minutes, happenedAt: new Date(happenedAt) });
const trainings: Criterion = { kind: 'ATTENDANCE', activityKind: 'TRAINING', measure: 'COUNT', amount: 2 };
const service: Criterion = { kind: 'VERIFIED_HOURS', measure: 'MINUTES', amount: 120 };
const office: Criterion = { kind: 'MANDATE', positionKind: 'TREASURER', measure: 'DAYS', amount: 30 };

describe('a criterion', () => {
  it('counts pieces of its kind and subject alone, no more than it asks for, the earliest first', () => {
    const early = piece('a', { happenedAt: new Date('2026-08-01T09:00:00.000Z') });
    const list = [piece('c'), piece('b'), early, piece('d', { detail: { activityKind: 'SPORT' } }), hours('e', 60)];
    const { reached, counted } = progressOf(trainings, list, now);
    expect([reached, counted.length, counted[0]]).toEqual([2, 2, early]);
    expect(progressOf(trainings, [early], now)).toEqual({ reached: 1, counted: [early] });
  });

  it('adds minutes up', () => {
    expect(progressOf(service, [hours('a', 90), hours('b', 20)], now).reached).toBe(110);
    expect(
      progressOf(service, [hours('a', 90), hours('b', 60), hours('c', 5, '2026-09-09T09:00:00Z')], now),
    ).toMatchObject({
      reached: 120,
      counted: [{ minutes: expect.any(Number) }, { minutes: expect.any(Number) }],
    });
  });

  it('counts the days of an office up to today or its end, and adds several together', () => {
    const held = (sourceId: string, from: string, until?: string) =>
      piece(sourceId, {
        kind: 'MANDATE',
        detail: { positionKind: 'TREASURER' },
        happenedAt: new Date(from),
        until: until === undefined ? undefined : new Date(until),
      });
    expect(progressOf(office, [held('a', '2026-09-25T09:00:00Z', '2027-09-25T09:00:00Z')], now).reached).toBe(10);
    expect(progressOf(office, [held('a', '2026-01-01T09:00:00Z', '2026-01-21T09:00:00Z')], now).reached).toBe(20);
    const both = [
      held('a', '2026-01-01T09:00:00Z', '2026-01-21T09:00:00Z'),
      held('b', '2026-09-25T09:00:00Z', '2027-09-25T09:00:00Z'),
    ];
    expect(progressOf(office, both, now).reached).toBe(30);
    expect(progressOf(office, [held('a', '2026-12-01T09:00:00Z')], now).reached).toBe(0);
  });

  it('hears nothing of what was taken back or is yet to happen', () => {
    const gone = piece('a', { isStanding: false, takenBackAt: now });
    const coming = piece('b', { happenedAt: new Date('2026-10-05T09:00:00.001Z') });
    expect(progressOf(trainings, [gone, coming], now)).toEqual({ reached: 0, counted: [] });
  });
});

describe('criteria together', () => {
  it('are met only when each is, and name every piece once in order of time', () => {
    const list = [hours('h', 120), piece('a'), piece('b')];
    expect(evidenceMeeting([trainings, service], list.slice(0, 2), now)).toBeUndefined();
    const met = evidenceMeeting([trainings, service, { ...trainings, amount: 1 }], list, now);
    expect(new Set(met?.map(({ id }) => id))).toEqual(new Set(list.map(({ id }) => id)));
    expect(met).toHaveLength(3);
    expect(evidenceMeeting([], list, now)).toBeUndefined();
  });
});
