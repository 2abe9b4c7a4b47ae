import DataLoader from 'dataloader';
import type { Venue, VenueClosure, VenueId } from './venue.js';
import type { Repositories } from '../deps.js';

const aheadMs = 366 * 86_400_000;

/** Venues by id. */
export function createVenueLoader(venues: Repositories['venues']): DataLoader<VenueId, Venue | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await venues.list(ids)).map((venue) => [venue.id, venue]));
    return ids.map((id) => byId.get(id));
  });
}

/** The closures of a venue that are not over and begin within a year, soonest first. */
export function createClosureLoader(
  venues: Repositories['venues'],
  now: Date,
): DataLoader<VenueId, readonly VenueClosure[]> {
  const ahead = { from: now, to: new Date(now.getTime() + aheadMs) };
  return new DataLoader(async (ids) => {
    const byVenue = Map.groupBy(await venues.listClosures(ids, ahead), ({ venueId }) => venueId);
    return ids.map((id) => byVenue.get(id) ?? []);
  });
}
