import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { actors, groupId, memberIds, whoMay } from '../../test/personas.js';
import { needsEndAt, unmetNeeds, type NeedsOccasion } from './activity-needs.js';
import { activityNeedsPolicy } from './activity-needs.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const occasion: NeedsOccasion = {
  activityId: '018f0000-0000-7000-8000-0000000000c1' as Id<'Activity'>,
  groupId,
  endsAt: new Date('2026-10-06T09:00:00Z'),
  isOpen: true,
  accessFeatures: ['STEP_FREE', 'HEARING_LOOP'],
  organiserIds: [memberIds.rosa],
  welfareLeadIds: [memberIds.mo],
};

describe('who may do what about needs at an activity', () => {
  it('members share, those who organise it count, and its welfare leads read names', () => {
    expect(whoMay((actor) => activityNeedsPolicy.canShare(actor, occasion, now))).toEqual([
      'ada',
      'omar',
      'uma',
      'rosa',
      'mo',
    ]);
    expect(whoMay((actor) => activityNeedsPolicy.canSeeCounts(actor, occasion, now))).toEqual(['omar', 'rosa', 'mo']);
    expect(whoMay((actor) => activityNeedsPolicy.canReadNames(actor, occasion, now))).toEqual(['mo']);
  });

  it('nobody does once it is called off, nor from seven days after its end', () => {
    const off = { ...occasion, isOpen: false };
    const end = needsEndAt(occasion);
    expect(end).toEqual(new Date('2026-10-13T09:00:00Z'));
    for (const right of ['canShare', 'canSeeCounts', 'canReadNames'] as const) {
      expect(whoMay((actor) => activityNeedsPolicy[right](actor, off, now))).toEqual([]);
      expect(whoMay((actor) => activityNeedsPolicy[right](actor, occasion, end))).toEqual([]);
    }
    const lastMoment = new Date(end.getTime() - 1);
    expect(activityNeedsPolicy.canReadNames(actors.mo, occasion, lastMoment)).toBe(true);
    expect(activityNeedsPolicy.canShare(actors.ada, occasion, occasion.endsAt)).toBe(false);
  });
});

describe('a venue', () => {
  it('fails those who need a feature that it does not have, and nobody where it is not known', () => {
    expect(unmetNeeds(['STEP_FREE', 'HEARING_LOOP'])).toEqual(['SIGN_LANGUAGE', 'QUIET_SPACE']);
    expect(unmetNeeds([])).toContain('WHEELCHAIR_SPACE');
    expect(unmetNeeds(undefined)).toEqual([]);
  });
});
