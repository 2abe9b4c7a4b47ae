import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { groupId, memberIds, personas } from '../../test/personas.js';
import { sampleActivity } from '../../test/sample-activity.js';
import type { Activity } from '../activity/activity.js';
import { afterTermDays, currentStrikeRules, strikeRulesOf, strikeStepOf } from './strike-rules.js';
import {
  appealStrike,
  counts,
  decideStrike,
  giveStrike,
  isLateForNobody,
  strikeLifecycle,
  strikeWords,
  takeBackStrike,
  type Strike,
  type StrikeAction,
  type StrikeStatus,
} from './strike.js';
import { strikePolicy, visibleStrikes } from './strike.policy.js';

const zone = 'Europe/London';
const now = new Date('2026-10-05T09:00:00.000Z');
const activity: Activity = { ...sampleActivity, groupId, organiserId: memberIds.omar };
const registration = { id: '018f0000-0000-7000-8000-0000000000d1' as Id<'Registration'>, memberId: memberIds.ada };
const given = (kind: 'LATE_CANCEL' | 'NO_SHOW' = 'NO_SHOW'): Strike =>
  giveStrike(
    kind,
    { registration, activity },
    { id: '018f0000-0000-7000-8000-0000000000e1' as Id<'Strike'>, now, zone },
  );

/** Every pair that is not here must be refused. */
const legal: Readonly<Record<StrikeStatus, Partial<Record<StrikeAction, StrikeStatus>>>> = {
  GIVEN: { APPEAL: 'APPEALED', TAKE_BACK: 'TAKEN_BACK' },
  APPEALED: { UPHOLD: 'UPHELD', CORRECT_ATTENDANCE: 'WON', EXCUSE: 'WON', TAKE_BACK: 'TAKEN_BACK' },
  UPHELD: { TAKE_BACK: 'TAKEN_BACK' },
  WON: {},
  TAKEN_BACK: {},
};
const pairs = strikeLifecycle.states.flatMap((status) =>
  strikeLifecycle.actions.map((action) => [status, action] as const),
);

