import type { MigrationInterface, QueryRunner } from 'typeorm';

const halfDays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
  .flatMap((day) => [`'${day}_MORNING'`, `'${day}_AFTERNOON'`])
  .join(', ');

/**
 * Small circles: who wishes for one, who is proposed to be in one, and when a circle meets; and who asks for company to
 * an activity. Nobody has two live seats, a circle has six places, a company four, and no two people of one are blocked.
 * The table is `small_circle` because `circle` is a type of PostgreSQL.
 */
export class CreateCircle1780000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table circle_wish (
        member_id uuid constraint circle_wish_pk primary key constraint circle_wish_member_fk references member,
        interests text[] not null constraint circle_wish_has_interest check (cardinality(interests) between 1 and 20),
        languages text[] not null constraint circle_wish_has_language check (cardinality(languages) between 1 and 10),
        half_days text[] not null constraint circle_wish_has_half_day
          check (cardinality(half_days) between 1 and 14 and half_days <@ array[${halfDays}]),
        size_max integer not null constraint circle_wish_size check (size_max between 4 and 6),
        wished_at timestamptz not null,
        rounds_waited integer not null constraint circle_wish_rounds_count check (rounds_waited >= 0)
      );
      create table small_circle (
        id uuid constraint circle_pk primary key,
        status text not null constraint circle_status_known check (status in ('PROPOSED', 'FORMED', 'MEETS', 'CONTINUES', 'ENDED')),
        interest text not null,
        language text not null,
        half_day text not null constraint circle_half_day_known check (half_day in (${halfDays})),
        proposed_at timestamptz not null,
        expires_at timestamptz not null,
        formed_at timestamptz,
        ended_at timestamptz,
        group_name text,
        group_kind text,
        group_purpose text,
        group_id uuid constraint circle_group_fk references student_group,
        constraint circle_expires check (expires_at > proposed_at),
        constraint circle_formed_when check (status not in ('FORMED', 'MEETS', 'CONTINUES') or formed_at is not null),
        constraint circle_ended_when check ((status = 'ENDED') = (ended_at is not null)),
        constraint circle_continues_as check ((status = 'CONTINUES') = (group_id is not null)),
        constraint circle_group_is_whole check ((group_name is null) = (group_kind is null) and (group_name is null) = (group_purpose is null))
      );
      create index circle_group on small_circle (group_id);
      create table circle_seat (
        circle_id uuid not null constraint circle_seat_circle_fk references small_circle on delete cascade,
        member_id uuid not null constraint circle_seat_member_fk references member,
        place integer not null constraint circle_seat_place check (place between 1 and 6),
        status text not null constraint circle_seat_status_known
          check (status in ('INVITED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'LEFT', 'DONE')),
        answered_at timestamptz,
        agreed_at timestamptz,
        constraint circle_seat_pk primary key (circle_id, member_id),
        constraint circle_seat_one_per_place unique (circle_id, place)
      );
      create unique index circle_seat_one_live on circle_seat (member_id) where status in ('INVITED', 'ACCEPTED');
      create index circle_seat_member on circle_seat (member_id);
      create function circle_seat_not_blocked() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from circle_seat s where s.circle_id = new.circle_id and s.member_id <> new.member_id
          and s.status in ('INVITED', 'ACCEPTED') and is_blocked(s.member_id, new.member_id)) then
          raise exception 'two people of a circle are blocked' using errcode = 'check_violation', constraint = 'circle_seat_not_blocked';
        end if;
        return new;
      end $$;
      create trigger circle_seat_not_blocked before insert or update of status on circle_seat
        for each row when (new.status in ('INVITED', 'ACCEPTED')) execute function circle_seat_not_blocked();
      create table circle_meeting (
        id uuid constraint circle_meeting_pk primary key,
        circle_id uuid not null constraint circle_meeting_circle_fk references small_circle on delete cascade,
        meets_at timestamptz not null,
        place text not null,
        planned_at timestamptz not null,
        cancelled_at timestamptz
      );
      create index circle_meeting_circle on circle_meeting (circle_id, meets_at, id);

      create table known_activity (
        activity_id uuid constraint known_activity_pk primary key,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        is_open boolean not null
      );
      create table company (
        id uuid constraint company_pk primary key,
        activity_id uuid not null,
        found_at timestamptz not null
      );
      create index company_activity on company (activity_id);
      create table company_ask (
        id uuid constraint company_ask_pk primary key,
        activity_id uuid not null constraint company_ask_activity_fk references known_activity on delete cascade,
        member_id uuid not null constraint company_ask_member_fk references member,
        size_max integer not null constraint company_ask_size check (size_max between 2 and 4),
        asked_at timestamptz not null,
        company_id uuid constraint company_ask_company_fk references company on delete set null,
        place integer constraint company_ask_place check (place between 1 and 4),
        constraint company_ask_one_per_activity unique (activity_id, member_id),
        constraint company_ask_one_per_place unique (company_id, place)
      );
      create index company_ask_member on company_ask (member_id);
      create function company_ask_not_blocked() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from company_ask a where a.company_id = new.company_id and a.member_id <> new.member_id
          and is_blocked(a.member_id, new.member_id)) then
          raise exception 'two people of a company are blocked' using errcode = 'check_violation', constraint = 'company_ask_not_blocked';
        end if;
        return new;
      end $$;
      create trigger company_ask_not_blocked before insert or update of company_id on company_ask
        for each row when (new.company_id is not null) execute function company_ask_not_blocked();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table company_ask;
      drop function company_ask_not_blocked();
      drop table company;
      drop table known_activity;
      drop table circle_meeting;
      drop table circle_seat;
      drop function circle_seat_not_blocked();
      drop table small_circle;
      drop table circle_wish;
    `);
  }
}
