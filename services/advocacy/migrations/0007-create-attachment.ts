import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files of cases. The bytes lie encrypted in a store outside the database, under a key that follows from the data key of
 * the case; the name and the digest are sealed texts. What is here tells size, kind and state alone.
 */
export class CreateAttachment1780000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_attachment (
        id uuid constraint case_attachment_pk primary key,
        case_id uuid not null constraint case_attachment_case_fk references case_file,
        sender text not null constraint case_attachment_sender_known check (sender in ('STUDENT', 'CASE_WORKER', 'REPRESENTATIVE')),
        layer text not null constraint case_attachment_layer_known check (layer in ('CASE', 'INTERNAL')),
        status text not null constraint case_attachment_status_known
          check (status in ('AWAITED', 'RECEIVING', 'STORED', 'REFUSED', 'FAILED', 'ERASED')),
        content_type text not null,
        size integer not null constraint case_attachment_size_positive check (size > 0),
        scan text constraint case_attachment_scan_known check (scan in ('NOT_SCANNED', 'CLEAN', 'INFECTED')),
        prepared_at timestamptz not null,
        expires_at timestamptz not null,
        stored_at timestamptz,
        version integer not null,
        constraint case_attachment_stored check ((status in ('STORED', 'ERASED')) = (stored_at is not null)),
        constraint case_attachment_stored_is_judged check (stored_at is null or scan in ('NOT_SCANNED', 'CLEAN')),
        constraint case_attachment_inside_is_the_teams check (layer = 'CASE' or sender = 'CASE_WORKER')
      );
      create index case_attachment_case on case_attachment (case_id, prepared_at, id);
      create index case_attachment_waiting on case_attachment (expires_at) where status in ('AWAITED', 'RECEIVING');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table case_attachment;');
  }
}
