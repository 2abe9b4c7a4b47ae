import { mergeResolvers } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { addVenue } from '../venue/use-cases/add-venue.js';
import { closeVenue } from '../venue/use-cases/close-venue.js';
import { editVenue } from '../venue/use-cases/edit-venue.js';
import { reopenVenue } from '../venue/use-cases/reopen-venue.js';
import { VenueClosureEntity, VenueEntity } from '../venue/venue.entity.js';
import { createClosureLoader, createVenueLoader } from '../venue/venue.loaders.js';
import { createVenueRepository, type VenueRepository } from '../venue/venue.repository.js';
import { venueResolvers } from '../venue/venue.resolvers.js';

/** The tables of venues that are read as entities. */
export const venueEntities = [VenueEntity, VenueClosureEntity];

/** The repositories of venues and what is booked of them. */
export type VenueRepositories = { readonly venues: VenueRepository };

/** These repositories over one connection or transaction. */
export function createVenueRepositories(manager: EntityManager): VenueRepositories {
  return { venues: createVenueRepository(manager) };
}

/** The loaders of venues, for one request. */
export function createVenueLoaders(now: Date, { venues }: VenueRepositories) {
  return { venues: createVenueLoader(venues), venueClosures: createClosureLoader(venues, now) };
}

/** Their resolvers. */
export const venueWiringResolvers = mergeResolvers([venueResolvers]);

/** The mutations of venues. */
export const venueUseCases = { addVenue, closeVenue, editVenue, reopenVenue };
