import { isInGroup, isMember, isOfficerOf, isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';
import type { Activity, ActivityAction } from './activity.js';

/** Which unpublished activities an actor may see besides everything published; the repository turns this into SQL. */
export type ActivityScope =
  | { readonly unpublished: 'all' }
  | { readonly unpublished: { readonly groupIds: readonly GroupId[]; readonly organiserId: MemberId | undefined } };

/** Published activities are public; the others are for the group's officers, the organiser and union officers. */
export function visibleActivities(actor: Actor): ActivityScope {
  if (actor.kind === 'system' || isUnionOfficer(actor)) return { unpublished: 'all' };
  const mandates = actor.kind === 'person' ? actor.mandates : [];
  return { unpublished: { groupIds: mandates.flatMap(({ groupId }) => groupId ?? []), organiserId: memberOf(actor) } };
}

/** Whether the actor may see an activity that was read for many actors at once; the same rule as {@link visibleActivities}. */
export function seesActivity(actor: Actor, { publishedAt, groupId, organiserId }: Activity): boolean {
  const { unpublished } = visibleActivities(actor);
  if (unpublished === 'all' || publishedAt !== undefined) return true;
  return unpublished.groupIds.includes(groupId) || unpublished.organiserId === organiserId;
}

const runs = (actor: Actor, { groupId }: Activity): boolean => isOfficerOf(actor, groupId) || isUnionOfficer(actor);
/** Names at the door are for the group's own officers; union officers see counts only. */
const keepsDoor = (actor: Actor, { groupId }: Activity): boolean => isOfficerOf(actor, groupId);
const organises = (actor: Actor, { organiserId }: Activity): boolean => isMember(actor, organiserId);
/** Nobody approves what they organise: a union officer who serves the group leaves it to another (domain 1.2). */
const judges = (actor: Actor, activity: Activity): boolean =>
  isUnionOfficer(actor) && !isOfficerOf(actor, activity.groupId) && !organises(actor, activity);
const isOpenDraft = ({ status }: Activity): boolean => status === 'DRAFT' || status === 'CHANGES_REQUESTED';

/** One line per right over an activity (domain 1.2, machine C). */
const rights: Readonly<Record<ActivityAction, (actor: Actor, activity: Activity) => boolean>> = {
  EDIT: (actor, activity) => runs(actor, activity) || (organises(actor, activity) && isOpenDraft(activity)),
  SUBMIT: runs,
  REQUEST_CHANGES: judges,
  APPROVE: judges,
  DECLINE: judges,
  PUBLISH: runs,
  REGISTER: (actor) => memberOf(actor) !== undefined,
  POSTPONE: runs,
  CANCEL: runs,
  READ_DOOR_LIST: keepsDoor,
  CHECK_IN: keepsDoor,
  CLOSE_ATTENDANCE: keepsDoor,
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
  canSeePapers: (actor: Actor, activity: Activity): boolean => runs(actor, activity) || organises(actor, activity),
};
