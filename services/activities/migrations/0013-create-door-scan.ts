import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was scanned at checkpoints, and what was taken back. Rows are added and never deleted; at most one scan counts
 * for a registration, a checkpoint and a direction (machine D, invariant 7), and a device names a scan once.
 */
export class CreateDoorScan1780000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table door_scan (
        id uuid constraint door_scan_pk primary key,
        activity_id uuid not null constraint door_scan_activity_fk references activity,
        checkpoint_id uuid not null constraint door_scan_checkpoint_fk references checkpoint,
        registration_id uuid not null constraint door_scan_registration_fk references registration,
        direction text not null constraint door_scan_direction_known check (direction in ('IN', 'OUT')),
        method text not null constraint door_scan_method_known check (method in ('PASS', 'LIST', 'CODE')),
        device_id uuid not null,
        device_label text,
        nonce uuid not null,
        scanned_at timestamptz not null,
        device_time timestamptz not null,
        received_at timestamptz not null,
        recorded_by uuid,
        rules_version integer not null,
        is_counted boolean not null,
        constraint door_scan_nonce_once unique (device_id, nonce),
        constraint door_scan_not_in_future check (scanned_at <= received_at)
      );
      create unique index door_scan_one_counted on door_scan (registration_id, checkpoint_id, direction) where is_counted;
      create index door_scan_activity on door_scan (activity_id);
      create index door_scan_checkpoint on door_scan (checkpoint_id);
      create index door_scan_registration on door_scan (registration_id, scanned_at, id);
      create index door_scan_recorded_by on door_scan (recorded_by);
      create table door_undo (
        id uuid constraint door_undo_pk primary key,
        activity_id uuid not null constraint door_undo_activity_fk references activity,
        checkpoint_id uuid not null constraint door_undo_checkpoint_fk references checkpoint,
        registration_id uuid not null constraint door_undo_registration_fk references registration,
        direction text not null constraint door_undo_direction_known check (direction in ('IN', 'OUT')),
        undone_at timestamptz not null,
        undone_by uuid,
        reason text not null constraint door_undo_has_reason check (reason <> '')
      );
      create index door_undo_activity on door_undo (activity_id);
      create index door_undo_checkpoint on door_undo (checkpoint_id);
      create index door_undo_registration on door_undo (registration_id, undone_at, id);
      create index door_undo_undone_by on door_undo (undone_by);
      create table door_guess (
        activity_id uuid not null constraint door_guess_activity_fk references activity,
        member_id uuid not null,
        guesses integer not null constraint door_guess_positive check (guesses > 0),
        since timestamptz not null,
        constraint door_guess_pk primary key (activity_id, member_id)
      );
      create index door_guess_member on door_guess (member_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table door_guess; drop table door_undo; drop table door_scan');
  }
}
