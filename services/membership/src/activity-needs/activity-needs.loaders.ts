import type { Actor, Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Consent } from '../consent/consent.js';
import type { Repositories } from '../deps.js';
import type { ActivityNeeds, NeedsOccasion } from './activity-needs.js';

type ActivityId = Id<'Activity'>;

/** What is known of activities for the sake of needs. */
export function createOccasionLoader(
  needs: Repositories['activityNeeds'],
): DataLoader<ActivityId, NeedsOccasion | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await needs.listOccasions(ids)).map((occasion) => [occasion.activityId, occasion]));
    return ids.map((id) => byId.get(id));
  });
}

/** What people need at activities, counted; the resolvers ask before who may see it. */
export function createActivityNeedsLoader(
  needs: Repositories['activityNeeds'],
  now: Date,
): DataLoader<NeedsOccasion, ActivityNeeds | undefined, ActivityId> {
  return new DataLoader(
    async (occasions) => {
      const counts = await needs.listCounts(occasions, now);
      return occasions.map(({ activityId }) => counts.get(activityId));
    },
    { cacheKeyFn: ({ activityId }) => activityId },
  );
}

/** The viewer's own consent for each activity that is alive. */
export function createOwnShareLoader(
  actor: Actor,
  consents: Repositories['consents'],
  now: Date,
): DataLoader<ActivityId, Consent | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map(
      (await consents.listOwnForActivities(actor, ids, now)).map((consent) => [consent.activityId, consent]),
    );
    return ids.map((id) => byId.get(id));
  });
}
