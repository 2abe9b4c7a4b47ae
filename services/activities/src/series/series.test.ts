import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { testActivity } from '../../test/organised.js';
import { groupId, memberIds } from '../../test/personas.js';
import { contentOf } from '../template/template.js';
import { datesOf, editSeries, endSeries, seriesLifecycle, skipDate, startSeries, type Series } from './series.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const start = {
  id: '018f0000-0000-7000-8000-0000000000aa' as Id<'ActivitySeries'>,
  groupId,
  keeperId: memberIds.ada,
  rule: 'freq=weekly;count=4',
  firstOn: '2026-10-12',
  startTime: '18:00',
  zone: 'Europe/London',
  content: contentOf({ activity: testActivity, tasks: [], runSheet: [] }),
};
const begun = (changes: Partial<typeof start> = {}): Series => {
  const started = startSeries({ ...start, ...changes }, now);
  if (!started.ok) throw new Error('the series does not start');
  return started.value;
};
const problem = (rule: string) => {
  const started = startSeries({ ...start, rule }, now);
  return started.ok ? undefined : started.error.fields?.map(({ rule: broken }) => broken);
};

describe('a series', () => {
  it('keeps its hour on campus over the change of clocks and knows its end', () => {
    const series = begun();
    expect(datesOf(series).map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-10-12T17:00:00.000Z',
      '2026-10-19T17:00:00.000Z',
      '2026-10-26T18:00:00.000Z',
      '2026-11-02T18:00:00.000Z',
    ]);
    expect(series.lastsUntil.toISOString()).toBe('2026-11-02T18:00:00.000Z');
  });

  it('does not start under a rule that is no rule, misses its first date, or has one date', () => {
    expect(problem('every week')).toEqual(['BAD_FORMAT']);
    expect(problem('FREQ=WEEKLY;BYDAY=TU')).toEqual(['CONTRADICTION']);
    expect(problem('FREQ=WEEKLY;COUNT=1')).toEqual(['OUT_OF_RANGE']);
    expect(startSeries({ ...start, firstOn: '2025-10-13' }, now).ok).toBe(false);
  });

  it('leaves out a date to come once, and no other day', () => {
    const series = begun();
    const skipped = skipDate(series, '2026-10-19', now);
    expect(skipped).toMatchObject({ ok: true, value: { skipped: ['2026-10-19'] } });
    expect(skipped.ok && skipDate(skipped.value, '2026-10-19', now)).toMatchObject({
      value: { skipped: ['2026-10-19'] },
    });
    expect(skipDate(series, '2026-10-20', now).ok).toBe(false);
    expect(skipDate(series, '2026-10-12', new Date('2026-10-13T00:00:00.000Z')).ok).toBe(false);
  });

  it('checks what it drafts from now on', () => {
    const series = begun();
    expect(editSeries(series, { startTime: '19:30', minutes: 60 }, now)).toMatchObject({
      value: { startTime: '19:30', content: { minutes: 60 } },
    });
    for (const changes of [{ title: '' }, { summary: 'no' }, { place: '' }, { minutes: 0 }, { startTime: '25:00' }])
      expect(editSeries(series, changes, now).ok).toBe(false);
  });

  it.each([
    ['running', {}, now, ['SKIP_DATE', 'EDIT', 'END']],
    ['with its last date begun', {}, new Date('2026-11-02T18:00:00.000Z'), []],
    ['ended', { endedAt: now }, now, []],
  ])('%s allows just what is due', (_name, changes: Partial<Series>, at, allowed) => {
    const series = { ...begun(), ...changes };
    expect((['SKIP_DATE', 'EDIT', 'END'] as const).filter((action) => seriesLifecycle.can(action, series, at))).toEqual(
      allowed,
    );
    expect(endSeries(series, at).ok).toBe(allowed.length > 0);
  });
});
