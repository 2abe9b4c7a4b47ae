import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What becomes of a case after its end: lessons for everybody, erasure after its time with holds that stop it, a bundle
 * for an external adjudicator, and causes that many cases share. A case without a data key is over for good: the tables
 * refuse to erase under a hold and to go on with what was erased.
 */
export class CloseTheLoop1780000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lessons);
    await runner.query(retention);
    await runner.query(exports);
    await runner.query(collective);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table collective_suggestion;
      drop table case_cause;
      drop table collective_rule;
      drop table case_export_download;
      drop table case_export;
      drop trigger case_file_erased_unheld on case_file;
      drop function case_file_is_unheld();
      drop table retention_salt;
      drop table case_erasure;
      drop table case_hold;
      drop table retention_rule;
      drop table lesson;
      delete from sealed_text where place like 'export/%';
    `);
  }
}

const matters = `('HOUSING', 'ACADEMIC', 'MONEY', 'COMPLAINT', 'MISCONDUCT', 'OTHER')`;

const lessons = `
  create table lesson (
    id uuid constraint lesson_pk primary key,
    case_id uuid constraint lesson_case_fk references case_file,
    matter text not null constraint lesson_matter_known check (matter in ${matters}),
    status text not null constraint lesson_status_known check (status in ('PROPOSED', 'RETURNED', 'PUBLISHED')),
    return_reason text constraint lesson_return_reason_known check (return_reason in ('NAMES_SOMEBODY', 'TELLS_THE_CASE', 'UNCLEAR')),
    proposed_at timestamptz not null,
    key_id text,
    data_key bytea,
    content bytea,
    words text,
    decided_by text,
    decided_at timestamptz,
    shown_at timestamptz,
    version integer not null,
    constraint lesson_published_apart_from_case check (
      (status = 'PUBLISHED') = (words is not null) and (status = 'PUBLISHED') = (case_id is null)
      and (words is null) = (content is not null) and (content is null) = (data_key is null) and (data_key is null) = (key_id is null)),
    constraint lesson_read_twice check ((status = 'PROPOSED') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    constraint lesson_returned_with_reason check ((status = 'RETURNED') = (return_reason is not null)),
    constraint lesson_shown_once_published check (shown_at is null or status = 'PUBLISHED')
  );
  create unique index lesson_one_per_case on lesson (case_id) where case_id is not null;
  create index lesson_shown on lesson (shown_at desc, id desc) where shown_at is not null;
  create index lesson_waiting on lesson (proposed_at, id) where status = 'PROPOSED';`;

const retention = `
  create table retention_rule (
    version integer not null,
    valid_from timestamptz not null,
    matter text not null constraint retention_rule_matter_known check (matter in ${matters}),
    months integer not null constraint retention_rule_months check (months > 0),
    constraint retention_rule_pk primary key (version, matter),
    constraint retention_rule_valid_from_unique unique (valid_from, matter)
  );
  insert into retention_rule values
    (1, '2000-01-01', 'HOUSING', 24), (1, '2000-01-01', 'ACADEMIC', 72), (1, '2000-01-01', 'MONEY', 36),
    (1, '2000-01-01', 'COMPLAINT', 72), (1, '2000-01-01', 'MISCONDUCT', 72), (1, '2000-01-01', 'OTHER', 24);
  create table case_hold (
    id uuid constraint case_hold_pk primary key,
    case_id uuid not null constraint case_hold_case_fk references case_file,
    basis text not null constraint case_hold_basis_known check (basis in ('LEGAL', 'ADJUDICATOR')),
    placed_by text not null,
    placed_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    constraint case_hold_lifted check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null or lifted_at >= placed_at))
  );
  create index case_hold_case on case_hold (case_id, placed_at);
  create unique index case_hold_one_standing on case_hold (case_id, basis) where lifted_at is null;
  create table case_erasure (
    case_id uuid constraint case_erasure_pk primary key constraint case_erasure_case_fk references case_file,
    reason text not null constraint case_erasure_reason_known check (reason in ('RETENTION', 'STUDENT')),
    erased_at timestamptz not null
  );
  create table retention_salt (
    academic_year integer constraint retention_salt_pk primary key,
    salt bytea not null
  );
  create function case_file_is_unheld() returns trigger language plpgsql as $$
  begin
    if old.data_key is not null and exists (select 1 from case_hold where case_id = new.id and lifted_at is null) then
      raise exception 'a case that is held is not erased' using errcode = 'check_violation', constraint = 'case_file_erased_unheld';
    end if;
    if old.data_key is null and new.status <> old.status then
      raise exception 'an erased case is over for good' using errcode = 'check_violation', constraint = 'case_file_erased_is_over';
    end if;
    return new;
  end $$;
  create trigger case_file_erased_unheld before update on case_file for each row
    when (new.data_key is null) execute function case_file_is_unheld();`;

const exports = `
  create table case_export (
    id uuid constraint case_export_pk primary key,
    case_id uuid not null constraint case_export_case_fk references case_file,
    status text not null constraint case_export_status_known check (status in (
      'REQUESTED', 'BUILT', 'OFFERED', 'CONSENTED', 'REFUSED', 'DISCARDED', 'EXPIRED')),
    requested_by text not null,
    requested_at timestamptz not null,
    built_at timestamptz,
    offered_at timestamptz,
    answered_at timestamptz,
    expires_at timestamptz,
    digest text,
    size_bytes integer,
    consented_digest text,
    version integer not null,
    constraint case_export_built check ((digest is null) = (built_at is null) and (digest is null) = (size_bytes is null)),
    constraint case_export_offered_when_built check (offered_at is null or built_at is not null),
    constraint case_export_consent_to_exactly_this check (
      (status = 'CONSENTED') <= (consented_digest is not null and consented_digest = digest and answered_at is not null))
  );
  create index case_export_case on case_export (case_id, requested_at, id);
  create unique index case_export_one_living on case_export (case_id) where status in ('REQUESTED', 'BUILT', 'OFFERED', 'CONSENTED');
  create table case_export_download (
    id uuid constraint case_export_download_pk primary key,
    export_id uuid not null constraint case_export_download_export_fk references case_export,
    by_whom text not null constraint case_export_download_by_known check (by_whom in ('STUDENT', 'CASE_WORKER')),
    at timestamptz not null
  );
  create index case_export_download_export on case_export_download (export_id, at);`;

const collective = `
  create table collective_rule (
    version integer constraint collective_rule_pk primary key,
    valid_from timestamptz not null constraint collective_rule_valid_from_unique unique,
    students_min integer not null constraint collective_rule_students check (students_min >= 10),
    months integer not null constraint collective_rule_months check (months > 0)
  );
  insert into collective_rule values (1, '2000-01-01', 10, 12);
  create table case_cause (
    case_id uuid constraint case_cause_pk primary key constraint case_cause_case_fk references case_file,
    cause text not null constraint case_cause_known check (cause in (
      'REPAIRS', 'CHARGES', 'MARKING', 'EXTENSIONS', 'INFORMATION', 'DELAY', 'ACCESSIBILITY', 'CONDUCT', 'PAYMENTS', 'OTHER')),
    department_id uuid not null constraint case_cause_department_fk references department,
    named_at timestamptz not null,
    consented_at timestamptz,
    version integer not null
  );
  create index case_cause_department on case_cause (department_id, cause);
  create table collective_suggestion (
    id uuid constraint collective_suggestion_pk primary key,
    cause text not null,
    department_id uuid not null constraint collective_suggestion_department_fk references department,
    status text not null constraint collective_suggestion_status_known check (status in ('SUGGESTED', 'RAISED', 'DISMISSED')),
    counted_students integer not null,
    shown_students integer not null constraint collective_suggestion_rounded check (shown_students % 5 = 0),
    counted_at timestamptz not null,
    decided_at timestamptz,
    matter_id uuid,
    version integer not null,
    constraint collective_suggestion_once unique (cause, department_id),
    constraint collective_suggestion_many check (counted_students >= 10),
    constraint collective_suggestion_raised check ((status = 'SUGGESTED') = (decided_at is null))
  );
  create index collective_suggestion_department on collective_suggestion (department_id);`;
