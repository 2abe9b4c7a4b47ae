import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Booking } from './booking.js';

/** The table `booking`. */
export const BookingEntity = new EntitySchema<Booking>({
  name: 'Booking',
  tableName: 'booking',
  columns: {
    id: { type: 'uuid', primary: true },
    activityId: { type: 'uuid' },
    venueId: { type: 'uuid', nullable: true, transformer: absent },
    equipmentId: { type: 'uuid', nullable: true, transformer: absent },
    isSingle: { type: 'boolean' },
    itemCount: { type: 'integer' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    setUpMinutes: { type: 'integer' },
    clearAwayMinutes: { type: 'integer' },
    status: { type: 'text' },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    requestedAt: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});
