import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Bookings of venues and equipment for activities. A venue, and a piece of equipment of which there is one, cannot be
 * held twice at any instant: the database refuses it, whoever writes. What there are several of is counted under the
 * lock of its row.
 */
export class CreateBooking1780000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create table equipment (
        id uuid constraint equipment_pk primary key,
        name text not null,
        place text not null,
        quantity integer not null constraint equipment_quantity_positive check (quantity > 0),
        booked_by text not null constraint equipment_booked_by_known check (booked_by in ('GROUP_OFFICERS', 'UNION_OFFICERS')),
        version integer not null
      );
      create unique index equipment_name_unique on equipment (lower(name));
      create index equipment_by_name on equipment (name, id);
      create table booking (
        id uuid constraint booking_pk primary key,
        activity_id uuid not null constraint booking_activity_fk references activity,
        venue_id uuid constraint booking_venue_fk references venue,
        equipment_id uuid constraint booking_equipment_fk references equipment,
        is_single boolean not null,
        item_count integer not null constraint booking_item_count_positive check (item_count > 0),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        set_up_minutes integer not null constraint booking_set_up_range check (set_up_minutes between 0 and 10080),
        clear_away_minutes integer not null constraint booking_clear_away_range check (clear_away_minutes between 0 and 10080),
        status text not null constraint booking_status_known check (status in ('REQUESTED', 'CONFIRMED', 'RELEASED', 'REFUSED')),
        status_reason text,
        requested_at timestamptz not null,
        version integer not null,
        constraint booking_of_one_thing check (num_nonnulls(venue_id, equipment_id) = 1),
        constraint booking_venue_is_single check (venue_id is null or (is_single and item_count = 1)),
        constraint booking_dates check (ends_at > starts_at),
        constraint booking_refusal_has_reason check (status <> 'REFUSED' or status_reason is not null),
        constraint booking_venue_free exclude using gist (venue_id with =, tstzrange(starts_at, ends_at) with &&)
          where (venue_id is not null and status in ('REQUESTED', 'CONFIRMED')),
        constraint booking_item_free exclude using gist (equipment_id with =, tstzrange(starts_at, ends_at) with &&)
          where (equipment_id is not null and is_single and status in ('REQUESTED', 'CONFIRMED'))
      );
      create index booking_activity on booking (activity_id);
      create index booking_venue on booking (venue_id, starts_at) where venue_id is not null;
      create index booking_equipment on booking (equipment_id, starts_at) where equipment_id is not null;
      create index booking_waiting on booking (starts_at, id) where status = 'REQUESTED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table booking;
      drop table equipment;
      drop extension btree_gist;
    `);
  }
}
