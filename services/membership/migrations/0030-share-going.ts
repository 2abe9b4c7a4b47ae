import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who shows their connections which activities they go to: whoever has a row. Nobody does until they say so. */
export class ShareGoing1780000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table going_sharing (
        member_id uuid constraint going_sharing_pk primary key
          constraint going_sharing_member_fk references member
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table going_sharing');
  }
}
