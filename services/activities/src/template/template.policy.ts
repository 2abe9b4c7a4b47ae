import { isInGroup, isOfficerOf, isUnionOfficer, type Actor } from '@guildhall/kernel';
import { activityPolicy } from '../activity/activity.policy.js';
import type { GroupId } from '../references/group.js';
import type { ActivityTemplate } from './template.js';

/** Who may do what to templates. */
export const templatePolicy = {
  /** Officers keep the templates of their group, union officers those of any group and of the union. */
  canSave: (actor: Actor, groupId: GroupId | undefined): boolean =>
    isUnionOfficer(actor) || (groupId !== undefined && isOfficerOf(actor, groupId)),
  /** Whoever may draft for the group sees what to draft from. */
  canList: (actor: Actor, groupId: GroupId): boolean => activityPolicy.canDraft(actor, groupId),
  /** A template of the union is for everybody; that of a group for its own people and union officers. */
  canSee: (actor: Actor, { groupId }: ActivityTemplate): boolean =>
    groupId === undefined || isInGroup(actor, groupId) || isOfficerOf(actor, groupId) || isUnionOfficer(actor),
};
