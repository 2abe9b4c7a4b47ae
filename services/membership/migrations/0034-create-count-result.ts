import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How contests were counted. A count is only ever added: when a candidate is taken out or stands down after the close, the
 * contest is counted again, and what was said before stays readable. It names candidates and nobody else.
 */
export class CreateCountResult1780000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table count_result (
        contest_id uuid not null constraint count_result_contest_fk references contest,
        count_number integer not null constraint count_result_number_positive check (count_number > 0),
        counted_at timestamptz not null,
        seats integer not null constraint count_result_seats_positive check (seats > 0),
        valid integer not null constraint count_result_valid_counts check (valid >= 0),
        blank integer not null constraint count_result_blank_counts check (blank >= 0),
        spoilt integer not null constraint count_result_spoilt_counts check (spoilt >= 0),
        candidates uuid[] not null,
        passed_over uuid[] not null,
        elected uuid[] not null,
        stages jsonb not null,
        turnout_parts jsonb not null,
        constraint count_result_pk primary key (contest_id, count_number),
        constraint count_result_elects_at_most_seats check (cardinality(elected) <= seats),
        constraint count_result_elects_who_stands check (elected <@ candidates),
        constraint count_result_passes_over_others check (not passed_over && candidates)
      );
      create function count_result_is_final() returns trigger language plpgsql as $$
      begin
        raise exception 'a count is added, and never changed' using errcode = 'check_violation', constraint = 'count_result_is_final';
      end $$;
      create trigger count_result_is_final before update or delete on count_result
        for each row execute function count_result_is_final();
      create trigger count_result_stays before truncate on count_result
        for each statement execute function count_result_is_final();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table count_result;
      drop function count_result_is_final();
    `);
  }
}