describe('a strike', () => {
  it.each(pairs)('from %s, %s leads where the table says', (status, action) => {
    const next = strikeLifecycle.next(action, { ...given(), status }, now);
    expect(next.ok ? next.value : undefined).toBe(legal[status][action]);
  });

  it('weighs and lasts as the rules of its version say, and no day of a vacation counts', () => {
    expect(given('LATE_CANCEL')).toMatchObject({ weight: 1, expiresAt: new Date('2026-11-04T23:59:59.999Z') });
    expect(given('NO_SHOW')).toMatchObject({ weight: 2, expiresAt: new Date('2026-12-04T23:59:59.999Z') });
    const beforeChristmas = new Date('2026-12-10T12:00:00.000Z');
    expect(afterTermDays(beforeChristmas, 3, currentStrikeRules, zone)).toEqual(new Date('2027-01-12T23:59:59.999Z'));
    expect(() => strikeRulesOf({ rulesVersion: 0 })).toThrow('no strike rules');
  });

  it('counts until it is over, and not while an appeal waits nor once it was won', () => {
    const { expiresAt } = given();
    const before = new Date(expiresAt.getTime() - 1);
    const countsAs = (status: StrikeStatus) => counts({ ...given(), status }, before);
    expect(strikeLifecycle.states.filter(countsAs)).toEqual(['GIVEN', 'UPHELD']);
    expect(counts(given(), expiresAt)).toBe(false);
  });

  it('delays registration and lowers the weight in a draw by steps, and a light one does nothing', () => {
    expect([0, 2, 3, 4, 5, 99].map((weight) => strikeStepOf(weight))).toMatchObject([
      { delayMinutes: 0, drawPercent: 100 },
      { delayMinutes: 0, drawPercent: 100 },
      { delayMinutes: 60, drawPercent: 75 },
      { delayMinutes: 60, drawPercent: 75 },
      { delayMinutes: 1440, drawPercent: 50 },
      { delayMinutes: 1440, drawPercent: 50 },
    ]);
  });

  it('is for a seat that is given back late and that nobody has in its place', () => {
    const late = new Date(activity.startsAt.getTime() - 3_600_000);
    const early = new Date(activity.startsAt.getTime() - 72 * 3_600_000);
    expect(isLateForNobody(activity, { taken: 3, waiting: 0 }, late)).toBe(true);
    expect(isLateForNobody(activity, { taken: 3, waiting: 1 }, late)).toBe(false);
    expect(isLateForNobody({ ...activity, capacity: 2 }, { taken: 3, waiting: 1 }, late)).toBe(true);
    expect(isLateForNobody(activity, { taken: 3, waiting: 0 }, early)).toBe(false);
  });

  it('is appealed against in words, once, and not for ever', () => {
    const { min, max } = strikeWords.appeal;
    expect(appealStrike(given(), 'x'.repeat(min - 1), now)).toMatchObject({ error: { fields: [{ path: 'words' }] } });
    expect(appealStrike(given(), 'x'.repeat(max + 1), now).ok).toBe(false);
    const appealed = appealStrike(given(), ' I was there, at the back. ', now);
    expect(appealed).toMatchObject({
      value: { status: 'APPEALED', words: 'I was there, at the back.', appealedAt: now },
    });
    expect(appealStrike(given(), 'x'.repeat(max), given().appealUntil)).toMatchObject({
      error: { __typename: 'IllegalTransitionError' },
    });
  });

  it('is decided with reasons; that somebody was there is found for a seat that was not used alone', () => {
    const appealed: Strike = {
      ...given('LATE_CANCEL'),
      status: 'APPEALED',
      words: 'I was ill that day.',
      appealedAt: now,
    };
    const by = { deciderId: memberIds.uma, now };
    expect(decideStrike(appealed, { decision: 'EXCUSE', reasons: ' Ill. ' }, by)).toMatchObject({
      value: { status: 'WON', reasons: 'Ill.', deciderId: memberIds.uma, decidedAt: now },
    });
    expect(decideStrike(appealed, { decision: 'UPHOLD', reasons: '' }, by)).toMatchObject({
      error: { fields: [{ path: 'reasons' }] },
    });
    expect(decideStrike(appealed, { decision: 'CORRECT_ATTENDANCE', reasons: 'There.' }, by)).toMatchObject({
      error: { __typename: 'IllegalTransitionError' },
    });
  });

  it('is taken back by a correction, and stays as it is when it was won', () => {
    expect(takeBackStrike(given(), now).status).toBe('TAKEN_BACK');
    const won: Strike = { ...given(), status: 'WON' };
    expect(takeBackStrike(won, now)).toBe(won);
  });
});

describe('who may do what to a strike of ada’s', () => {
  const strike: Strike = { ...given(), status: 'APPEALED', words: 'I was there, at the back.', appealedAt: now };
  const whoMay = (action: StrikeAction, facts = { strike, activity }) =>
    Object.entries(personas).flatMap(([name, actor]) => (strikePolicy.can(actor, action, facts) ? [name] : []));
  const expected: Readonly<Record<StrikeAction, readonly string[]>> = {
    APPEAL: ['member'],
    UPHOLD: ['unionOfficer'],
    CORRECT_ATTENDANCE: ['unionOfficer'],
    EXCUSE: ['unionOfficer'],
    TAKE_BACK: ['system'],
  };

  it.each(strikeLifecycle.actions)('%s is for exactly these', (action) => {
    expect(whoMay(action)).toEqual(expected[action]);
  });

  it('nobody decides about themselves, nor over what they organise or help with', () => {
    const own = { strike: { ...strike, memberId: memberIds.uma }, activity };
    expect(whoMay('EXCUSE', own)).toEqual([]);
    const organised = { strike, activity: { ...activity, organiserId: memberIds.uma } };
    expect(whoMay('EXCUSE', organised)).toEqual([]);
    const helped = { strike, activity: { ...activity, team: [{ memberId: memberIds.uma, role: 'CREW' as const }] } };
    expect(whoMay('EXCUSE', helped)).toEqual([]);
  });

  it('is seen by her, and by union officers as far as they decide', () => {
    expect(visibleStrikes(personas.officer).decides).toBeUndefined();
    expect(visibleStrikes(personas.unionOfficer).decides).toEqual({ deciderId: memberIds.uma, exceptGroupIds: [] });
    expect(visibleStrikes(personas.bothOfficer).decides).toEqual({
      deciderId: memberIds.una,
      exceptGroupIds: [groupId],
    });
    expect(visibleStrikes(personas.admin)).toEqual({ memberId: undefined, decides: undefined });
  });
});
