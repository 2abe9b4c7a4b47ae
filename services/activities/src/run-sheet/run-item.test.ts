import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { testActivity } from '../../test/organised.js';
import { memberIds } from '../../test/personas.js';
import type { MemberId } from '../references/member.js';
import { checkRunItem, checkRunSheet, type RunItem } from './run-item.js';

const line = (number: number, after: number, minutes: number, memberId?: MemberId): RunItem => ({
  id: `018f0000-0000-7000-8000-0000000000e${number}` as Id<'RunItem'>,
  activityId: testActivity.id,
  title: 'Sound check',
  notes: '',
  place: '',
  memberId,
  startsAt: new Date(testActivity.startsAt.getTime() + after * 60_000),
  minutes,
  version: 1,
});
const warnings = (items: readonly RunItem[]) => checkRunSheet(items, testActivity).map((checked) => checked.warnings);

describe('a run sheet', () => {
  it('warns where one person is in two places at once, and not where one line ends as the next begins', () => {
    const { ada, omar } = memberIds;
    expect(warnings([line(1, 0, 30, ada), line(2, 30, 30, ada)])).toEqual([[], []]);
    expect(warnings([line(1, 0, 31, ada), line(2, 30, 30, ada)])).toEqual([
      ['OVERLAPS_OF_PERSON'],
      ['OVERLAPS_OF_PERSON'],
    ]);
    expect(warnings([line(1, 0, 31, ada), line(2, 30, 30, omar)])).toEqual([[], []]);
    expect(warnings([line(1, 0, 31), line(2, 30, 30)])).toEqual([[], []]);
  });

  it('warns of what lies outside the activity, before it or after', () => {
    expect(warnings([line(1, -10, 10), line(2, 0, 180), line(3, 170, 11)])).toEqual([
      ['OUTSIDE_ACTIVITY'],
      [],
      ['OUTSIDE_ACTIVITY'],
    ]);
  });

  it('refuses a line that lasts no time or longer than a day', () => {
    expect(checkRunItem(line(1, 0, 0))).toMatchObject({ ok: false });
    expect(checkRunItem(line(1, 0, 1441))).toMatchObject({ ok: false });
    expect(checkRunItem(line(1, 0, 1440))).toMatchObject({ ok: true });
  });
});
