import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Groups, who belongs to them, their positions and the dated mandates that fill these. What must never break is
 * enforced here: one active membership per member and group, no more holders than seats at any instant, and no mandate
 * of somebody who is not a member of the group.
 */
export class CreateGroup1780000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create table student_group (
        id uuid constraint student_group_pk primary key,
        name text not null,
        kind text not null constraint student_group_kind_known
          check (kind in ('SOCIETY', 'CLUB', 'NETWORK', 'COMMITTEE', 'COUNCIL')),
        purpose text not null,
        status text not null constraint student_group_status_known
          check (status in ('PROPOSED', 'PROVISIONAL', 'AFFILIATED', 'DORMANT', 'DISSOLVED')),
        founded_at timestamptz not null,
        version integer not null
      );
      create unique index student_group_name_unique on student_group (lower(name)) where status <> 'DISSOLVED';
      create table group_membership (
        id uuid constraint group_membership_pk primary key,
        group_id uuid not null constraint group_membership_group_fk references student_group,
        member_id uuid not null constraint group_membership_member_fk references member,
        status text not null constraint group_membership_status_known check (status in ('ACTIVE', 'LEFT', 'REMOVED')),
        since timestamptz not null,
        until timestamptz,
        removal_reason text,
        version integer not null,
        constraint group_membership_removal_has_reason check ((status = 'REMOVED') = (removal_reason is not null)),
        constraint group_membership_ends check ((status = 'ACTIVE') = (until is null))
      );
      create unique index group_membership_one_active on group_membership (group_id, member_id) where status = 'ACTIVE';
      create index group_membership_roster on group_membership (group_id, since, id) where status = 'ACTIVE';
      create index group_membership_member on group_membership (member_id);
      create table position (
        id uuid constraint position_pk primary key,
        group_id uuid constraint position_group_fk references student_group,
        title text not null,
        kind text not null constraint position_kind_known
          check (kind in ('PRESIDENT', 'TREASURER', 'SECRETARY', 'OFFICER', 'UNION_OFFICER', 'COURSE_REP')),
        seats integer not null constraint position_seats_positive check (seats > 0),
        constituency text,
        version integer not null,
        constraint position_union_office_has_no_group check ((kind in ('UNION_OFFICER', 'COURSE_REP')) = (group_id is null))
      );
      create index position_group on position (group_id);
      create table mandate (
        id uuid constraint mandate_pk primary key,
        position_id uuid not null constraint mandate_position_fk references position,
        member_id uuid not null constraint mandate_member_fk references member,
        seat integer not null constraint mandate_seat_positive check (seat > 0),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        ended_at timestamptz,
        conferred_by text not null constraint mandate_conferred_by_known check (conferred_by in ('ELECTION', 'APPOINTMENT')),
        version integer not null,
        constraint mandate_dates check (ends_at > starts_at and (ended_at is null or ended_at >= starts_at)),
        constraint mandate_one_holder_per_seat exclude using gist (
          position_id with =, seat with =, tstzrange(starts_at, least(ends_at, coalesce(ended_at, ends_at))) with &&
        )
      );
      create index mandate_member on mandate (member_id);
      create function mandate_needs_membership() returns trigger language plpgsql as $$
      begin
        perform 1 from member where id = new.member_id and status = 'ACTIVE' for share;
        if not found then
          raise exception 'a mandate needs an active member' using errcode = 'check_violation', constraint = 'mandate_needs_active_member';
        end if;
        perform 1 from position p
          join group_membership g on g.group_id = p.group_id and g.member_id = new.member_id and g.status = 'ACTIVE'
          where p.id = new.position_id for share of g;
        if not found and exists (select 1 from position where id = new.position_id and group_id is not null) then
          raise exception 'a mandate needs an active membership' using errcode = 'check_violation', constraint = 'mandate_needs_membership';
        end if;
        return new;
      end $$;
      create trigger mandate_needs_membership before insert on mandate
        for each row execute function mandate_needs_membership();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mandate;
      drop function mandate_needs_membership();
      drop table position;
      drop table group_membership;
      drop table student_group;
      drop extension btree_gist;
    `);
  }
}
