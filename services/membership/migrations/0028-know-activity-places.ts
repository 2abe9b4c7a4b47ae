import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who holds a place of which activity, as the activities service tells it. A row per registration remembers the newest
 * word on it, so that an old one that comes late changes nothing; `activity_place` is what may be read of it.
 */
export class KnowActivityPlaces1780000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table place_told (
        registration_id uuid constraint place_told_pk primary key,
        activity_id uuid not null,
        member_id uuid not null constraint place_told_member_fk references member,
        is_held boolean not null,
        changed_at timestamptz not null
      );
      create index place_told_held on place_told (activity_id, member_id) where is_held;
      create index place_told_member on place_told (member_id);
      create view activity_place as select distinct activity_id, member_id from place_told where is_held;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view activity_place; drop table place_told;');
  }
}
