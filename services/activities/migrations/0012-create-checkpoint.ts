import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Checkpoints of activities, and how often the pass of a registration was made invalid. A number is never used twice
 * within an activity, because signed passes carry it; a main door is written down when it is first needed.
 */
export class CreateCheckpoint1780000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table checkpoint (
        id uuid constraint checkpoint_pk primary key,
        activity_id uuid not null constraint checkpoint_activity_fk references activity,
        number integer not null constraint checkpoint_number_range check (number between 0 and 255),
        name text,
        is_self_service boolean not null,
        removed_at timestamptz,
        constraint checkpoint_number_once unique (activity_id, number),
        constraint checkpoint_main_door check ((number = 0) = (id = activity_id) and (number = 0) = (name is null)),
        constraint checkpoint_main_door_stays check (number > 0 or removed_at is null)
      );
      create table check_in_pass (
        registration_id uuid constraint check_in_pass_pk primary key constraint check_in_pass_registration_fk references registration,
        issue integer not null constraint check_in_pass_issue_range check (issue between 1 and 65535),
        renewed_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table check_in_pass; drop table checkpoint');
  }
}
