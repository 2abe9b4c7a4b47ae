import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The read ledger: one row per reading of sealed words by anybody but the student, chained per student over salted
 * commitments. Erasure may drop the salt and the facts; position, commitment and hash stay, and so does the chain.
 */
export class CreateDisclosure1780000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table disclosure (
        student text not null,
        position integer not null constraint disclosure_position_positive check (position > 0),
        case_id uuid not null constraint disclosure_case_fk references case_file,
        referral_id uuid constraint disclosure_referral_fk references referral,
        reader_role text not null constraint disclosure_reader_role_known
          check (reader_role in ('CASE_WORKER', 'DEPARTMENT_STAFF', 'DEPARTMENT_LEAD', 'DEPARTMENT_CLIENT')),
        reader text not null,
        fields text[] not null,
        purpose text not null constraint disclosure_purpose_known check (purpose in ('CASE_WORK', 'ANSWER_REFERRAL')),
        at timestamptz not null,
        salt bytea,
        commitment bytea not null,
        hash bytea not null,
        constraint disclosure_pk primary key (student, position)
      );
      create index disclosure_case on disclosure (case_id, position);
      create index disclosure_referral on disclosure (referral_id);
      create function disclosure_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'the read ledger is append only' using errcode = 'check_violation', constraint = 'disclosure_append_only';
      end $$;
      create trigger disclosure_append_only before delete on disclosure for each row execute function disclosure_is_append_only();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table disclosure; drop function disclosure_is_append_only();');
  }
}
