import {
  isInGroup,
  isMember,
  isOfficerOf,
  isUnionOfficer,
  memberOf,
  shadowedGroupsOf,
  type Actor,
} from '@guildhall/kernel';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';
import type { Activity, ActivityAction, TeamRole } from './activity.js';

/** Whether the actor is on the team of the activity now, in one of these roles or, without any, in whichever. */
export function isOnTeam(actor: Actor, { team }: Pick<Activity, 'team'>, ...roles: readonly TeamRole[]): boolean {
  return team.some(({ memberId, role }) => isMember(actor, memberId) && (roles.length === 0 || roles.includes(role)));
}

/** Which unpublished activities an actor may see besides everything published; the repository turns this into SQL. */
export type ActivityScope =
  | { readonly unpublished: 'all' }
  | { readonly unpublished: { readonly groupIds: readonly GroupId[]; readonly organiserId: MemberId | undefined } };

/**
 * Published activities are public; the others are for the group's officers, whoever takes over from them, the organiser,
 * whoever is on the team or asked to be, and union officers.
 */
export function visibleActivities(actor: Actor): ActivityScope {
  if (actor.kind === 'system' || isUnionOfficer(actor)) return { unpublished: 'all' };
  const mandates = actor.kind === 'person' ? actor.mandates : [];
  const groupIds = [...mandates.flatMap(({ groupId }) => groupId ?? []), ...shadowedGroupsOf(actor)];
  return { unpublished: { groupIds, organiserId: memberOf(actor) } };
}

/** Whether the actor may see an activity that was read for many actors at once; the same rule as {@link visibleActivities}. */
export function seesActivity(actor: Actor, activity: Activity): boolean {
  const { unpublished } = visibleActivities(actor);
  if (unpublished === 'all' || activity.publishedAt !== undefined || isOnTeam(actor, activity)) return true;
  return unpublished.groupIds.includes(activity.groupId) || unpublished.organiserId === activity.organiserId;
}

/** Speaking for the group, as submitting does, takes a mandate: whoever drafts an activity leads it, and may be any member. */
const speaks = (actor: Actor, { groupId }: Activity): boolean => isOfficerOf(actor, groupId) || isUnionOfficer(actor);
const leads = (actor: Actor, activity: Activity): boolean => isOnTeam(actor, activity, 'LEAD', 'COORDINATOR');
const runs = (actor: Actor, activity: Activity): boolean => speaks(actor, activity) || leads(actor, activity);
/** Names at the door are for the group's own officers and the team; union officers see counts only. */
const closesDoor = (actor: Actor, activity: Activity): boolean =>
  isOfficerOf(actor, activity.groupId) || leads(actor, activity);
const keepsDoor = (actor: Actor, activity: Activity): boolean =>
  closesDoor(actor, activity) || isOnTeam(actor, activity, 'CREW');
const organises = (actor: Actor, { organiserId }: Activity): boolean => isMember(actor, organiserId);
/** Nobody approves what they organise: a union officer who serves the group or its team leaves it to another (domain 1.2). */
const judges = (actor: Actor, activity: Activity): boolean =>
  isUnionOfficer(actor) &&
  !isOfficerOf(actor, activity.groupId) &&
  !organises(actor, activity) &&
  !isOnTeam(actor, activity);
const isOpenDraft = ({ status }: Activity): boolean => status === 'DRAFT' || status === 'CHANGES_REQUESTED';

/** One line per right over an activity (domain 1.2, machine C). */
const rights: Readonly<Record<ActivityAction, (actor: Actor, activity: Activity) => boolean>> = {
  EDIT: (actor, activity) => runs(actor, activity) || (organises(actor, activity) && isOpenDraft(activity)),
  SUBMIT: speaks,
  REQUEST_CHANGES: judges,
  APPROVE: judges,
  DECLINE: judges,
  PUBLISH: runs,
  REGISTER: (actor) => memberOf(actor) !== undefined,
  POSTPONE: runs,
  CANCEL: runs,
  READ_DOOR_LIST: keepsDoor,
  CHECK_IN: keepsDoor,
  CLOSE_ATTENDANCE: closesDoor,
  REPORT: runs,
};

/** Who may do what to an activity. */
export const activityPolicy = {
  can: (actor: Actor, action: ActivityAction, activity: Activity): boolean => rights[action](actor, activity),
  /** Members draft for groups they belong to, officers for their group, union officers for any. */
  canDraft: (actor: Actor, groupId: GroupId): boolean =>
    memberOf(actor) !== undefined &&
    (isInGroup(actor, groupId) || isOfficerOf(actor, groupId) || isUnionOfficer(actor)),
  /** Risk facts, reasons and reports are for those who run or judge the activity. */
  canSeePapers: (actor: Actor, activity: Activity): boolean =>
    runs(actor, activity) || organises(actor, activity) || isOnTeam(actor, activity),
  /** Whoever runs the activity plans its team, tasks, run sheet and budget. */
  canOrganise: (actor: Actor, activity: Activity): boolean => runs(actor, activity),
  /** Union officers who neither run it for its group nor are on its team judge it. */
  canJudge: (actor: Actor, activity: Activity): boolean => judges(actor, activity),
};
