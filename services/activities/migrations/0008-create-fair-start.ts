import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Fair start: a window in which people enter, and a draw at its end. The seed is in a table of its own, which nothing
 * reads but the draw; its commitment is public from the start. Who is behind an entry is told by their registrations alone.
 */
export class CreateFairStart1780000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activity
        add collection_opens_at timestamptz,
        add collection_closes_at timestamptz,
        add drawn_at timestamptz,
        add constraint activity_collection_dates check (
          (collection_opens_at is null) = (collection_closes_at is null)
          and collection_opens_at < collection_closes_at and collection_closes_at <= registration_opens_at),
        add constraint activity_drawn_after_collecting check (drawn_at is null or drawn_at >= collection_closes_at);
      create table fair_start (
        activity_id uuid constraint fair_start_pk primary key constraint fair_start_activity_fk references activity,
        commitment text not null constraint fair_start_commitment_digest check (commitment ~ '^[0-9a-f]{64}$'),
        rules_version integer not null,
        places integer constraint fair_start_places_range check (places >= 0),
        seed text,
        constraint fair_start_revealed check ((seed is null) = (places is null))
      );
      create table fair_start_seed (
        activity_id uuid constraint fair_start_seed_pk primary key constraint fair_start_seed_fk references fair_start,
        seed text not null constraint fair_start_seed_long check (length(seed) >= 32)
      );
      create table draw_entry (
        id uuid constraint draw_entry_pk primary key,
        activity_id uuid not null constraint draw_entry_fair_start_fk references fair_start,
        invite_code uuid,
        size smallint constraint draw_entry_size_positive check (size > 0),
        tickets smallint constraint draw_entry_tickets_range check (tickets between 1 and 100),
        number text collate "C",
        is_placed boolean,
        constraint draw_entry_drawn check (num_nulls(size, tickets, number, is_placed) in (0, 4))
      );
      create index draw_entry_order on draw_entry (activity_id, number);
      create unique index draw_entry_invite on draw_entry (invite_code);
      alter table registration
        add constraint registration_party_fk foreign key (party_id) references draw_entry,
        add constraint registration_entered_in_party check (status <> 'ENTERED' or party_id is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registration drop constraint registration_entered_in_party, drop constraint registration_party_fk;
      drop table draw_entry, fair_start_seed, fair_start;
      alter table activity drop constraint activity_drawn_after_collecting, drop constraint activity_collection_dates,
        drop drawn_at, drop collection_closes_at, drop collection_opens_at;
    `);
  }
}
