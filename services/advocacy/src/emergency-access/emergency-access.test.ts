import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import {
  askEmergencyAccess,
  decideEmergencyAccess,
  emergencyLifecycle,
  endEmergencyAccess,
  lastsMs,
  phaseOf,
  toldFrom,
  waitsMs,
  type EmergencyAccess,
  type EmergencyAction,
  type EmergencyStatus,
} from './emergency-access.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const later = (ms: number): Date => new Date(now.getTime() + ms);
const request = {
  caseId: toId<'Case'>('0196f000-0000-7000-8000-00000000000a'),
  reason: 'RISK_TO_LIFE',
  words: 'They wrote that they cannot go on, and their case worker is away.',
  tellLater: undefined,
} as const;
const made = { id: toId<'EmergencyAccess'>('0196f000-0000-7000-8000-00000000000b'), askedBy: 'amira', now };

function asked(): EmergencyAccess {
  const result = askEmergencyAccess(request, made);
  if (!result.ok) throw new Error('a good request is taken');
  return result.value;
}

function inState(status: EmergencyStatus): EmergencyAccess {
  const decided = { decidedBy: 'gaia', decidedAt: now };
  const granted = { ...decided, expiresAt: later(lastsMs) };
  const parts: Readonly<Record<EmergencyStatus, Partial<EmergencyAccess>>> = {
    ASKED: {},
    LAPSED: {},
    GRANTED: granted,
    REFUSED: decided,
    ENDED: { ...granted, endedAt: now },
  };
  return { ...asked(), status, ...parts[status] };
}

const states: readonly EmergencyStatus[] = ['ASKED', 'LAPSED', 'GRANTED', 'REFUSED', 'ENDED'];
const possible: Readonly<Record<EmergencyStatus, readonly EmergencyAction[]>> = {
  ASKED: ['GRANT', 'REFUSE'],
  LAPSED: [],
  GRANTED: ['READ', 'END'],
  REFUSED: [],
  ENDED: [],
};

describe('the life of an emergency access', () => {
  it.each(states.flatMap((state) => emergencyLifecycle.actions.map((action) => [state, action] as const)))(
    'in %s: %s only where its table says so',
    (state, action) => {
      expect(emergencyLifecycle.can(action, inState(state), now)).toBe(possible[state].includes(action));
    },
  );

  it('is decided by another person, and within a day', () => {
    const access = asked();
    expect(decideEmergencyAccess(access, 'GRANT', { decidedBy: 'amira', now })).toMatchObject({ ok: false });
    expect(decideEmergencyAccess(access, 'GRANT', { decidedBy: 'gaia', now: later(waitsMs) })).toMatchObject({
      ok: false,
    });
    expect(decideEmergencyAccess(access, 'GRANT', { decidedBy: 'gaia', now: later(waitsMs - 1) })).toMatchObject({
      ok: true,
      value: { status: 'GRANTED', decidedBy: 'gaia', expiresAt: later(waitsMs - 1 + lastsMs) },
    });
  });

  it('is over by itself: nothing is read or ended after eight hours', () => {
    const granted = inState('GRANTED');
    expect(emergencyLifecycle.can('READ', granted, later(lastsMs - 1))).toBe(true);
    expect(emergencyLifecycle.can('READ', granted, later(lastsMs))).toBe(false);
    expect(endEmergencyAccess(granted, later(lastsMs))).toMatchObject({ ok: false });
    expect([phaseOf(granted, later(lastsMs)), phaseOf(asked(), later(waitsMs))]).toEqual(['ENDED', 'LAPSED']);
  });

  it('lapses only when nobody decided in time', () => {
    expect(emergencyLifecycle.can('LAPSE', asked(), later(waitsMs))).toBe(true);
    expect(emergencyLifecycle.can('LAPSE', asked(), later(waitsMs - 1))).toBe(false);
  });
});

describe('the student', () => {
  it('is told when it is decided, or at the stated date, and never never', () => {
    expect(toldFrom(asked())).toBeUndefined();
    expect(toldFrom(inState('GRANTED'))).toEqual(now);
    expect(toldFrom({ ...inState('GRANTED'), tellBy: later(5) })).toEqual(later(5));
  });

  it.each([
    [0, false],
    [1, true],
    [28 * 86_400_000, true],
    [28 * 86_400_000 + 1, false],
  ])('may be told later by %d ms: %s', (ms, isTaken) => {
    const tellLater = { ground: 'WOULD_ADD_DANGER', tellBy: later(ms) } as const;
    expect(askEmergencyAccess({ ...request, tellLater }, made).ok).toBe(isTaken);
  });

  it('is not read of without words that say why', () => {
    expect(askEmergencyAccess({ ...request, words: 'urgent' }, made)).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'words', rule: 'TOO_SHORT' }] },
    });
  });
});
