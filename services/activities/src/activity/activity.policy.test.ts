import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { groupId, memberIds, personas } from '../../test/personas.js';
import { activityLifecycle, type Activity, type ActivityAction, type TeamRole } from './activity.js';
import { activityPolicy, isOnTeam, seesActivity, visibleActivities } from './activity.policy.js';
import { completeFacts } from './risk.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const activity: Activity = {
  id: '018f0000-0000-7000-8000-000000000001' as Id<'Activity'>,
  groupId,
  organiserId: memberIds.ada,
  team: [],
  title: 'Games night',
  summary: 'Bring a game, or play ours.',
  kind: 'SOCIAL',
  status: 'SUBMITTED',
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
  publishedAt: undefined,
  postponedAt: undefined,
  report: undefined,
  version: 1,
};

const runs: readonly ActivityAction[] = ['EDIT', 'SUBMIT', 'PUBLISH', 'POSTPONE', 'CANCEL', 'REPORT'];
const door: readonly ActivityAction[] = ['READ_DOOR_LIST', 'CHECK_IN', 'CLOSE_ATTENDANCE'];
const judges: readonly ActivityAction[] = ['REQUEST_CHANGES', 'APPROVE', 'DECLINE'];

/** Which actions each role has on a submitted activity of the group, which ada organises. */
const granted: Readonly<Record<keyof typeof personas, readonly ActivityAction[]>> = {
  stranger: ['REGISTER'],
  member: ['REGISTER'],
  officer: [...runs, ...door, 'REGISTER'],
  unionOfficer: [...runs, ...judges, 'REGISTER'],
  bothOfficer: [...runs, ...door, 'REGISTER'],
  admin: [],
  machine: [],
  anonymous: [],
  system: [],
};

describe('rights over an activity', () => {
  it.each(Object.keys(personas) as (keyof typeof personas)[])('give %s what the table says', (role) => {
    const has = activityLifecycle.actions.filter((action) => activityPolicy.can(personas[role], action, activity));
    expect([...has].sort()).toEqual([...granted[role]].sort());
  });

  it('let the organiser edit a draft, and nobody approve what they organise', () => {
    expect(activityPolicy.can(personas.member, 'EDIT', { ...activity, status: 'DRAFT' })).toBe(true);
    expect(activityPolicy.can(personas.member, 'EDIT', { ...activity, status: 'PUBLISHED' })).toBe(false);
    expect(activityPolicy.can(personas.unionOfficer, 'APPROVE', { ...activity, organiserId: memberIds.uma })).toBe(
      false,
    );
  });

  const leading: readonly ActivityAction[] = [...runs.filter((action) => action !== 'SUBMIT'), ...door, 'REGISTER'];
  it.each<readonly [TeamRole, readonly ActivityAction[], boolean]>([
    ['LEAD', leading, true],
    ['COORDINATOR', leading, true],
    ['CREW', ['READ_DOOR_LIST', 'CHECK_IN', 'REGISTER'], false],
    ['WELFARE_LEAD', ['REGISTER'], false],
  ])('give a %s of the team what running it takes, but for speaking for the group', (role, actions, organises) => {
    const led = { ...activity, team: [{ memberId: memberIds.rosa, role }] };
    const has = activityLifecycle.actions.filter((action) => activityPolicy.can(personas.stranger, action, led));
    expect([...has].sort()).toEqual([...actions].sort());
    expect(activityPolicy.canOrganise(personas.stranger, led)).toBe(organises);
    expect(activityPolicy.canSeePapers(personas.stranger, led)).toBe(true);
    expect(seesActivity(personas.stranger, led)).toBe(true);
    expect(seesActivity(personas.stranger, activity)).toBe(false);
    expect(isOnTeam(personas.stranger, led, 'LEAD', role)).toBe(true);
    expect(isOnTeam(personas.member, led)).toBe(false);
  });

  it.each<TeamRole>(['LEAD', 'COORDINATOR', 'CREW', 'WELFARE_LEAD'])('let no %s of the team judge it', (role) => {
    const led = { ...activity, team: [{ memberId: memberIds.uma, role }] };
    for (const action of judges) expect(activityPolicy.can(personas.unionOfficer, action, led)).toBe(false);
  });

  it.each<readonly [keyof typeof personas, boolean, boolean]>([
    ['stranger', false, false],
    ['member', true, true],
    ['officer', true, true],
    ['unionOfficer', true, true],
    ['bothOfficer', true, true],
    ['admin', false, false],
    ['machine', false, false],
    ['anonymous', false, false],
    ['system', false, false],
  ])('let %s draft: %s, and read the papers: %s', (role, draft, papers) => {
    expect(activityPolicy.canDraft(personas[role], groupId)).toBe(draft);
    expect(activityPolicy.canSeePapers(personas[role], activity)).toBe(papers);
  });

  it('show unpublished activities to those who run or judge them', () => {
    expect(visibleActivities(personas.unionOfficer)).toEqual({ unpublished: 'all' });
    expect(visibleActivities(personas.officer)).toEqual({
      unpublished: { groupIds: [groupId], organiserId: memberIds.omar },
    });
    const successor = { ...personas.stranger, shadowedGroupIds: [groupId] };
    expect(visibleActivities(successor)).toEqual({
      unpublished: { groupIds: [groupId], organiserId: memberIds.rosa },
    });
    expect(visibleActivities(personas.anonymous)).toEqual({ unpublished: { groupIds: [], organiserId: undefined } });
  });
});
