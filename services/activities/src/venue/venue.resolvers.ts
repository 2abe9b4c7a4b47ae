import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers, VenueChangesInput } from '../generated/graphql.js';
import type { VenuePlan } from './venue.js';
import { venueActions, venuePolicy } from './venue.policy.js';

/** Resolvers of the noun Venue. */
export const venueResolvers: Resolvers = {
  Query: {
    venue: async (_root, { id }, { loaders }) => (await loaders.venues.load(toId(id))) ?? null,
    venues: (_root, { search, capacityMin, ...page }, { read }) =>
      read.venues.page(readPageRequest(page, ['text', 'id']), {
        search: search ?? undefined,
        capacityMin: capacityMin ?? undefined,
      }),
  },
  Viewer: {
    managesVenues: (_viewer, _args, { actor }) => venuePolicy.canAdd(actor),
  },
  Mutation: {
    addVenue: async (_root, { input }, { actor, activities }) =>
      toResult('AddVenueSuccess', await activities.addVenue(actor, input), (venue) => ({ venue })),
    editVenue: async (_root, { input: { venueId, changes } }, { actor, activities }) =>
      toResult(
        'EditVenueSuccess',
        await activities.editVenue(actor, { venueId: toId(venueId), changes: toChanges(changes) }),
        (venue) => ({ venue }),
      ),
    closeVenue: async (_root, { input }, { actor, activities }) =>
      toResult(
        'CloseVenueSuccess',
        await activities.closeVenue(actor, { ...input, venueId: toId(input.venueId) }),
        (venue) => ({ venue }),
      ),
    reopenVenue: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ReopenVenueSuccess',
        await activities.reopenVenue(actor, { closureId: toId(input.closureId) }),
        (venue) => ({ venue }),
      ),
  },
  Venue: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.venues.load(toId(id))) ?? null,
    accessFeatures: ({ accessFeatures }) => [...accessFeatures],
    openingHours: ({ openingHours }) => [...openingHours],
    closures: async ({ id }, _args, { loaders }) => [...(await loaders.venueClosures.load(id))],
    viewerActions: (_venue, _args, { actor }) => venueActions.filter((action) => venuePolicy.can(actor, action)),
  },
  Activity: {
    venue: async ({ venueId }, _args, { loaders }) =>
      venueId === undefined ? null : ((await loaders.venues.load(venueId)) ?? null),
  },
};

/** Absent fields stay as they are. */
function toChanges(changes: VenueChangesInput): Partial<VenuePlan> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null && value !== undefined));
}
