import type { MigrationInterface, QueryRunner } from 'typeorm';

const former = `
  add constraint disclosure_reader_role_known
    check (reader_role in ('CASE_WORKER', 'DEPARTMENT_STAFF', 'DEPARTMENT_LEAD', 'DEPARTMENT_CLIENT', 'REPRESENTATIVE')),
  add constraint disclosure_purpose_known check (purpose in ('CASE_WORK', 'ANSWER_REFERRAL', 'REPRESENTATION'))`;

/**
 * The read ledger is append only for whoever writes through this service: rows are never deleted, and the one change the
 * database takes is their erasure, salt and facts at once, which leaves the chain whole. It names what entitled a reader.
 * Emergency access is asked by one person and granted by another, ends by itself, and is told to the student by a date.
 */
export class GuardLedger1780000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ledger);
    await runner.query(emergency);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table emergency_guardian;
      drop table emergency_access;
      drop trigger disclosure_only_erased on disclosure;
      drop trigger disclosure_never_emptied on disclosure;
      drop function disclosure_is_only_erased();
      alter table disclosure disable trigger disclosure_append_only;
      delete from disclosure where salt is null
        or reader_role not in ('CASE_WORKER', 'DEPARTMENT_STAFF', 'DEPARTMENT_LEAD', 'DEPARTMENT_CLIENT', 'REPRESENTATIVE')
        or purpose not in ('CASE_WORK', 'ANSWER_REFERRAL', 'REPRESENTATION');
      alter table disclosure enable trigger disclosure_append_only;
      alter table disclosure
        drop constraint disclosure_erased_whole, drop constraint disclosure_reader_role_known,
        drop constraint disclosure_purpose_known, drop column ground_id,
        alter column reader_role set not null, alter column reader set not null, alter column fields set not null,
        alter column purpose set not null, alter column at set not null, alter column case_id set not null, ${former};
    `);
  }
}

const ledger = `
  alter table disclosure
    drop constraint disclosure_reader_role_known, drop constraint disclosure_purpose_known,
    alter column reader_role drop not null, alter column reader drop not null, alter column fields drop not null,
    alter column purpose drop not null, alter column at drop not null, alter column case_id drop not null,
    add column ground_id uuid,
    add constraint disclosure_reader_role_known check (reader_role in (
      'STUDENT', 'REPRESENTATIVE', 'CASE_WORKER', 'SECOND_WORKER', 'DEPARTMENT_STAFF', 'DEPARTMENT_LEAD', 'DEPARTMENT_CLIENT',
      'ADVICE_MANAGER', 'GUARDIAN')),
    add constraint disclosure_purpose_known check (purpose in (
      'CASE_WORK', 'ANSWER_REFERRAL', 'REPRESENTATION', 'REACH_STUDENT', 'VERIFY_STUDENT', 'SAFEGUARDING', 'LEGAL_DUTY',
      'EMERGENCY', 'SECOND_PERSON', 'OWN_EXPORT', 'FILE_EXPORT')),
    add constraint disclosure_erased_whole check (
      num_nulls(salt, reader_role, reader, fields, purpose, at, case_id) in (0, 7)
      and (salt is not null or (referral_id is null and ground_id is null)));
  create function disclosure_is_only_erased() returns trigger language plpgsql as $$
  begin
    if new.salt is null and old.salt is not null
      and (new.student, new.position, new.commitment, new.hash) = (old.student, old.position, old.commitment, old.hash) then
      return new;
    end if;
    raise exception 'the read ledger is append only' using errcode = 'check_violation', constraint = 'disclosure_append_only';
  end $$;
  create trigger disclosure_only_erased before update on disclosure for each row execute function disclosure_is_only_erased();
  create trigger disclosure_never_emptied before truncate on disclosure for each statement execute function disclosure_is_append_only();`;

const emergency = `
  create table emergency_access (
    id uuid constraint emergency_access_pk primary key,
    case_id uuid not null constraint emergency_access_case_fk references case_file,
    reason text not null constraint emergency_access_reason_known check (reason in (
      'RISK_TO_LIFE', 'SERIOUS_HARM', 'HARM_TO_OTHERS', 'URGENT_DEADLINE', 'LEGAL_DUTY')),
    words bytea not null,
    status text not null constraint emergency_access_status_known check (status in ('ASKED', 'LAPSED', 'GRANTED', 'REFUSED', 'ENDED')),
    asked_by text not null,
    asked_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    expires_at timestamptz,
    ended_at timestamptz,
    tell_later_ground text constraint emergency_access_later_ground_known
      check (tell_later_ground in ('WOULD_ADD_DANGER', 'WOULD_HINDER_INQUIRY')),
    tell_by timestamptz,
    version integer not null,
    constraint emergency_access_two_persons check (decided_by <> asked_by),
    constraint emergency_access_decided check (
      (status in ('ASKED', 'LAPSED')) = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    constraint emergency_access_is_short check (
      (status in ('GRANTED', 'ENDED')) = (expires_at is not null)
      and (expires_at is null or (expires_at > decided_at and expires_at <= decided_at + interval '24 hours'))),
    constraint emergency_access_ended check ((status = 'ENDED') = (ended_at is not null)),
    constraint emergency_access_told_later_by_a_date check (
      (tell_later_ground is null) = (tell_by is null) and (tell_by is null or tell_by <= asked_at + interval '28 days'))
  );
  create index emergency_access_case on emergency_access (case_id, asked_at, id);
  create index emergency_access_asked_at on emergency_access (asked_at, id);
  create unique index emergency_access_one_open on emergency_access (case_id, asked_by) where status in ('ASKED', 'GRANTED');
  create table emergency_guardian (
    id uuid constraint emergency_guardian_pk primary key,
    subject text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    appointed_by text not null,
    version integer not null,
    constraint emergency_guardian_dates check (ends_at >= starts_at),
    constraint emergency_guardian_not_by_oneself check (appointed_by <> subject),
    constraint emergency_guardian_one_at_a_time exclude using gist (subject with =, tstzrange(starts_at, ends_at) with &&)
  );`;
