import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Shifts and who does them. Places are counted from these rows under a lock on the shift; that nobody is accepted for two
 * shifts at one time is enforced here (machine E).
 */
export class CreateShift1780000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shift (
        id uuid constraint shift_pk primary key,
        opportunity_id uuid not null constraint shift_opportunity_fk references opportunity,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        meeting_point text not null,
        is_hard boolean not null,
        status text not null constraint shift_status_known check (status in ('PLANNED', 'CANCELLED')),
        status_reason text,
        version integer not null,
        constraint shift_dates check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
        constraint shift_cancel_has_reason check (status <> 'CANCELLED' or status_reason is not null)
      );
      create index shift_calendar on shift (opportunity_id, starts_at, id);
      create index shift_starts_at on shift (starts_at, id);
      create table shift_role (
        id uuid constraint shift_role_pk primary key,
        shift_id uuid not null constraint shift_role_shift_fk references shift,
        place integer not null,
        name text not null,
        needed integer not null constraint shift_role_needed_range check (needed between 1 and 500),
        constraint shift_role_in_shift unique (shift_id, id),
        constraint shift_role_name_once unique (shift_id, name)
      );
      create table shift_signup (
        id uuid constraint shift_signup_pk primary key,
        shift_id uuid not null constraint shift_signup_shift_fk references shift,
        role_id uuid not null,
        member_id uuid not null,
        status text not null constraint shift_signup_status_known check (status in
          ('REQUESTED', 'ACCEPTED', 'SWAP_OFFERED', 'SWAPPED', 'WORKED', 'ABSENT', 'EXCUSED', 'WITHDRAWN', 'DECLINED', 'VOID')),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        swap_to_member_id uuid,
        swap_from_id uuid constraint shift_signup_swap_from_fk references shift_signup,
        asked_at timestamptz not null,
        recorded_by_member_id uuid,
        rules_version integer not null,
        version integer not null,
        constraint shift_signup_role_fk foreign key (shift_id, role_id) references shift_role (shift_id, id),
        constraint shift_signup_dates check (ends_at > starts_at),
        constraint shift_signup_recorded_by_another check (recorded_by_member_id <> member_id),
        constraint shift_signup_recorded check (status not in ('WORKED', 'ABSENT', 'EXCUSED') or recorded_by_member_id is not null),
        constraint shift_signup_one_at_a_time exclude using gist (member_id with =, tstzrange(starts_at, ends_at) with &&)
          where (status in ('ACCEPTED', 'SWAP_OFFERED', 'WORKED'))
      );
      create unique index shift_signup_one_live on shift_signup (shift_id, member_id)
        where status in ('REQUESTED', 'ACCEPTED', 'SWAP_OFFERED', 'WORKED', 'ABSENT', 'EXCUSED');
      create unique index shift_signup_swapped_once on shift_signup (swap_from_id) where swap_from_id is not null;
      create index shift_signup_member on shift_signup (member_id, starts_at, id);
      create index shift_signup_role on shift_signup (shift_id, role_id);
      create index shift_signup_swaps on shift_signup (starts_at, id) where status = 'SWAP_OFFERED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shift_signup; drop table shift_role; drop table shift');
  }
}
