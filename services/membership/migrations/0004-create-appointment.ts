import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dated staff appointments, one in force per subject and role at any instant. */
export class CreateAppointment1780000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table appointment (
        id uuid constraint appointment_pk primary key,
        subject text not null,
        role text not null constraint appointment_role_known check (role in
          ('CASE_WORKER', 'ADVICE_MANAGER', 'MEDIATOR', 'RETURNING_OFFICER', 'ANALYST', 'ADMIN')),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        ended_at timestamptz,
        granted_by text not null,
        version integer not null,
        constraint appointment_dates check (ends_at > starts_at and (ended_at is null or ended_at >= starts_at)),
        constraint appointment_one_per_role exclude using gist (
          subject with =, role with =, tstzrange(starts_at, least(ends_at, coalesce(ended_at, ends_at))) with &&
        )
      );
      create index appointment_subject on appointment (subject);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table appointment');
  }
}
