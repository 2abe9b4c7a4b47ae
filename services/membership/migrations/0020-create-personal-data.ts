import { createExportTables, dropExportTables } from '@guildhall/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Copies of what is kept about somebody, one at a time, and erasures with the confirmations of every service. What an
 * erased member leaves in the register is an id and the week of joining; the check says so, whoever writes.
 */
export class CreatePersonalData1780000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createExportTables(runner);
    await runner.query(letErasureThrough(true));
    await runner.query(`
      create table data_export (
        id uuid constraint data_export_pk primary key,
        member_id uuid not null constraint data_export_member_fk references member,
        requested_at timestamptz not null,
        finished_at timestamptz,
        version integer not null
      );
      create unique index data_export_one_running on data_export (member_id) where finished_at is null;
      create index data_export_member on data_export (member_id, requested_at);
      create table data_export_written (
        export_id uuid not null constraint data_export_written_export_fk references data_export on delete cascade,
        service text not null constraint data_export_written_service_known check (service in ('membership', 'activities', 'learning')),
        written_at timestamptz not null,
        constraint data_export_written_once primary key (export_id, service)
      );
      create table erasure (
        id uuid constraint erasure_pk primary key,
        member_id uuid not null constraint erasure_member_fk references member,
        status text not null constraint erasure_status_known check (status in ('SCHEDULED', 'CANCELLED', 'DONE')),
        rules_version integer not null,
        requested_at timestamptz not null,
        due_at timestamptz not null,
        ended_at timestamptz,
        version integer not null,
        constraint erasure_due_later check (due_at > requested_at),
        constraint erasure_ends check ((status = 'SCHEDULED') = (ended_at is null))
      );
      create unique index erasure_one_live on erasure (member_id) where status in ('SCHEDULED', 'DONE');
      create index erasure_member on erasure (member_id);
      create index erasure_queue on erasure (requested_at, id) where status <> 'CANCELLED';
      create table erasure_confirmation (
        erasure_id uuid not null constraint erasure_confirmation_erasure_fk references erasure,
        service text not null constraint erasure_confirmation_service_known
          check (service in ('membership', 'activities', 'advocacy', 'learning')),
        confirmed_at timestamptz not null,
        constraint erasure_confirmation_once primary key (erasure_id, service)
      );
      alter table member add constraint member_erased_is_empty check (status <> 'ERASED' or (
        subject = 'erased:' || id and student_number = 'erased:' || id and display_name = '' and pronouns is null and bio is null
        and faculty = '' and programme = '' and interests = '{}' and skills = '{}' and languages = '{}'
        and status_reason is null and status_until is null)) not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(letErasureThrough(false));
    await runner.query(`
      alter table member drop constraint member_erased_is_empty;
      drop table erasure_confirmation;
      drop table erasure;
      drop table data_export_written;
      drop table data_export;
    `);
    await dropExportTables(runner);
  }
}

/** Consents and readings are never deleted, but by the erasure of the member they are about, which names them first. */
function letErasureThrough(isLet: boolean): string {
  const exception = `
        if tg_op = 'DELETE' and current_setting('guildhall.erasing', true) = old.member_id::text then
          return old;
        end if;`;
  return `
      create or replace function member_consent_only_ends() returns trigger language plpgsql as $$
      begin${isLet ? exception : ''}
        if tg_op = 'DELETE' then
          raise exception 'a consent is never deleted' using errcode = 'check_violation', constraint = 'member_consent_only_ends';
        end if;
        if old.withdrawn_at is not null
          or (new.id, new.member_id, new.purpose, new.fields, new.audience, new.from_at, new.to_at)
            is distinct from (old.id, old.member_id, old.purpose, old.fields, old.audience, old.from_at, old.to_at)
          or new.group_id is distinct from old.group_id then
          raise exception 'a consent can only be withdrawn, once' using errcode = 'check_violation', constraint = 'member_consent_only_ends';
        end if;
        return new;
      end $$;
      create or replace function needs_reading_stays() returns trigger language plpgsql as $$
      begin${isLet ? exception : ''}
        raise exception 'a reading is never changed' using errcode = 'check_violation', constraint = 'needs_reading_stays';
      end $$;`;
}
