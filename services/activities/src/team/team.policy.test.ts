import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { groupId, memberIds, personas } from '../../test/personas.js';
import type { Activity, TeamRole } from '../activity/activity.js';
import { testActivity } from '../../test/organised.js';
import { budgetState } from '../budget/budget.js';
import { taskPolicy } from '../task/task.policy.js';
import { taskLifecycle, type TaskAction, type TeamTask } from '../task/task.js';
import { templatePolicy } from '../template/template.policy.js';
import { teamPolicy, visibleTeams } from './team.policy.js';
import { askOntoTeam, teamLifecycle, type TeamAction, type TeamFacts } from './team.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const activity: Activity = { ...testActivity, team: [{ memberId: memberIds.omar, role: 'LEAD' }] };
const place = askOntoTeam(
  {
    id: '018f0000-0000-7000-8000-0000000000d1' as Id<'TeamPlace'>,
    activityId: activity.id,
    memberId: memberIds.rosa,
    role: 'CREW',
  },
  now,
);
const facts: TeamFacts = { place, activity };

/** Which actions each role has on the place that rosa, here the stranger, was asked to take. */
const granted: Readonly<Record<keyof typeof personas, readonly TeamAction[]>> = {
  stranger: ['ACCEPT', 'DECLINE', 'LEAVE'],
  member: [],
  officer: ['REMOVE'],
  unionOfficer: ['REMOVE', 'CORRECT_LEADING'],
  bothOfficer: ['REMOVE'],
  admin: [],
  machine: [],
  anonymous: [],
  system: [],
};
const roles = Object.keys(personas) as (keyof typeof personas)[];

describe('rights over a place on a team', () => {
  it.each(roles)('give %s what the table says', (role) => {
    const has = teamLifecycle.actions.filter((action) => teamPolicy.can(personas[role], action, facts));
    expect([...has].sort()).toEqual([...granted[role]].sort());
  });

  it.each<readonly [TeamRole, boolean]>([
    ['LEAD', true],
    ['COORDINATOR', true],
    ['CREW', false],
    ['WELFARE_LEAD', false],
  ])('let a %s ask others: %s, and see the plans', (role, asks) => {
    const led = { ...activity, team: [{ memberId: memberIds.rosa, role }] };
    expect(teamPolicy.canAsk(personas.stranger, led)).toBe(asks);
    expect(teamPolicy.canSeePlans(personas.stranger, led)).toBe(true);
  });

  it('show plans to the team, the officers of the group and union officers alone', () => {
    const seeing = roles.filter((role) => teamPolicy.canSeePlans(personas[role], activity));
    expect(seeing).toEqual(['officer', 'unionOfficer', 'bothOfficer']);
    expect(visibleTeams(personas.anonymous)).toEqual({ memberId: undefined, groupIds: [] });
    expect(visibleTeams(personas.unionOfficer)).toBe('all');
  });

  it('show plans to whoever takes over an office of the group, and give them no right', () => {
    const successor = { ...personas.stranger, shadowedGroupIds: [groupId] };
    expect(teamPolicy.canSeePlans(successor, activity)).toBe(true);
    expect(visibleTeams(successor)).toEqual({ memberId: memberIds.rosa, groupIds: [groupId] });
    expect(teamPolicy.canAsk(successor, activity)).toBe(false);
  });

  it('let no union officer correct what they helped to lead', () => {
    const led = { ...activity, team: [{ memberId: memberIds.uma, role: 'CREW' as const }] };
    expect(teamPolicy.can(personas.unionOfficer, 'CORRECT_LEADING', { place, activity: led })).toBe(false);
  });
});

describe('rights over a task', () => {
  const task: TeamTask = {
    id: '018f0000-0000-7000-8000-0000000000d2' as Id<'TeamTask'>,
    activityId: activity.id,
    title: 'Book the hall',
    notes: '',
    ownerId: memberIds.rosa,
    dueAt: undefined,
    position: 1,
    status: 'OPEN',
    rulesVersion: 1,
    version: 1,
  };
  const can = (role: keyof typeof personas, of: Activity): readonly TaskAction[] =>
    taskLifecycle.actions.filter((action) => taskPolicy.can(personas[role], action, { task, activity: of }));
  const runs: readonly TaskAction[] = ['EDIT', 'START', 'FINISH', 'REOPEN', 'DROP'];

  it('are with whoever runs the activity, and the owner does it', () => {
    expect(can('unionOfficer', activity)).toEqual(runs);
    expect(can('bothOfficer', activity)).toEqual(runs);
    expect(can('officer', activity)).toEqual(['EDIT', 'CLAIM', 'START', 'FINISH', 'REOPEN', 'DROP']);
    for (const role of ['stranger', 'member', 'admin', 'machine', 'anonymous', 'system'] as const)
      expect([role, can(role, activity)]).toEqual([role, []]);
    const crewed = { ...activity, team: [...activity.team, { memberId: memberIds.rosa, role: 'CREW' as const }] };
    expect(can('stranger', crewed)).toEqual(['CLAIM', 'START', 'FINISH', 'REOPEN']);
  });
});

describe('rights over templates', () => {
  it.each<readonly [keyof typeof personas, boolean, boolean, boolean]>([
    ['stranger', false, false, false],
    ['member', false, false, true],
    ['officer', true, false, true],
    ['unionOfficer', true, true, true],
    ['bothOfficer', true, true, true],
    ['admin', false, false, false],
    ['machine', false, false, false],
    ['anonymous', false, false, false],
    ['system', false, false, false],
  ])('let %s keep one of the group: %s, one of the union: %s, and draft from them: %s', (role, own, union, lists) => {
    expect(templatePolicy.canSave(personas[role], groupId)).toBe(own);
    expect(templatePolicy.canSave(personas[role], undefined)).toBe(union);
    expect(templatePolicy.canList(personas[role], groupId)).toBe(lists);
  });
});

it('no budget is approved before somebody approves it', () => {
  const totals = { plannedIncome: 0, actualIncome: 0, plannedExpense: 9, actualExpense: 0, expectedExpense: 9 };
  expect(budgetState(totals, undefined)).toBe('NOT_APPROVED');
});
