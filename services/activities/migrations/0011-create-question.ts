import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organisers ask of those who register, and what these answer. An answer is of one registration and goes with it. */
export class CreateQuestion1780000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table question (
        id uuid constraint question_pk primary key,
        activity_id uuid not null constraint question_activity_fk references activity,
        position integer not null constraint question_position_range check (position between 1 and 10),
        kind text not null constraint question_kind_known check (kind in ('TEXT', 'CHOICE', 'NUMBER', 'AGREEMENT')),
        wording text not null,
        is_required boolean not null,
        options text[] not null,
        constraint question_place unique (activity_id, position) deferrable initially deferred,
        constraint question_choice_has_options check ((kind = 'CHOICE') = (cardinality(options) > 0))
      );
      create table question_answer (
        registration_id uuid not null constraint question_answer_registration_fk references registration,
        question_id uuid not null constraint question_answer_question_fk references question,
        member_id uuid not null,
        value text not null constraint question_answer_short check (char_length(value) between 1 and 500),
        answered_at timestamptz not null,
        constraint question_answer_pk primary key (registration_id, question_id)
      );
      create index question_answer_question on question_answer (question_id);
      create index question_answer_member on question_answer (member_id, answered_at);
      create function question_keeps_kind() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from question_answer a where a.question_id = old.id) then
          raise exception 'a question that is answered keeps its kind' using errcode = 'check_violation', constraint = 'question_keeps_kind';
        end if;
        return new;
      end $$;
      create trigger question_keeps_kind before update of kind on question
        for each row when (old.kind is distinct from new.kind) execute function question_keeps_kind();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table question_answer; drop table question; drop function question_keeps_kind();');
  }
}
