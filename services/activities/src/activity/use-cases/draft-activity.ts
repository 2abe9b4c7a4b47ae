import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { GroupId } from '../../references/group.js';
import { foundTeam } from '../../team/team.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityPlan } from '../activity.js';
import { checkRoom } from '../room.js';
import { draftActivity as draft } from '../plan-activity.js';

/** What is planned, and for which group. */
export type DraftActivity = ActivityPlan & { readonly groupId: GroupId };

/** Drafts an activity of a group; the drafter is its organiser. */
export function draftActivity({ transaction, clock, ids }: Deps, actor: Actor, { groupId, ...plan }: DraftActivity) {
  return transaction(async ({ activities, venues, teams }) => {
    const organiserId = memberOf(actor);
    if (organiserId === undefined || !activityPolicy.canDraft(actor, groupId))
      return err(notAllowed('DRAFT', 'Activity'));
    const now = clock.now();
    const drafted = draft(plan, { id: ids.ordered(), groupId, organiserId }, now);
    if (!drafted.ok) return drafted;
    const { venueId } = drafted.value;
    const room = checkRoom(drafted.value, venueId === undefined ? null : await venues.find(venueId), '');
    if (!room.ok) return room;
    const activity = await activities.add(drafted.value);
    await teams.add(foundTeam({ id: ids.ordered(), activityId: activity.id, memberId: organiserId }, now));
    return ok(activity);
  });
}
