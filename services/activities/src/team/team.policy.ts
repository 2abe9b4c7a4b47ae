import { isMember, isOfficerOf, isUnionOfficer, memberOf, shadowedGroupsOf, type Actor } from '@guildhall/kernel';
import { activityPolicy, isOnTeam } from '../activity/activity.policy.js';
import type { Activity } from '../activity/activity.js';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';
import type { TeamAction, TeamFacts } from './team.js';

/** Whose places an actor may see; the repository turns this into SQL. */
export type TeamScope = 'all' | { readonly memberId: MemberId | undefined; readonly groupIds: readonly GroupId[] };

/** People see their own places and those of the teams they are on; officers and who takes over from them those of the group, union officers all. */
export function visibleTeams(actor: Actor): TeamScope {
  if (actor.kind === 'system' || isUnionOfficer(actor)) return 'all';
  const mandates = actor.kind === 'person' ? actor.mandates : [];
  const groupIds = [...mandates.flatMap(({ groupId }) => groupId ?? []), ...shadowedGroupsOf(actor)];
  return { memberId: memberOf(actor), groupIds };
}

const isOwn = (actor: Actor, { place }: TeamFacts): boolean => isMember(actor, place.memberId);

/** One line per right over a place on a team. */
const rights: Readonly<Record<TeamAction, (actor: Actor, facts: TeamFacts) => boolean>> = {
  ACCEPT: isOwn,
  DECLINE: isOwn,
  LEAVE: isOwn,
  REMOVE: (actor, facts) => activityPolicy.canOrganise(actor, facts.activity) && !isOwn(actor, facts),
  CORRECT_LEADING: (actor, { activity }) => activityPolicy.canJudge(actor, activity),
};

/** Who may do what to places on a team. */
export const teamPolicy = {
  can: (actor: Actor, action: TeamAction, facts: TeamFacts): boolean => rights[action](actor, facts),
  /** Whoever runs the activity asks people onto its team. */
  canAsk: (actor: Actor, activity: Activity): boolean => activityPolicy.canOrganise(actor, activity),
  /** The team, the group's officers, who takes over from them, and union officers see what is planned: tasks, run sheet, budget. */
  canSeePlans: (actor: Actor, activity: Activity): boolean =>
    isOnTeam(actor, activity) ||
    isOfficerOf(actor, activity.groupId) ||
    shadowedGroupsOf(actor).includes(activity.groupId) ||
    isUnionOfficer(actor),
};
