import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Activities of groups. Whatever is or was public has the instant of its publication. */
export class CreateActivity1780000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity (
        id uuid constraint activity_pk primary key,
        group_id uuid not null,
        organiser_id uuid not null,
        title text not null,
        summary text not null,
        kind text not null constraint activity_kind_known check (kind in
          ('CULTURAL_PERFORMANCE', 'SPORT', 'SOCIAL', 'SOCIAL_PRACTICE', 'VOLUNTARY_SERVICE', 'TRAINING', 'MEETING', 'CAMPAIGN')),
        status text not null constraint activity_status_known check (status in
          ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'DECLINED', 'PUBLISHED', 'CANCELLED', 'COMPLETED', 'REPORTED')),
        status_reason text,
        place text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        registration_opens_at timestamptz not null,
        registration_closes_at timestamptz not null,
        capacity integer constraint activity_capacity_positive check (capacity > 0),
        facts jsonb not null,
        risk_tier integer not null constraint activity_risk_tier_range check (risk_tier between 0 and 3),
        rules_version integer not null,
        published_at timestamptz,
        postponed_at timestamptz,
        report text,
        version integer not null,
        constraint activity_dates check (ends_at > starts_at),
        constraint activity_registration_dates check (registration_closes_at > registration_opens_at),
        constraint activity_published check (status not in ('PUBLISHED', 'COMPLETED', 'REPORTED') or published_at is not null),
        constraint activity_refusal_has_reason check (status not in ('CHANGES_REQUESTED', 'DECLINED', 'CANCELLED') or status_reason is not null),
        constraint activity_reported check ((status = 'REPORTED') = (report is not null))
      );
      create index activity_calendar on activity (starts_at, id);
      create index activity_ends_at on activity (ends_at);
      create index activity_group on activity (group_id, starts_at, id);
      create index activity_organiser on activity (organiser_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table activity');
  }
}
