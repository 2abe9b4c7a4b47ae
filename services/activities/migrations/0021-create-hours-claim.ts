import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims of hours of service. No two verified claims of one member overlap, and nobody verifies their own (machine E). */
export class CreateHoursClaim1780000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table hours_claim (
        id uuid constraint hours_claim_pk primary key,
        member_id uuid not null,
        host_id uuid not null constraint hours_claim_host_fk references service_host,
        signup_id uuid constraint hours_claim_signup_fk references shift_signup,
        worked_from timestamptz not null,
        worked_to timestamptz not null,
        minutes integer not null,
        what text not null,
        evidence text,
        evidence_link text,
        longer_because text,
        status text not null constraint hours_claim_status_known check (status in
          ('DRAFT', 'SUBMITTED', 'QUERIED', 'VERIFIED', 'REJECTED', 'VOIDED')),
        status_reason text,
        drafted_at timestamptz not null,
        submitted_at timestamptz,
        decided_by_member_id uuid,
        decided_at timestamptz,
        rules_version integer not null,
        version integer not null,
        constraint hours_claim_minutes_positive check (minutes between 1 and 2880),
        constraint hours_claim_dates check (worked_to > worked_from and worked_to <= worked_from + interval '24 hours'),
        constraint hours_claim_has_evidence check (signup_id is not null or evidence is not null or evidence_link is not null or status in ('DRAFT', 'QUERIED')),
        constraint hours_claim_fits_its_time check (signup_id is not null or status in ('DRAFT', 'QUERIED') or minutes * interval '1 minute' <= worked_to - worked_from),
        constraint hours_claim_refusal_has_reason check (status not in ('QUERIED', 'REJECTED', 'VOIDED') or status_reason is not null),
        constraint hours_claim_submitted check (status = 'DRAFT' or submitted_at is not null),
        constraint hours_claim_decided check (status not in ('VERIFIED', 'REJECTED', 'VOIDED') or (decided_by_member_id is not null and decided_at is not null)),
        constraint hours_claim_decided_by_another check (decided_by_member_id <> member_id),
        constraint hours_claim_verified_once exclude using gist (member_id with =, tstzrange(worked_from, worked_to) with &&)
          where (status = 'VERIFIED')
      );
      create unique index hours_claim_one_live on hours_claim (signup_id) where signup_id is not null and status in ('DRAFT', 'SUBMITTED', 'QUERIED', 'VERIFIED');
      create index hours_claim_signup on hours_claim (signup_id) where signup_id is not null;
      create index hours_claim_member on hours_claim (member_id, worked_from, id);
      create index hours_claim_queue on hours_claim (host_id, submitted_at, id) where status = 'SUBMITTED';
      create index hours_claim_host on hours_claim (host_id, worked_from);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table hours_claim');
  }
}
