import { describe, expect, test } from '@jest/globals';
import { type DemoUnion, planDemoUnion } from './index.js';

const anchor = new Date('2026-11-22T10:00:00Z');
const full = planDemoUnion({ anchor, size: 'full' });

function shareOf<T>(rows: readonly T[], matches: (row: T) => boolean): number {
  return rows.filter(matches).length / rows.length;
}

/** Welcome 2025 began on Monday 15 September; the year of joining that it opened is over. */
const yearOfJoining = full.members.filter(
  ({ joinedAt }) => joinedAt >= new Date('2025-09-15') && joinedAt < new Date('2026-09-01'),
);

describe('the demo union', () => {
  test('is exactly the same for the same anchor and size, in whatever order its parts are read', () => {
    const keys: readonly (keyof DemoUnion)[] = [
      'enrolments',
      'referrals',
      'registrations',
      'members',
      'mandates',
      'resources',
    ];
    const one = planDemoUnion({ anchor, size: 'small' });
    const other = planDemoUnion({ anchor, size: 'small' });
    const backwards = new Map([...keys].reverse().map((key) => [key, JSON.stringify(other[key])]));
    for (const key of keys) expect(JSON.stringify(one[key])).toBe(backwards.get(key));
  });

  test('keeps what has been read', () => {
    expect(full.members).toBe(full.members);
  });

  test('moves with its anchor', () => {
    const later = planDemoUnion({ anchor: new Date('2027-02-01T10:00:00Z'), size: 'small' });
    const upcoming = later.activities.filter(
      ({ startsAt, status }) => status === 'PUBLISHED' && startsAt > new Date('2027-02-01T10:00:00Z'),
    );
    expect(upcoming.length).toBeGreaterThan(5);
  });

  test.each([
    ['small', 10],
    ['full', 1],
  ] as const)('has the numbers of its description at size %s', (size, part) => {
    const union = size === 'full' ? full : planDemoUnion({ anchor, size });
    const numbers = {
      members: 20_000,
      groups: 320,
      groupMemberships: 21_000,
      activities: 2_350,
      registrations: 78_000,
      cases: 700,
      resources: 420,
      enrolments: 3_200,
    };
    for (const [name, expected] of Object.entries(numbers)) {
      const rows = Object.entries({ ...readParts(union) }).find(([key]) => key === name)?.[1] ?? 0;
      expect([name, Math.abs(rows - expected / part) <= (0.03 * expected) / part + 15]).toEqual([name, true]);
    }
    expect([union.departments.length, union.learningPaths.length]).toEqual([12, 24]);
  });

  test('studies, groups and officers are in the proportions of its description', () => {
    expect(shareOf(full.members, ({ level }) => level === 'UNDERGRADUATE')).toBeCloseTo(0.7, 1);
    expect(shareOf(full.members, ({ level }) => level === 'POSTGRADUATE_TAUGHT')).toBeCloseTo(0.22, 1);
    expect(new Set(full.members.map(({ faculty }) => faculty)).size).toBe(9);
    expect(full.groups.filter(({ kind }) => kind === 'CLUB').length).toBe(60);
    const reps = new Set(full.positions.filter(({ kind }) => kind === 'COURSE_REP').map(({ id }) => id));
    const inGroups = new Set(full.positions.filter(({ groupId }) => groupId).map(({ id }) => id));
    const current = full.mandates.filter(({ from, to }) => from <= anchor && anchor < to);
    expect(current.filter(({ positionId }) => reps.has(positionId)).length).toBe(620);
    expect(Math.abs(current.filter(({ positionId }) => inGroups.has(positionId)).length - 1_300)).toBeLessThan(60);
  });

  test('groups are small and large as a log-normal curve says, held by half of the members', () => {
    const sizes = [...Map.groupBy(full.groupMemberships, ({ groupId }) => groupId).values()]
      .map((rows) => rows.length)
      .sort((one, other) => one - other);
    expect(Math.abs((sizes[160] ?? 0) - 35)).toBeLessThan(7);
    expect(Math.abs((sizes[288] ?? 0) - 160)).toBeLessThan(30);
    expect(Math.abs(new Set(full.groupMemberships.map(({ memberId }) => memberId)).size - 10_000)).toBeLessThan(300);
  });

  test('38 % of those who join in a year do so in the welcome fortnight', () => {
    const welcomed = shareOf(yearOfJoining, ({ joinedAt }) => joinedAt < new Date('2025-09-29'));
    expect(Math.abs(welcomed - 0.38)).toBeLessThan(0.03);
  });

  test('about a fifth of limited activities have a waiting list, an eighth of places stay empty, a seventh is given back', () => {
    const waiting = new Set(
      full.registrations.filter(({ status }) => status === 'WAITLISTED').map(({ activityId }) => activityId),
    );
    const limited = full.activities.filter(
      ({ capacity, status }) => capacity !== undefined && (status === 'COMPLETED' || status === 'REPORTED'),
    );
    expect(Math.abs(shareOf(limited, ({ id }) => waiting.has(id)) - 0.22)).toBeLessThan(0.04);
    const ended = full.registrations.filter(({ status }) => status === 'ATTENDED' || status === 'NO_SHOW');
    expect(Math.abs(shareOf(ended, ({ status }) => status === 'NO_SHOW') - 0.12)).toBeLessThan(0.02);
    expect(
      Math.abs(
        shareOf(full.registrations, ({ status }) => ['CANCELLED', 'LATE_CANCELLED', 'WITHDRAWN'].includes(status)) -
          0.14,
      ),
    ).toBeLessThan(0.03);
  });

  test('autumn is busy and summer quiet', () => {
    const inMonth = (month: number) =>
      full.activities.filter(({ startsAt }) => startsAt.getUTCMonth() === month && startsAt < anchor).length;
    expect(inMonth(9)).toBeGreaterThan(5 * inMonth(6));
  });

  test('cases are about what students struggle with, and housing peaks in October', () => {
    expect(Math.abs(shareOf(full.cases, ({ matter }) => matter === 'HOUSING') - 0.3)).toBeLessThan(0.05);
    expect(Math.abs(shareOf(full.cases, ({ matter }) => matter === 'ACADEMIC') - 0.32)).toBeLessThan(0.05);
    const early = shareOf(full.cases, ({ stage }) => stage === 'ADVICE' || stage === 'EARLY_RESOLUTION');
    expect(Math.abs(early - 0.72)).toBeLessThan(0.05);
    const housing = full.cases.filter(({ matter }) => matter === 'HOUSING');
    const months = Map.groupBy(housing, ({ openedAt }) => openedAt.getUTCMonth());
    const busiest = [...months].sort(([, one], [, other]) => other.length - one.length)[0]?.[0];
    expect(busiest).toBe(9);
  });

  test('two in five enrolments are completed', () => {
    expect(Math.abs(shareOf(full.enrolments, ({ status }) => status === 'COMPLETED') - 0.41)).toBeLessThan(0.02);
  });

  test('is written in English and Chinese without a gap left open', () => {
    const { members, groups, activities, cases, referrals, resources, learningPaths } = full;
    expect(JSON.stringify({ members, groups, activities, cases, referrals, resources, learningPaths })).not.toMatch(
      /\{\w+\}(?!,)|undefined|lorem/iu,
    );
    expect(resources.filter(({ language }) => language === 'zh-Hans').length).toBeGreaterThan(80);
    expect(new Set(resources.map(({ title }) => title)).size).toBe(resources.length);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
  });
});

function readParts({
  members,
  groups,
  groupMemberships,
  activities,
  registrations,
  cases,
  resources,
  enrolments,
}: DemoUnion) {
  return {
    members: members.length,
    groups: groups.length,
    groupMemberships: groupMemberships.length,
    activities: activities.length,
    registrations: registrations.length,
    cases: cases.length,
    resources: resources.length,
    enrolments: enrolments.length,
  };
}
