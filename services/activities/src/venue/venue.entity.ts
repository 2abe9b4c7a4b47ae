import { EntitySchema } from 'typeorm';
import type { Venue, VenueClosure } from './venue.js';

/** The table `venue`. */
export const VenueEntity = new EntitySchema<Venue>({
  name: 'Venue',
  tableName: 'venue',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    place: { type: 'text' },
    capacity: { type: 'integer' },
    accessFeatures: { type: 'text', array: true },
    openingHours: { type: 'jsonb' },
    bookedBy: { type: 'text' },
    version: { type: 'integer' },
  },
});

/** The table `venue_closure`. */
export const VenueClosureEntity = new EntitySchema<VenueClosure>({
  name: 'VenueClosure',
  tableName: 'venue_closure',
  columns: {
    id: { type: 'uuid', primary: true },
    venueId: { type: 'uuid' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    reason: { type: 'text' },
  },
});
