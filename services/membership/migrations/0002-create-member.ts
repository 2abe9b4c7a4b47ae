import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Members of the union. One row per person: the subject of the sign-in is unique, and so is the student number among
 * people whom somebody verified; until then it is a claim, and refusing it would tell who is a member.
 */
export class CreateMember1780000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member (
        id uuid constraint member_pk primary key,
        subject text not null constraint member_subject_unique unique,
        student_number text not null,
        status text not null constraint member_status_known
          check (status in ('APPLIED', 'REJECTED', 'ACTIVE', 'LAPSED', 'ALUMNI', 'SUSPENDED', 'ERASED')),
        display_name text not null,
        pronouns text,
        bio text,
        faculty text not null,
        programme text not null,
        level text not null constraint member_level_known
          check (level in ('UNDERGRADUATE', 'POSTGRADUATE_TAUGHT', 'POSTGRADUATE_RESEARCH')),
        year integer not null constraint member_year_range check (year between 1 and 8),
        interests text[] not null default '{}',
        skills text[] not null default '{}',
        languages text[] not null default '{}',
        audiences jsonb not null,
        joined_at timestamptz not null,
        status_reason text,
        status_until timestamptz,
        version integer not null,
        constraint member_timed_status_has_end check (status not in ('SUSPENDED', 'LAPSED') or status_until is not null)
      );
      create unique index member_student_number_unique on member (student_number) where status not in ('APPLIED', 'REJECTED');
      create index member_joined_at on member (joined_at);
      create index member_display_name on member (lower(display_name) text_pattern_ops, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table member');
  }
}
