import { mergeResolvers } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { BookingEntity } from '../booking/booking.entity.js';
import {
  createActivityBookingsLoader,
  createEquipmentLoader,
  createEquipmentUseLoader,
  createVenueBookingsLoader,
} from '../booking/booking.loaders.js';
import { createBookingRepository, type BookingRepository } from '../booking/booking.repository.js';
import { bookingResolvers } from '../booking/booking.resolvers.js';
import { bookForActivity } from '../booking/use-cases/book-for-activity.js';
import { confirmBooking, refuseBooking, releaseBooking } from '../booking/use-cases/move-booking.js';
import { EquipmentEntity } from '../equipment/equipment.entity.js';
import { createEquipmentRepository, type EquipmentRepository } from '../equipment/equipment.repository.js';
import { equipmentResolvers } from '../equipment/equipment.resolvers.js';
import { addEquipment } from '../equipment/use-cases/add-equipment.js';
import { editEquipment } from '../equipment/use-cases/edit-equipment.js';
import { addVenue } from '../venue/use-cases/add-venue.js';
import { closeVenue } from '../venue/use-cases/close-venue.js';
import { editVenue } from '../venue/use-cases/edit-venue.js';
import { reopenVenue } from '../venue/use-cases/reopen-venue.js';
import { VenueClosureEntity, VenueEntity } from '../venue/venue.entity.js';
import { createClosureLoader, createVenueLoader } from '../venue/venue.loaders.js';
import { createVenueRepository, type VenueRepository } from '../venue/venue.repository.js';
import { venueResolvers } from '../venue/venue.resolvers.js';

/** The tables of venues and what is booked of them, read as entities. */
export const venueEntities = [VenueEntity, VenueClosureEntity, EquipmentEntity, BookingEntity];

/** The repositories of venues, equipment and their bookings. */
export type VenueRepositories = {
  readonly venues: VenueRepository;
  readonly equipment: EquipmentRepository;
  readonly bookings: BookingRepository;
};

/** These repositories over one connection or transaction. */
export function createVenueRepositories(manager: EntityManager): VenueRepositories {
  return {
    venues: createVenueRepository(manager),
    equipment: createEquipmentRepository(manager),
    bookings: createBookingRepository(manager),
  };
}

/** The loaders of venues, equipment and bookings, for one request. */
export function createVenueLoaders(now: Date, { venues, equipment, bookings }: VenueRepositories) {
  return {
    venues: createVenueLoader(venues),
    venueClosures: createClosureLoader(venues, now),
    venueBookings: createVenueBookingsLoader(bookings),
    equipment: createEquipmentLoader(equipment),
    equipmentUse: createEquipmentUseLoader(bookings),
    activityBookings: createActivityBookingsLoader(bookings),
  };
}

/** Their resolvers. */
export const venueWiringResolvers = mergeResolvers([venueResolvers, equipmentResolvers, bookingResolvers]);

/** The mutations of venues, equipment and bookings. */
export const venueUseCases = {
  addEquipment,
  addVenue,
  bookForActivity,
  closeVenue,
  confirmBooking,
  editEquipment,
  editVenue,
  refuseBooking,
  releaseBooking,
  reopenVenue,
};
