import type { MigrationInterface, QueryRunner } from 'typeorm';

const statuses = `'NEW', 'CONFLICT_CHECK', 'CONFLICT', 'SIGNPOSTED', 'TRIAGED', 'OPEN', 'WAITING_STUDENT', 'WAITING_DEPARTMENT'`;

/** Mediation as a status of the work on a case. */
export class FileWalls1780000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_file drop constraint case_file_status_known, drop constraint case_file_worked_on_is_assigned,
        add constraint case_file_status_known check (status in (${statuses}, 'IN_MEDIATION', 'DORMANT', 'OUTCOME', 'CLOSED', 'REOPENED')),
        add constraint case_file_worked_on_is_assigned check (
          assignee is not null or status not in ('OPEN', 'WAITING_STUDENT', 'WAITING_DEPARTMENT', 'IN_MEDIATION', 'DORMANT', 'OUTCOME'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_file drop constraint case_file_status_known, drop constraint case_file_worked_on_is_assigned,
        add constraint case_file_status_known check (status in (${statuses}, 'DORMANT', 'OUTCOME', 'CLOSED', 'REOPENED')),
        add constraint case_file_worked_on_is_assigned check (
          assignee is not null or status not in ('OPEN', 'WAITING_STUDENT', 'WAITING_DEPARTMENT', 'DORMANT', 'OUTCOME'));
    `);
  }
}
