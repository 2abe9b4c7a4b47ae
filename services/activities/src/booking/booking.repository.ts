import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { brokenConstraint, ConcurrentWrite, insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { EquipmentId } from '../equipment/equipment.js';
import type { VenueId } from '../venue/venue.js';
import { BookingEntity } from './booking.entity.js';
import type { Booking, BookingId } from './booking.js';
import { bookingPolicy } from './booking.policy.js';

/** A time, its end excluded; without an end it goes on. */
export type OpenSpan = { readonly from: Date; readonly to: Date | undefined };

/** Reads and writes bookings. What names an activity is read by those who may see its papers; the resolvers ask the policy. */
export type BookingRepository = ReturnType<typeof createBookingRepository>;

const live = `status in ('REQUESTED', 'CONFIRMED')`;
const exclusions: readonly (string | undefined)[] = ['booking_venue_free', 'booking_item_free'];

/** A repository over one connection or transaction. */
export function createBookingRepository(manager: EntityManager) {
  const bookings = (): SelectQueryBuilder<Booking> => manager.createQueryBuilder(BookingEntity, 'booking');
  const liveIn = ({ from, to }: OpenSpan): SelectQueryBuilder<Booking> =>
    bookings()
      .where(
        `booking.${live} and booking.endsAt > :from and booking.startsAt < coalesce(cast(:to as timestamptz), 'infinity')`,
        {
          from,
          to: to ?? null,
        },
      )
      .orderBy('booking.startsAt')
      .addOrderBy('booking.id');
  /** The locks are taken before, so that this is the last line of defence and not the usual answer. */
  const guarded = async (write: Promise<Booking>): Promise<Booking> => {
    try {
      return await write;
    } catch (error) {
      throw exclusions.includes(brokenConstraint(error)) ? new ConcurrentWrite() : error;
    }
  };

  return {
    /** One booking, or nothing. Ask whether the actor sees its activity before telling of it. */
    find: (id: BookingId): Promise<Booking | null> => bookings().where('booking.id = :id', { id }).getOne(),

    /** The bookings of activities, soonest first. */
    listOfActivities: (activityIds: readonly ActivityId[]): Promise<readonly Booking[]> =>
      bookings()
        .where('booking.activityId = any(:activityIds)', { activityIds })
        .orderBy('booking.startsAt')
        .addOrderBy('booking.id')
        .getMany(),

    /** What is held of venues in a time, soonest first. */
    listLiveOfVenues: (venueIds: readonly VenueId[], span: OpenSpan): Promise<readonly Booking[]> =>
      liveIn(span).andWhere('booking.venueId = any(:venueIds)', { venueIds }).getMany(),

    /** What is held of equipment in a time, soonest first. */
    listLiveOfEquipment: (equipmentId: EquipmentId, span: OpenSpan): Promise<readonly Booking[]> =>
      liveIn(span).andWhere('booking.equipmentId = :equipmentId', { equipmentId }).getMany(),

    /** As `listLiveOfEquipment` for several kinds at once. */
    listLiveOfKinds: (equipmentIds: readonly EquipmentId[], span: OpenSpan): Promise<readonly Booking[]> =>
      liveIn(span).andWhere('booking.equipmentId = any(:equipmentIds)', { equipmentIds }).getMany(),

    /** The requests that wait for a union officer, soonest first; empty for everybody else. */
    async pageOfRequests(actor: Actor, now: Date, { first, after }: PageRequest): Promise<Page<Booking>> {
      if (!bookingPolicy.canSeeAll(actor)) return toPage([], first, () => []);
      const query = bookings().where(`booking.status = 'REQUESTED' and booking.endsAt > :now`, { now });
      if (after !== undefined)
        query.andWhere('(booking.startsAt, booking.id) > (:startsAt, :id)', { startsAt: after[0], id: after[1] });
      const rows = await query
        .orderBy('booking.startsAt')
        .addOrderBy('booking.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ startsAt, id }) => [startsAt.toISOString(), id]);
    },

    /** Lets go of everything that is held for an activity. Call it under the activity's lock. */
    async releaseAll(activityId: ActivityId, reason: string): Promise<void> {
      await manager.query(
        `update booking set status = 'RELEASED', status_reason = $2, version = version + 1 where activity_id = $1 and ${live}`,
        [activityId, reason],
      );
    },

    add: (booking: Booking): Promise<Booking> => guarded(insertRow(manager, BookingEntity, booking)),
    save: (booking: Booking): Promise<Booking> => guarded(updateRow(manager, BookingEntity, booking)),
  };
}
