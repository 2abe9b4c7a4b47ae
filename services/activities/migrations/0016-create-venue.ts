import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Venues of the union with their opening hours and closures, and the venue an activity is planned for. */
export class CreateVenue1780000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table venue (
        id uuid constraint venue_pk primary key,
        name text not null,
        place text not null,
        capacity integer not null constraint venue_capacity_positive check (capacity > 0),
        access_features text[] not null,
        opening_hours jsonb not null constraint venue_opening_hours_list check (jsonb_typeof(opening_hours) = 'array'),
        booked_by text not null constraint venue_booked_by_known check (booked_by in ('GROUP_OFFICERS', 'UNION_OFFICERS')),
        version integer not null,
        constraint venue_access_features_known check (access_features <@ array[
          'STEP_FREE', 'HEARING_LOOP', 'QUIET_SPACE', 'ACCESSIBLE_TOILET', 'GENDER_NEUTRAL_TOILET', 'SIGN_INTERPRETER',
          'RESERVED_SEATING', 'LOW_SCENT', 'ACCESSIBLE_PARKING'])
      );
      create unique index venue_name_unique on venue (lower(name));
      create index venue_by_name on venue (name, id);
      create table venue_closure (
        id uuid constraint venue_closure_pk primary key,
        venue_id uuid not null constraint venue_closure_venue_fk references venue,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        reason text not null,
        constraint venue_closure_dates check (ends_at > starts_at)
      );
      create index venue_closure_venue on venue_closure (venue_id, ends_at);
      alter table activity add venue_id uuid constraint activity_venue_fk references venue;
      create index activity_venue on activity (venue_id, starts_at) where venue_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activity drop column venue_id;
      drop table venue_closure;
      drop table venue;
    `);
  }
}
