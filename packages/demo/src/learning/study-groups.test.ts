import { describe, expect, it } from '@jest/globals';
import { planDemoConnections } from '../connections/connections.js';
import { demoMembers } from '../people/demo-people.js';
import { planDemoUnion } from '../plan-demo-union.js';
import { planDemoMentoring, rosasOffer } from './mentors.js';
import { adasStudyGroup, planDemoStudyGroups } from './study-groups.js';

describe.each(['2026-10-05T09:00:00.000Z', '2027-03-28T23:30:00.000Z'])('study groups and mentoring at %s', (at) => {
  const options = { anchor: new Date(at), size: 'small' } as const;
  const union = planDemoUnion(options);
  const { blocks } = planDemoConnections(union, options);
  const groups = planDemoStudyGroups(union, blocks, options);
  const { offers, pairs } = planDemoMentoring(union, blocks, options);
  const apart = new Set(
    blocks.flatMap(({ blockerId, blockedId }) => [`${blockerId}${blockedId}`, `${blockedId}${blockerId}`]),
  );

  it('are as many as the union has, the same again, and Ada sits in one that Rosa organises', () => {
    expect(groups).toHaveLength(26);
    expect(planDemoStudyGroups(union, blocks, options)).toEqual(groups);
    const named = groups.find(({ id }) => id === adasStudyGroup);
    expect(named?.places.slice(0, 2).map(({ memberId }) => memberId)).toEqual([
      demoMembers.rosa.memberId,
      demoMembers.ada.memberId,
    ]);
    expect(offers[0]).toMatchObject({ id: rosasOffer, status: 'OPEN' });
  });

  it('seat nobody twice, nobody beyond the seats, nobody before the group, and no pair that a block keeps apart', () => {
    for (const { places, capacity, membersMin, status, foundedAt } of groups) {
      const ids = places.map(({ memberId }) => memberId);
      const seats = places.filter((place) => place.status === 'SEATED').length;
      expect(new Set(ids).size).toBe(ids.length);
      expect(seats).toBeLessThanOrEqual(capacity);
      if (status !== 'FORMING') expect(seats).toBeGreaterThanOrEqual(membersMin);
      expect(ids.some((one) => ids.some((other) => apart.has(`${one}${other}`)))).toBe(false);
      expect(places.every(({ since }) => since >= foundedAt && since <= options.anchor)).toBe(true);
    }
  });

  it('pair mentors with others, one each, in the past', () => {
    expect(new Set(offers.map(({ memberId }) => memberId)).size).toBe(offers.length);
    for (const { mentorId, menteeId, askedAt, answerUntil, endedAt = askedAt } of pairs) {
      expect([mentorId !== menteeId, apart.has(`${mentorId}${menteeId}`)]).toEqual([true, false]);
      expect(askedAt <= options.anchor && endedAt <= options.anchor && answerUntil > options.anchor).toBe(true);
    }
  });
});
