import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { groupId, memberIds, personas } from '../../test/personas.js';
import type { Activity } from '../activity/activity.js';
import { completeFacts } from '../activity/risk.js';
import { registrationLifecycle, type Registration, type RegistrationAction } from './registration.js';
import { registrationPolicy, visibleRegistrations } from './registration.policy.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const activity: Activity = {
  id: '018f0000-0000-7000-8000-000000000001' as Id<'Activity'>,
  groupId,
  organiserId: memberIds.omar,
  title: 'Games night',
  summary: 'Bring a game, or play ours.',
  kind: 'SOCIAL',
  status: 'PUBLISHED',
  statusReason: undefined,
  place: 'Union Hall',
  startsAt: now,
  endsAt: now,
  registrationOpensAt: now,
  registrationClosesAt: now,
  capacity: 20,
  facts: completeFacts({ expectedAttendees: 20 }),
  riskTier: 0,
  rulesVersion: 1,
  publishedAt: now,
  postponedAt: undefined,
  report: undefined,
  version: 1,
};
const registrationOf = (memberId: Id<'Member'>): Registration => ({
  id: '018f0000-0000-7000-8000-000000000004' as Id<'Registration'>,
  activityId: activity.id,
  memberId,
  status: 'CONFIRMED',
  statusReason: undefined,
  queuedAt: now,
  checkedInAt: undefined,
  version: 1,
});

/** Which actions each role has on ada's registration; ada is the ordinary member. */
const granted: Readonly<Record<keyof typeof personas, readonly RegistrationAction[]>> = {
  stranger: [],
  member: ['CANCEL', 'LEAVE_WAITING_LIST'],
  officer: ['CHECK_IN', 'MARK_ATTENDED', 'MARK_ABSENT', 'REMOVE'],
  unionOfficer: [],
  bothOfficer: ['CHECK_IN', 'MARK_ATTENDED', 'MARK_ABSENT', 'REMOVE'],
  admin: [],
  machine: [],
  anonymous: [],
  system: ['PROMOTE', 'ATTEND', 'MISS', 'VOID'],
};

describe('rights over a registration', () => {
  it.each(Object.keys(personas) as (keyof typeof personas)[])('give %s what the table says', (role) => {
    const facts = { registration: registrationOf(memberIds.ada), activity };
    expect(
      registrationLifecycle.actions.filter((action) => registrationPolicy.can(personas[role], action, facts)),
    ).toEqual(granted[role]);
  });

  it('let no officer correct their own attendance', () => {
    const own = { registration: registrationOf(memberIds.omar), activity };
    expect(registrationPolicy.can(personas.officer, 'MARK_ATTENDED', own)).toBe(false);
    expect(registrationPolicy.can(personas.officer, 'CANCEL', own)).toBe(true);
  });

  it('show rows to their owner and to the group’s officers, and to no union officer', () => {
    expect(visibleRegistrations(personas.unionOfficer)).toEqual({ memberId: memberIds.uma, groupIds: [] });
    expect(visibleRegistrations(personas.officer)).toEqual({ memberId: memberIds.omar, groupIds: [groupId] });
    expect(visibleRegistrations(personas.system)).toBe('all');
  });
});
