import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Activities that come back. A series has at most one activity per day, and an activity is of at most one series. */
export class CreateSeries1780000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity_series (
        id uuid constraint activity_series_pk primary key,
        group_id uuid not null,
        keeper_id uuid not null,
        rule text not null,
        first_on text not null constraint activity_series_first_on_day check (first_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
        start_time text not null constraint activity_series_start_time check (start_time ~ '^\\d{2}:\\d{2}$'),
        zone text not null,
        content jsonb not null,
        skipped jsonb not null,
        started_at timestamptz not null,
        lasts_until timestamptz not null,
        ended_at timestamptz,
        rules_version integer not null,
        version integer not null
      );
      create index activity_series_group on activity_series (group_id, lasts_until) where ended_at is null;
      create index activity_series_keeper on activity_series (keeper_id);
      create table activity_occurrence (
        series_id uuid not null constraint activity_occurrence_series_fk references activity_series,
        on_day text not null constraint activity_occurrence_on_day check (on_day ~ '^\\d{4}-\\d{2}-\\d{2}$'),
        activity_id uuid not null constraint activity_occurrence_activity_fk references activity,
        constraint activity_occurrence_pk primary key (series_id, on_day)
      );
      create unique index activity_occurrence_activity on activity_occurrence (activity_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table activity_occurrence; drop table activity_series');
  }
}
