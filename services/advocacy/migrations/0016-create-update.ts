import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * News of public matters. A `matter_change` is what happened; `member_update` tells it to one member, at most once: the
 * primary key says so, whoever tries. `told_through` is how far the telling of a large audience has come.
 */
export class CreateUpdate1780000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table matter_change (
        id uuid constraint matter_change_pk primary key,
        subject_kind text not null constraint matter_change_subject_known check (subject_kind in ('ISSUE', 'PROPOSAL')),
        subject_id uuid not null,
        change text not null,
        source_id text not null,
        at timestamptz not null,
        audience text,
        told_through uuid,
        told_at timestamptz,
        constraint matter_change_once unique (subject_kind, subject_id, change, source_id)
      );
      create table member_update (
        member_id uuid not null,
        change_id uuid not null constraint member_update_change_fk references matter_change on delete cascade,
        at timestamptz not null,
        read_at timestamptz,
        constraint member_update_once primary key (member_id, change_id)
      );
      create index member_update_change on member_update (change_id);
      create index member_update_newest on member_update (member_id, at desc, change_id desc);
      create index member_update_unread on member_update (member_id) where read_at is null;
      create table update_mute (
        member_id uuid not null,
        subject_kind text not null constraint update_mute_subject_known check (subject_kind in ('ISSUE', 'PROPOSAL')),
        subject_id uuid not null,
        constraint update_mute_pk primary key (member_id, subject_kind, subject_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table update_mute; drop table member_update; drop table matter_change;');
  }
}
