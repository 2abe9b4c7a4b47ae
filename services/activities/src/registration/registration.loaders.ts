import type { Actor, Page, PageRequest } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Activity, ActivityId } from '../activity/activity.js';
import type { Repositories } from '../deps.js';
import type { Registration, RegistrationId, SeatCount } from './registration.js';

/** How many have a seat and how many wait, by activity. */
export function createSeatsLoader(registrations: Repositories['registrations']): DataLoader<ActivityId, SeatCount> {
  return new DataLoader(async (ids) => {
    const seats = await registrations.listSeats(ids);
    return ids.map((id) => seats.get(id) ?? { taken: 0, waiting: 0 });
  });
}

/** The viewer's own live registration, by activity. */
export function createOwnRegistrationLoader(
  actor: Actor,
  registrations: Repositories['registrations'],
): DataLoader<ActivityId, Registration | undefined> {
  return new DataLoader(async (ids) => {
    const byActivity = new Map(
      (await registrations.listOwn(actor, ids)).map((registration) => [registration.activityId, registration]),
    );
    return ids.map((id) => byActivity.get(id));
  });
}

/** The viewer's own latest registration that is over, by activity. */
export function createLastRegistrationLoader(
  actor: Actor,
  registrations: Repositories['registrations'],
): DataLoader<ActivityId, Registration | undefined> {
  return new DataLoader(async (ids) => {
    const byActivity = new Map(
      (await registrations.listOwnLast(actor, ids)).map((registration) => [registration.activityId, registration]),
    );
    return ids.map((id) => byActivity.get(id));
  });
}

/** Places in the queue, from 1, by registration. */
export function createWaitingPlaceLoader(
  registrations: Repositories['registrations'],
): DataLoader<RegistrationId, number | undefined> {
  return new DataLoader(async (ids) => {
    const places = await registrations.listWaitingPlaces(ids);
    return ids.map((id) => places.get(id));
  });
}

/** One page of one activity's registrations. */
export type RosterPageKey = { readonly activity: Activity; readonly page: PageRequest };

/** Pages of rosters; activities that are asked for the same page share a statement. */
export function createRosterLoader(
  actor: Actor,
  registrations: Repositories['registrations'],
): DataLoader<RosterPageKey, Page<Registration>, string> {
  return new DataLoader(
    async (keys) => {
      const byPage = Map.groupBy(keys, ({ page }) => JSON.stringify(page));
      const found = new Map<RosterPageKey, Page<Registration>>();
      for (const sharing of byPage.values()) {
        const page = sharing[0]?.page ?? { first: 0, after: undefined };
        const pages = await registrations.pageOfActivities(
          actor,
          sharing.map(({ activity }) => activity),
          page,
        );
        pages.forEach((answer, index) => {
          const key = sharing[index];
          if (key !== undefined) found.set(key, answer);
        });
      }
      return keys.map((key) => found.get(key) ?? new Error('every key has a page'));
    },
    { cacheKeyFn: ({ activity, page }) => `${activity.id}:${JSON.stringify(page)}` },
  );
}
