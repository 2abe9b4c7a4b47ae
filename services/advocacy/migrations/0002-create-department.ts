import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partner departments of the university, who works for them with dates, and the machine client each may have. */
export class CreateDepartment1780000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create table department (
        id uuid constraint department_pk primary key,
        name text not null,
        remit text not null,
        version integer not null
      );
      create unique index department_name_unique on department (lower(name));
      create table department_post (
        id uuid constraint department_post_pk primary key,
        department_id uuid not null constraint department_post_department_fk references department,
        subject text not null,
        role text not null constraint department_post_role_known check (role in ('STAFF', 'LEAD')),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        ended_at timestamptz,
        granted_by text not null,
        version integer not null,
        constraint department_post_dates check (ends_at > starts_at and (ended_at is null or ended_at >= starts_at)),
        constraint department_post_one_at_a_time exclude using gist (
          department_id with =, subject with =, tstzrange(starts_at, least(ends_at, coalesce(ended_at, ends_at))) with &&
        )
      );
      create index department_post_department on department_post (department_id);
      create index department_post_subject on department_post (subject);
      create table department_client (
        client_id text constraint department_client_pk primary key,
        department_id uuid not null constraint department_client_department_fk references department
      );
      create index department_client_department on department_client (department_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table department_client;
      drop table department_post;
      drop table department;
      drop extension btree_gist;
    `);
  }
}
