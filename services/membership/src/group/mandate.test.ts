import { describe, expect, it } from '@jest/globals';
import { fixedId, groupId, memberIds } from '../../test/personas.js';
import { addPosition, checkTerm, endMandate, endOf, freeSeat, type Mandate, type Position } from './mandate.js';

const day = (date: string): Date => new Date(`${date}T00:00:00.000Z`);
const position: Position = {
  id: fixedId<'Position'>(1),
  groupId,
  title: 'President',
  kind: 'PRESIDENT',
  seats: 2,
  constituency: undefined,
  removedAt: undefined,
  version: 1,
};
const mandate: Mandate = {
  id: fixedId<'Mandate'>(1),
  positionId: position.id,
  memberId: memberIds.ada,
  seat: 1,
  startsAt: day('2026-10-01'),
  endsAt: day('2027-06-01'),
  endedAt: undefined,
  conferredBy: 'ELECTION',
  version: 1,
};

describe('a mandate', () => {
  it.each([
    ['before it begins', '2026-09-01', '2026-10-01'],
    ['while it runs', '2027-01-01', '2027-01-01'],
    ['when it is over', '2027-06-01', undefined],
  ])('that is ended %s ends in that instant, at its beginning at the earliest, and once', (_when, now, end) => {
    const ended = endMandate(mandate, day(now));
    expect(ended.ok ? endOf(ended.value) : undefined).toEqual(end === undefined ? undefined : day(end));
    if (ended.ok) expect(endMandate(ended.value, endOf(ended.value)).ok).toBe(false);
  });

  it.each([
    ['a year', '2026-10-01', '2027-10-01', []],
    ['no time', '2026-10-01', '2026-10-01', ['CONTRADICTION']],
    ['three years', '2026-10-01', '2029-10-01', ['OUT_OF_RANGE']],
    ['a time that is over', '2025-10-01', '2026-01-01', ['OUT_OF_RANGE']],
  ])('for %s has these problems', (_what, startsAt, endsAt, rules) => {
    const checked = checkTerm({ startsAt: day(startsAt), endsAt: day(endsAt) }, day('2026-09-01'));
    expect(checked.ok ? [] : checked.error.fields.map(({ rule }) => rule)).toEqual(rules);
  });

  it('takes the lowest seat that is free in all of its time', () => {
    const term = { startsAt: day('2026-12-01'), endsAt: day('2027-12-01') };
    const second = { ...mandate, seat: 2, startsAt: day('2027-11-01'), endsAt: day('2028-06-01') };
    expect(freeSeat(position, [], term)).toBe(1);
    expect(freeSeat(position, [mandate], term)).toBe(2);
    expect(freeSeat(position, [mandate, second], term)).toBeUndefined();
    expect(freeSeat(position, [{ ...mandate, endedAt: day('2026-12-01') }, second], term)).toBe(1);
  });
});

describe('a position', () => {
  const draft = { title: ' Welfare lead ', kind: 'OFFICER', seats: 2 } as const;

  it('of a group is never an office of the union, on which rights over everybody hang', () => {
    expect(addPosition(draft, position.id, groupId)).toMatchObject({
      ok: true,
      value: { title: 'Welfare lead', groupId, seats: 2 },
    });
    for (const kind of ['UNION_OFFICER', 'COURSE_REP'] as const)
      expect(addPosition({ ...draft, kind }, position.id, groupId)).toMatchObject({
        ok: false,
        error: { fields: [{ path: 'kind' }] },
      });
  });

  it('has a title and 1 to 50 seats', () => {
    const added = addPosition({ ...draft, title: '', seats: 51 }, position.id, groupId);
    expect(added.ok ? [] : added.error.fields.map(({ path }) => path)).toEqual(['title', 'seats']);
  });
});
