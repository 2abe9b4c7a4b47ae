import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { groupId, memberIds, personas } from '../../test/personas.js';
import type { Activity } from '../activity/activity.js';
import { completeFacts } from '../activity/risk.js';
import { registrationLifecycle, type RegistrationAction } from './registration-lifecycle.js';
import { newRegistration, type Registration } from './registration.js';
import { registrationPolicy, visibleRegistrations } from './registration.policy.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const activity: Activity = {
  id: '018f0000-0000-7000-8000-000000000001' as Id<'Activity'>,
  groupId,
  organiserId: memberIds.omar,
  team: [],
  title: 'Games night',
  summary: 'Bring a game, or play ours.',
  kind: 'SOCIAL',
  status: 'PUBLISHED',
  statusReason: undefined,
  place: 'Union Hall',
  venueId: undefined,
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
const registrationOf = (memberId: Id<'Member'>): Registration =>
  newRegistration({
    id: '018f0000-0000-7000-8000-000000000004' as Id<'Registration'>,
    activityId: activity.id,
    memberId,
    status: 'CONFIRMED',
    queuedAt: now,
  });
const door: readonly RegistrationAction[] = ['CHECK_IN', 'UNDO_CHECK_IN', 'CHECK_OUT', 'UNDO_CHECK_OUT'];
const officer: readonly RegistrationAction[] = [...door, 'MARK_ATTENDED', 'MARK_ABSENT', 'EXCUSE', 'REMOVE'];

/** Which actions each role has on ada's registration; ada is the ordinary member. */
const granted: Readonly<Record<keyof typeof personas, readonly RegistrationAction[]>> = {
  stranger: [],
  member: ['CANCEL', 'LEAVE_WAITING_LIST', 'LEAVE_DRAW', 'ACCEPT', 'DECLINE'],
  officer,
  unionOfficer: [],
  bothOfficer: officer,
  admin: [],
  machine: [],
  anonymous: [],
  system: ['DRAW', 'PROMOTE', 'EXPIRE', 'ATTEND', 'MISS', 'VOID'],
};

describe('rights over a registration', () => {
  it.each(Object.keys(personas) as (keyof typeof personas)[])('give %s what the table says', (role) => {
    const facts = { registration: registrationOf(memberIds.ada), activity };
    expect(
      registrationLifecycle.actions.filter((action) => registrationPolicy.can(personas[role], action, facts)),
    ).toEqual(granted[role]);
  });

  it('let crew keep the door and nothing else, and whoever leads or coordinates do what officers do', () => {
    const of = (role: 'LEAD' | 'COORDINATOR' | 'CREW' | 'WELFARE_LEAD') => {
      const facts = {
        registration: registrationOf(memberIds.omar),
        activity: { ...activity, team: [{ memberId: memberIds.ada, role }] },
      };
      return registrationLifecycle.actions.filter((action) => registrationPolicy.can(personas.member, action, facts));
    };
    expect(of('CREW')).toEqual(door);
    expect(of('LEAD')).toEqual(officer);
    expect(of('COORDINATOR')).toEqual(officer);
    expect(of('WELFARE_LEAD')).toEqual([]);
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
