import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Referrals, the only thing a department ever sees, and all sealed words with the layer that may read them: CASE for the
 * student and the assigned worker, RELEASED for the department of the referral too, DEPARTMENT for that department alone.
 */
export class CreateReferral1780000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table referral (
        id uuid constraint referral_pk primary key,
        case_id uuid not null constraint referral_case_fk references case_file,
        department_id uuid not null constraint referral_department_fk references department,
        status text not null constraint referral_status_known check (status in (
          'DRAFTED', 'CONSENTED', 'SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED', 'RESPONDED', 'ACTIONS', 'CLOSED', 'WITHDRAWN')),
        drafted_at timestamptz not null,
        consented_at timestamptz,
        withdrawn_at timestamptz,
        sent_at timestamptz,
        due_at timestamptz,
        responded_at timestamptz,
        decision text constraint referral_decision_known check (decision in ('AGREE', 'PARTLY', 'DECLINE', 'REDIRECT')),
        redirect_to_id uuid constraint referral_redirect_fk references department,
        version integer not null,
        constraint referral_sent_with_consent check (sent_at is null or (consented_at is not null and due_at is not null)),
        constraint referral_withdrawn check ((status = 'WITHDRAWN') = (withdrawn_at is not null)),
        constraint referral_answered check ((decision is null) = (responded_at is null)),
        constraint referral_redirect_named check ((decision is not distinct from 'REDIRECT') = (redirect_to_id is not null))
      );
      create index referral_case on referral (case_id);
      create index referral_department on referral (department_id, due_at, id) where sent_at is not null;
      create index referral_redirect on referral (redirect_to_id);
      create table referral_field (
        id uuid constraint referral_field_pk primary key,
        referral_id uuid not null constraint referral_field_referral_fk references referral,
        position integer not null,
        consented boolean not null default false,
        constraint referral_field_position_unique unique (referral_id, position)
      );
      create table referral_question (
        id uuid constraint referral_question_pk primary key,
        referral_id uuid not null constraint referral_question_referral_fk references referral,
        asked_at timestamptz not null,
        proposed_at timestamptz,
        answered_at timestamptz
      );
      create index referral_question_referral on referral_question (referral_id, asked_at);
      create unique index referral_question_one_open on referral_question (referral_id) where answered_at is null;
      create table sealed_text (
        case_id uuid not null constraint sealed_text_case_fk references case_file,
        place text not null,
        layer text not null constraint sealed_text_layer_known check (layer in ('CASE', 'RELEASED', 'DEPARTMENT')),
        referral_id uuid constraint sealed_text_referral_fk references referral,
        content bytea not null,
        constraint sealed_text_pk primary key (case_id, place),
        constraint sealed_text_layer_has_referral check (layer = 'CASE' or referral_id is not null)
      );
      create index sealed_text_referral on sealed_text (referral_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table sealed_text; drop table referral_question; drop table referral_field; drop table referral;',
    );
  }
}
