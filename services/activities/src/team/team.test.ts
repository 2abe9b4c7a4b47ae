import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { testActivity } from '../../test/organised.js';
import { memberIds } from '../../test/personas.js';
import type { Activity, ActivityStatus } from '../activity/activity.js';
import { foundTeam, takesTeam, teamLifecycle, type TeamAction, type TeamFacts, type TeamStatus } from './team.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const id = '018f0000-0000-7000-8000-0000000000d1' as Id<'TeamPlace'>;
const other = { memberId: memberIds.omar, role: 'LEAD' as const };

function facts(status: TeamStatus, changes: Partial<Activity> = {}, led = false): TeamFacts {
  const place = { ...foundTeam({ id, activityId: testActivity.id, memberId: memberIds.ada }, now), status };
  const team = [{ memberId: memberIds.ada, role: 'LEAD' as const }, other];
  return { place: { ...place, ledAt: led ? now : undefined }, activity: { ...testActivity, team, ...changes } };
}

/** What each state allows while the activity is planned and somebody else leads it too. */
const planned: Readonly<Record<TeamStatus, readonly TeamAction[]>> = {
  ASKED: ['ACCEPT', 'DECLINE', 'REMOVE'],
  ON_TEAM: ['LEAVE', 'REMOVE'],
  DECLINED: [],
  LEFT: [],
  REMOVED: [],
};

describe('a place on a team', () => {
  it.each(Object.keys(planned) as TeamStatus[])('allows in %s what the table says', (status) => {
    expect(teamLifecycle.possible(facts(status), now)).toEqual(planned[status]);
  });

  it('is kept by the last lead', () => {
    const alone = facts('ON_TEAM', { team: [{ memberId: memberIds.ada, role: 'LEAD' }] });
    expect(teamLifecycle.possible(alone, now)).toEqual([]);
  });

  it.each<readonly [ActivityStatus, readonly TeamAction[], readonly TeamAction[]]>([
    ['COMPLETED', ['DECLINE'], ['CORRECT_LEADING']],
    ['REPORTED', ['DECLINE'], ['CORRECT_LEADING']],
    ['CANCELLED', ['DECLINE'], []],
    ['DECLINED', ['DECLINE'], []],
  ])('is history once the activity is %s', (status, asked, onTeam) => {
    expect(teamLifecycle.possible(facts('ASKED', { status }), now)).toEqual(asked);
    expect(teamLifecycle.possible(facts('ON_TEAM', { status }, true), now)).toEqual(onTeam);
    expect(teamLifecycle.possible(facts('ON_TEAM', { status }), now)).toEqual([]);
    expect(takesTeam({ ...testActivity, status })).toBe(false);
  });
});
