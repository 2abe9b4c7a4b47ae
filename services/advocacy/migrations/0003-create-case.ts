import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases. The student is a keyed pseudonym; every word that a person wrote lies in `sealed_text`, encrypted under the
 * data key of its case, which is itself wrapped by the service's master key. Deleting the data key erases the words.
 * Policy numbers and the working-day calendar are versioned data, so that a change never moves a deadline that exists.
 */
export class CreateCase1780000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_rule (
        version integer constraint service_rule_pk primary key,
        valid_from timestamptz not null constraint service_rule_valid_from_unique unique,
        working_weekdays integer[] not null,
        holidays text[] not null,
        closures jsonb not null,
        acknowledge_days integer not null,
        first_contact_days integer not null,
        department_answer_days integer not null,
        silence_days integer not null,
        constraint service_rule_days check (
          acknowledge_days > 0 and first_contact_days > 0 and department_answer_days > 0 and silence_days > 0)
      );
      insert into service_rule values (1, '2000-01-01', '{1,2,3,4,5}',
        '{2025-12-25,2025-12-26,2026-01-01,2026-04-03,2026-04-06,2026-05-04,2026-05-25,2026-08-31,2026-12-25,2026-12-28,2027-01-01,2027-03-26,2027-03-29,2027-05-03,2027-05-31,2027-08-30}',
        '[{"from": "2025-12-24", "to": "2026-01-02"}, {"from": "2026-12-24", "to": "2027-01-03"}]', 2, 5, 10, 10);
      create table case_file (
        id uuid constraint case_file_pk primary key,
        student text not null,
        matter text not null constraint case_file_matter_known
          check (matter in ('HOUSING', 'ACADEMIC', 'MONEY', 'COMPLAINT', 'MISCONDUCT', 'OTHER')),
        urgency text not null constraint case_file_urgency_known check (urgency in ('LOW', 'NORMAL', 'HIGH')),
        stage text not null constraint case_file_stage_known
          check (stage in ('ADVICE', 'EARLY_RESOLUTION', 'FORMAL', 'REVIEW', 'EXTERNAL')),
        status text not null constraint case_file_status_known check (status in (
          'NEW', 'CONFLICT_CHECK', 'CONFLICT', 'SIGNPOSTED', 'TRIAGED', 'OPEN', 'WAITING_STUDENT', 'WAITING_DEPARTMENT',
          'DORMANT', 'OUTCOME', 'CLOSED', 'REOPENED')),
        assignee text,
        outcome text constraint case_file_outcome_known check (outcome in (
          'RESOLVED_EARLY', 'UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'SETTLED', 'WITHDRAWN', 'OUT_OF_SCOPE', 'NO_CONTACT', 'SIGNPOSTED')),
        opened_at timestamptz not null,
        triaged_at timestamptz,
        dormant_at timestamptz,
        closed_at timestamptz,
        key_id text not null,
        data_key bytea,
        version integer not null,
        constraint case_file_worked_on_is_assigned check (
          assignee is not null or status not in ('OPEN', 'WAITING_STUDENT', 'WAITING_DEPARTMENT', 'DORMANT', 'OUTCOME'))
      );
      create index case_file_student on case_file (student, opened_at, id);
      create index case_file_assignee on case_file (assignee, opened_at, id);
      create index case_file_opened_at on case_file (opened_at, id);
      create table case_party (
        case_id uuid not null constraint case_party_case_fk references case_file,
        side text not null constraint case_party_side_known check (side in ('STUDENT', 'OTHER')),
        name_index text not null,
        constraint case_party_pk primary key (case_id, side, name_index)
      );
      create index case_party_name on case_party (name_index, side);
      create table case_assignment (
        id uuid constraint case_assignment_pk primary key,
        case_id uuid not null constraint case_assignment_case_fk references case_file,
        subject text not null,
        assigned_at timestamptz not null
      );
      create index case_assignment_case on case_assignment (case_id);
      create table case_deadline (
        id uuid constraint case_deadline_pk primary key,
        case_id uuid not null constraint case_deadline_case_fk references case_file,
        kind text not null constraint case_deadline_kind_known check (kind in ('ACKNOWLEDGE', 'FIRST_CONTACT', 'PROCEDURE')),
        starts_at timestamptz not null,
        due_at timestamptz not null,
        met_at timestamptz,
        rule_version integer constraint case_deadline_rule_fk references service_rule
      );
      create index case_deadline_case on case_deadline (case_id);
      create index case_deadline_rule on case_deadline (rule_version);
      create table case_message (
        id uuid constraint case_message_pk primary key,
        case_id uuid not null constraint case_message_case_fk references case_file,
        author text not null constraint case_message_author_known check (author in ('STUDENT', 'CASE_WORKER')),
        sent_at timestamptz not null
      );
      create index case_message_case on case_message (case_id, sent_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table case_message;
      drop table case_deadline;
      drop table case_assignment;
      drop table case_party;
      drop table case_file;
      drop table service_rule;
    `);
  }
}
