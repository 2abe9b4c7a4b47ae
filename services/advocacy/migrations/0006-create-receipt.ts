import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ways to a case besides one's own sign-in: a receipt code, a representative, a case worker who opens it on a student's
 * behalf; and the advice team's templates. A code is kept as a keyed digest alone. An anonymous case stays informal.
 */
export class CreateReceipt1780000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_file
        add column is_anonymous boolean not null default false,
        add column unconfirmed_since timestamptz,
        add constraint case_file_anonymous_is_informal check (not is_anonymous or stage in ('ADVICE', 'EARLY_RESOLUTION'));
      create table case_receipt (
        id uuid constraint case_receipt_pk primary key,
        code_digest text not null constraint case_receipt_code_unique unique,
        case_id uuid not null constraint case_receipt_case_fk references case_file,
        kind text not null constraint case_receipt_kind_known check (kind in ('ANONYMOUS', 'STATUS')),
        opened_case boolean not null,
        made_at timestamptz not null,
        ended_at timestamptz
      );
      create index case_receipt_case on case_receipt (case_id);
      create unique index case_receipt_one_living on case_receipt (case_id) where ended_at is null;
      create index case_receipt_opened on case_receipt (made_at) where opened_case;
      create table case_representative (
        id uuid constraint case_representative_pk primary key,
        case_id uuid not null constraint case_representative_case_fk references case_file,
        representative text not null,
        scope text not null constraint case_representative_scope_known check (scope in ('READ', 'READ_AND_WRITE')),
        named_at timestamptz not null,
        ends_at timestamptz not null,
        withdrawn_at timestamptz,
        version integer not null,
        constraint case_representative_dates check (ends_at > named_at and (withdrawn_at is null or withdrawn_at >= named_at)),
        constraint case_representative_one_at_a_time exclude using gist (
          case_id with =, representative with =, tstzrange(named_at, least(ends_at, coalesce(withdrawn_at, ends_at))) with &&
        )
      );
      create index case_representative_case on case_representative (case_id);
      create index case_representative_person on case_representative (representative, case_id);
      create table case_authority (
        case_id uuid constraint case_authority_pk primary key constraint case_authority_case_fk references case_file,
        basis text not null constraint case_authority_basis_known check (basis in ('IN_PERSON', 'PHONE', 'WRITTEN')),
        recorded_by text not null,
        recorded_at timestamptz not null,
        confirmed_at timestamptz
      );
      create table message_template (
        id uuid constraint message_template_pk primary key,
        name text not null,
        matter text constraint message_template_matter_known
          check (matter in ('HOUSING', 'ACADEMIC', 'MONEY', 'COMPLAINT', 'MISCONDUCT', 'OTHER')),
        language text not null constraint message_template_language_known check (language in ('en', 'zh-CN')),
        retired_at timestamptz,
        version integer not null
      );
      create unique index message_template_name_unique on message_template (lower(name), language) where retired_at is null;
      create table message_template_text (
        template_id uuid not null constraint message_template_text_template_fk references message_template,
        number integer not null constraint message_template_text_number_positive check (number > 0),
        body text not null,
        written_by text not null,
        written_at timestamptz not null,
        constraint message_template_text_pk primary key (template_id, number)
      );
      alter table case_message drop constraint case_message_author_known,
        add constraint case_message_author_known check (author in ('STUDENT', 'CASE_WORKER', 'REPRESENTATIVE'));
      alter table disclosure drop constraint disclosure_reader_role_known,
        add constraint disclosure_reader_role_known check (reader_role in (
          'CASE_WORKER', 'DEPARTMENT_STAFF', 'DEPARTMENT_LEAD', 'DEPARTMENT_CLIENT', 'REPRESENTATIVE')),
        drop constraint disclosure_purpose_known,
        add constraint disclosure_purpose_known check (purpose in ('CASE_WORK', 'ANSWER_REFERRAL', 'REPRESENTATION'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table disclosure drop constraint disclosure_purpose_known, drop constraint disclosure_reader_role_known,
        add constraint disclosure_reader_role_known
          check (reader_role in ('CASE_WORKER', 'DEPARTMENT_STAFF', 'DEPARTMENT_LEAD', 'DEPARTMENT_CLIENT')),
        add constraint disclosure_purpose_known check (purpose in ('CASE_WORK', 'ANSWER_REFERRAL'));
      alter table case_message drop constraint case_message_author_known,
        add constraint case_message_author_known check (author in ('STUDENT', 'CASE_WORKER'));
      drop table message_template_text;
      drop table message_template;
      drop table case_authority;
      drop table case_representative;
      drop table case_receipt;
      alter table case_file drop constraint case_file_anonymous_is_informal, drop column unconfirmed_since, drop column is_anonymous;
    `);
  }
}
