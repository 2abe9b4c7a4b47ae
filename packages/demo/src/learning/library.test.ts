import { describe, expect, it } from '@jest/globals';
import { demoMembers } from '../people/demo-people.js';
import { planDemoUnion } from '../plan-demo-union.js';
import { planDemoLibrary } from './library.js';

describe('the demo library', () => {
  it.each(['2026-01-05T09:00:00Z', '2026-07-31T23:00:00Z', '2028-02-29T12:00:00Z'])('holds together on %s', (date) => {
    const anchor = new Date(date);
    const union = planDemoUnion({ anchor, size: 'small' });
    const { entries, ratings, reports, collections } = planDemoLibrary(union, anchor);
    const members = new Set(union.members.map(({ id }) => id));
    const personas = new Set(Object.values(demoMembers).map(({ memberId }) => memberId));
    expect(entries.map(({ resource }) => resource)).toEqual(union.resources);
    for (const { memberId, authorId, ratedAt, stars } of ratings) {
      expect([members.has(memberId), personas.has(memberId), memberId === authorId]).toEqual([true, false, false]);
      expect(ratedAt.getTime()).toBeLessThanOrEqual(anchor.getTime());
      expect([1, 2, 3, 4, 5]).toContain(stars);
    }
    expect(new Set(ratings.map(({ resourceId, memberId }) => `${resourceId} ${memberId}`)).size).toBe(ratings.length);
    expect(new Set(reports.map(({ resourceId, reporterId }) => `${resourceId} ${reporterId}`)).size).toBe(
      reports.length,
    );
    for (const { resource, revisedAt, status, flaggedAt } of entries) {
      expect(revisedAt === undefined || revisedAt < anchor).toBe(true);
      const open = reports.filter(({ resourceId }) => resourceId === resource.id);
      expect([resource.id, flaggedAt !== undefined]).toEqual([resource.id, open.length > 0]);
      expect([resource.id, status === 'HELD']).toEqual([resource.id, open.length >= 3]);
    }
    expect(collections.filter(({ resourceIds }) => resourceIds.length > 0)).toHaveLength(3);
  });

  it('is the same each time it is planned', () => {
    const anchor = new Date('2026-10-05T09:00:00Z');
    const union = planDemoUnion({ anchor, size: 'small' });
    expect(planDemoLibrary(union, anchor)).toEqual(planDemoLibrary(union, anchor));
  });
});
