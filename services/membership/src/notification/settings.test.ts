import { describe, expect, it } from '@jest/globals';
import { fixedId } from '../../test/personas.js';
import { notificationReasons, canSwitchOff, isHarmless, reasonsOf, topics } from './reason.js';
import {
  answerCode,
  changeChoices,
  codesPerDayMax,
  codeTriesMax,
  isReachable,
  proposeAddress,
  readToken,
  settingsOf,
  type NotificationSettings,
} from './settings.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const later = new Date('2026-10-05T09:31:00.000Z');
const start = settingsOf(fixedId<'Member'>(1), 'secret');
const proposed = (settings: NotificationSettings = start, day = '2026-10-05') =>
  proposeAddress(settings, 'ada@example.org', { now, day });
const waiting = (): NotificationSettings => {
  const result = proposed();
  if (!result.ok) throw new Error('the address is fine');
  return result.value;
};

describe('a mail address', () => {
  it('counts only once its code came back in time', () => {
    expect(isReachable(waiting())).toBe(false);
    expect(answerCode(waiting(), true, now)).toMatchObject({
      isConfirmed: true,
      settings: { address: 'ada@example.org' },
    });
    expect(answerCode(waiting(), true, later)).toMatchObject({ isConfirmed: false, settings: { address: undefined } });
    expect(answerCode(start, true, now).isConfirmed).toBe(false);
  });

  it('takes so many wrong codes and then no right one either', () => {
    let settings = waiting();
    for (let tries = 0; tries < codeTriesMax; tries += 1) ({ settings } = answerCode(settings, false, now));
    expect(settings.proposed?.tries).toBe(codeTriesMax);
    expect(answerCode(settings, true, now).isConfirmed).toBe(false);
  });

  it('can be proposed so often on one day of the campus, and again on the next', () => {
    const full = { ...start, codesDay: '2026-10-05', codesSent: codesPerDayMax };
    expect(proposed(full)).toMatchObject({ ok: false, error: { __typename: 'LimitReachedError' } });
    expect(proposed(full, '2026-10-06')).toMatchObject({ ok: true, value: { codesSent: 1 } });
  });

  it('leaves the one in use alone until it is confirmed', () => {
    const settings = { ...waiting(), address: 'old@example.org' };
    expect(isReachable(settings)).toBe(true);
    expect(answerCode(settings, false, now).settings.address).toBe('old@example.org');
    expect(answerCode({ ...settings, bounces: 3, isStopped: true }, true, now).settings).toMatchObject({
      bounces: 0,
      isStopped: false,
    });
  });
});

describe('what a member chose', () => {
  it('can switch off only what asks nothing of them and decides nothing about them', () => {
    for (const topic of topics) {
      const preferences = [{ topic, isTold: false, mail: 'NEVER' as const }];
      expect(changeChoices(start, { ...start, preferences }).ok).toBe(canSwitchOff(topic));
      expect(canSwitchOff(topic)).toBe(reasonsOf(topic).some(isHarmless));
    }
    for (const topic of ['HELP', 'OFFICES', 'ACCOUNT'] as const) expect(canSwitchOff(topic)).toBe(false);
    for (const reason of ['POST_REMOVED', 'MEMBERSHIP_STATUS', 'GROUP_REMOVED', 'HELP_MATCHED'] as const)
      expect(isHarmless(reason)).toBe(false);
  });

  it('names each field that is wrong, and keeps the topics that were not named', () => {
    const twice = [
      { topic: 'POSTS', isTold: true, mail: 'NEVER' },
      { topic: 'POSTS', isTold: true, mail: 'DIGEST' },
    ] as const;
    const wrong = changeChoices(start, { ...start, quietFrom: 24, quietUntil: -1, preferences: twice });
    expect(wrong.ok ? [] : wrong.error.fields.map(({ path }) => path)).toEqual([
      'quietFrom',
      'quietUntil',
      'preferences.1.topic',
    ]);
    const changed = changeChoices(start, { ...start, preferences: [{ topic: 'POSTS', isTold: false, mail: 'NEVER' }] });
    expect(changed.ok && changed.value.preferences.map(({ topic, isTold }) => [topic, isTold])).toEqual(
      topics.map((topic) => [topic, topic !== 'POSTS']),
    );
  });

  it('covers every reason by exactly one topic', () => {
    expect(topics.flatMap(reasonsOf).toSorted()).toEqual([...notificationReasons].toSorted());
  });
});

describe('an unsubscribe token', () => {
  it('has two parts and no more', () => {
    expect(readToken('a.b')).toEqual({ memberId: 'a', signature: 'b' });
    for (const text of ['', 'a', 'a.b.c']) expect(readToken(text)).toBeUndefined();
  });
});
