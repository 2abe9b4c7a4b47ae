import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Enrolments, the progress on each step, and the attendance facts that pass steps by themselves. A member has one living
 * enrolment on a path, pinned to one of its versions.
 */
export class CreateEnrolment1780000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table enrolment (
        id uuid constraint enrolment_pk primary key,
        member_id uuid not null,
        path_id uuid not null constraint enrolment_path_fk references learning_path,
        path_version_id uuid not null,
        status text not null constraint enrolment_status_known
          check (status in ('ENROLLED', 'IN_PROGRESS', 'COMPLETED', 'DROPPED', 'EXPIRED')),
        enrolled_at timestamptz not null,
        completed_at timestamptz,
        version integer not null,
        constraint enrolment_version_of_path foreign key (path_version_id, path_id) references path_version (id, path_id),
        constraint enrolment_completed check ((status = 'COMPLETED') = (completed_at is not null))
      );
      create unique index enrolment_one_living on enrolment (path_id, member_id) where status not in ('DROPPED', 'EXPIRED');
      create index enrolment_of_member on enrolment (member_id, enrolled_at, id);
      create index enrolment_version on enrolment (path_version_id, path_id);
      create index enrolment_path on enrolment (path_id, enrolled_at);
      create table step_progress (
        enrolment_id uuid not null constraint step_progress_enrolment_fk references enrolment,
        step_id uuid not null constraint step_progress_step_fk references path_step,
        status text not null constraint step_progress_status_known
          check (status in ('LOCKED', 'AVAILABLE', 'STARTED', 'SUBMITTED', 'PASSED', 'RETURNED')),
        passed_at timestamptz,
        evidence uuid,
        constraint step_progress_pk primary key (enrolment_id, step_id),
        constraint step_progress_passed check ((status = 'PASSED') = (passed_at is not null)),
        constraint step_progress_evidence check (evidence is null or status = 'PASSED')
      );
      create index step_progress_step on step_progress (step_id);
      create table attendance_fact (
        registration_id uuid constraint attendance_fact_pk primary key,
        member_id uuid not null,
        activity_kind text not null,
        attended_at timestamptz not null,
        voided boolean not null default false
      );
      create index attendance_fact_member on attendance_fact (member_id, activity_kind, attended_at, registration_id) where not voided;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table attendance_fact; drop table step_progress; drop table enrolment;');
  }
}
