import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The secret addresses of members' own calendars, of which only the digest is kept, and who wants nothing recommended.
 * A revoked address is deleted: it is then like one that never was.
 */
export class CreateCalendarFeed1780000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feed (
        id uuid constraint calendar_feed_pk primary key,
        member_id uuid not null,
        name text not null constraint calendar_feed_name_short check (char_length(name) between 1 and 60),
        token_digest bytea not null constraint calendar_feed_token unique
          constraint calendar_feed_token_digest check (octet_length(token_digest) = 32),
        created_at timestamptz not null
      );
      create index calendar_feed_member on calendar_feed (member_id, created_at, id);
      create table recommendation_choice (
        member_id uuid constraint recommendation_choice_pk primary key,
        is_on boolean not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recommendation_choice; drop table calendar_feed');
  }
}
