import type { Actor, Page, PageRequest } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { GroupId } from '../references/group.js';
import type { Activity, ActivityId } from './activity.js';

/** Activities by id; nothing for the hidden. */
export function createActivityLoader(
  actor: Actor,
  activities: Repositories['activities'],
): DataLoader<ActivityId, Activity | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await activities.listVisible(actor, ids)).map((activity) => [activity.id, activity]));
    return ids.map((id) => byId.get(id));
  });
}

/** One page of one group's activities. */
export type GroupActivitiesKey = { readonly groupId: GroupId; readonly page: PageRequest };

/** Pages of groups' activities; groups that are asked for the same page share a statement. */
export function createGroupActivitiesLoader(
  actor: Actor,
  activities: Repositories['activities'],
  now: Date,
): DataLoader<GroupActivitiesKey, Page<Activity>, string> {
  return new DataLoader(
    async (keys) => {
      const byPage = Map.groupBy(keys, ({ page }) => JSON.stringify(page));
      const found = new Map<GroupActivitiesKey, Page<Activity>>();
      for (const sharing of byPage.values()) {
        const page = sharing[0]?.page ?? { first: 0, after: undefined };
        const pages = await activities.pageOfGroups(
          actor,
          sharing.map(({ groupId }) => groupId),
          page,
          now,
        );
        for (const key of sharing) {
          const answer = pages.get(key.groupId);
          if (answer !== undefined) found.set(key, answer);
        }
      }
      return keys.map((key) => found.get(key) ?? new Error('every key has a page'));
    },
    { cacheKeyFn: (key) => JSON.stringify(key) },
  );
}
