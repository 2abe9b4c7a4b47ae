import type { Actor, Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { MemberId } from '../member/member.js';

/** The actor's connections who go to an activity, by activity. */
export function createFriendsGoingLoader(
  actor: Actor,
  going: Repositories['going'],
): DataLoader<Id<'Activity'>, readonly MemberId[]> {
  return new DataLoader(async (ids) => {
    const byActivity = Map.groupBy(await going.listFriends(actor, ids), ({ activityId }) => activityId);
    return ids.map((id) => byActivity.get(id)?.map(({ memberId }) => memberId) ?? []);
  });
}
