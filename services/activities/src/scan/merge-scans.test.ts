import { describe, expect, it } from '@jest/globals';
import type { CheckpointId } from '../checkpoint/checkpoint.js';
import type { RegistrationId } from '../registration/registration.js';
import { currentDoorRules as rules } from './door-rules.js';
import { outcomeOf, standingOf } from './merge-scans.js';
import { believedTime, type Scan, type ScanDirection, type ScanUndo } from './scan.js';

const start = Date.parse('2026-10-05T18:00:00.000Z');
const at = (seconds: number): Date => new Date(start + seconds * 1000);
const place = { registrationId: 'r' as RegistrationId, checkpointId: 'c' as CheckpointId };

const scan = (id: string, direction: ScanDirection, seconds: number, deviceId = 'a'): Scan => ({
  ...place,
  id: id as Scan['id'],
  activityId: 'x' as Scan['activityId'],
  direction,
  method: 'PASS',
  deviceId,
  deviceLabel: deviceId,
  nonce: id,
  scannedAt: at(seconds),
  deviceTime: at(seconds),
  receivedAt: at(10_000),
  recordedBy: undefined,
  rulesVersion: rules.version,
  isCounted: false,
});
const undo = (direction: ScanDirection, seconds: number): ScanUndo => ({
  ...place,
  id: `undo-${seconds}` as ScanUndo['id'],
  activityId: 'x' as Scan['activityId'],
  direction,
  undoneAt: at(seconds),
  undoneBy: undefined,
  reason: 'The wrong person.',
});

describe('of several scans', () => {
  const early = scan('1', 'IN', 10);
  const late = scan('2', 'IN', 20, 'b');

  it('the earliest counts, and the later one learns when and by which device', () => {
    expect(standingOf([late, early], [])).toMatchObject({ in: { id: '1' }, out: undefined });
    expect(outcomeOf(late, [late, early], [])).toEqual({ outcome: 'ALREADY_IN', other: early });
  });

  it('the one that counts learns of another device that let the same person in', () => {
    expect(outcomeOf(early, [late, early], [])).toEqual({ outcome: 'CHECKED_IN', other: late });
    expect(outcomeOf(early, [early, scan('3', 'IN', 30)], [])).toEqual({ outcome: 'CHECKED_IN', other: undefined });
  });

  it('of one instant, the device and its own name decide', () => {
    const twin = scan('0', 'IN', 10, 'b');
    expect(standingOf([twin, early], []).in?.id).toBe('1');
    expect(standingOf([early, twin], []).in?.id).toBe('1');
  });

  it('a way out counts after the way in, waits for one that is missing, and counts once', () => {
    const out = scan('4', 'OUT', 30);
    expect(outcomeOf(out, [out], [])).toEqual({ outcome: 'NOT_IN', other: undefined });
    expect(outcomeOf(out, [out, early], []).outcome).toBe('CHECKED_OUT');
    expect(outcomeOf(scan('5', 'OUT', 40), [out, early], [])).toEqual({ outcome: 'ALREADY_OUT', other: out });
    expect(outcomeOf(scan('6', 'OUT', 5), [early], []).outcome).toBe('NOT_IN');
  });

  it('those until an undo count no longer, whenever they arrive, and those after it do', () => {
    const undos = [undo('IN', 15)];
    expect(outcomeOf(early, [early], undos)).toEqual({ outcome: 'UNDONE', other: undefined });
    expect(outcomeOf(late, [early, late], undos).outcome).toBe('CHECKED_IN');
    expect(standingOf([early, scan('4', 'OUT', 12)], undos)).toEqual({ in: undefined, out: undefined });
  });

  it('an undo of the way out leaves the way in', () => {
    const out = scan('4', 'OUT', 30);
    expect(standingOf([early, out], [undo('OUT', 31)])).toMatchObject({ in: { id: '1' }, out: undefined });
  });
});

describe('the order of arrival', () => {
  /** A generator with a seed, so that what fails once fails again. */
  const random = (seed: number) => {
    let state = seed;
    return () => {
      state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
      return state / 4_294_967_296;
    };
  };
  const shuffled = <Item>(items: readonly Item[], next: () => number): readonly Item[] =>
    items
      .map((item) => ({ item, key: next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ item }) => item);

  it('never changes what counts: 200 histories, each in 20 orders', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const next = random(seed);
      const scans = Array.from({ length: 8 }, (_unused, index) =>
        scan(String(index), next() < 0.6 ? 'IN' : 'OUT', Math.floor(next() * 6), next() < 0.5 ? 'a' : 'b'),
      );
      const undos = Array.from({ length: Math.floor(next() * 3) }, () =>
        undo(next() < 0.5 ? 'IN' : 'OUT', Math.floor(next() * 6)),
      );
      const expected = standingOf(scans, undos);
      const outcomes = scans.map((one) => outcomeOf(one, scans, undos).outcome);
      for (let order = 0; order < 20; order += 1) {
        const [mixed, mixedUndos] = [shuffled(scans, next), shuffled(undos, next)];
        expect([seed, standingOf(mixed, mixedUndos)]).toEqual([seed, expected]);
        expect(scans.map((one) => outcomeOf(one, mixed, mixedUndos).outcome)).toEqual(outcomes);
      }
      expect(outcomes.filter((outcome) => outcome === 'CHECKED_IN').length).toBeLessThanOrEqual(1);
      expect(outcomes.filter((outcome) => outcome === 'CHECKED_OUT').length).toBeLessThanOrEqual(1);
    }
  });
});

describe('the clock of a phone', () => {
  const received = at(1000);
  const believed = (scanned: number, sent: number): number =>
    (believedTime(at(scanned), { sentAt: at(sent), receivedAt: received }, rules).getTime() - start) / 1000;

  it('is believed as it is while it differs by no more than a network', () => {
    expect(believed(400, 990)).toBe(400);
    expect(believed(400, 1010)).toBe(400);
  });

  it('is corrected by the difference it shows when it sends, fast or slow', () => {
    expect(believed(400 + 7200, 1000 + 7200)).toBe(400);
    expect(believed(400 - 7200, 1000 - 7200)).toBe(400);
  });

  it('is not believed about the future, nor about longer ago than anybody is offline', () => {
    expect(believed(5000, 1000)).toBe(1000);
    expect(believed(1010, 1010)).toBe(1000);
    expect(believed(-100_000, 1000)).toBe(1000);
  });
});
