import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who holds which training, as learning tells, and which path a role of a shift asks to be completed first. */
export class RequireTraining1780000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table training (
        id uuid constraint training_pk primary key,
        member_id uuid not null,
        path_id uuid not null,
        held_at timestamptz,
        changed_at timestamptz not null
      );
      create index training_held on training (member_id, path_id) where held_at is not null;
      alter table shift_role add column required_path_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table shift_role drop column required_path_id; drop table training');
  }
}
