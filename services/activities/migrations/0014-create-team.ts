import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who organises an activity together. A member has at most one live place on the team of an activity, asked or taken;
 * whoever drafted an activity from before there were teams leads it.
 */
export class CreateTeam1780000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table team_place (
        id uuid constraint team_place_pk primary key,
        activity_id uuid not null constraint team_place_activity_fk references activity,
        member_id uuid not null,
        role text not null constraint team_place_role_known check (role in ('LEAD', 'COORDINATOR', 'CREW', 'WELFARE_LEAD')),
        status text not null constraint team_place_status_known check (status in ('ASKED', 'ON_TEAM', 'DECLINED', 'LEFT', 'REMOVED')),
        status_reason text,
        asked_at timestamptz not null,
        joined_at timestamptz,
        ended_at timestamptz,
        led_at timestamptz,
        led_voided_at timestamptz,
        led_void_reason text,
        version integer not null,
        constraint team_place_joined check (status <> 'ON_TEAM' or joined_at is not null),
        constraint team_place_ended check ((status in ('ASKED', 'ON_TEAM')) = (ended_at is null)),
        constraint team_place_end_has_reason check (status not in ('LEFT', 'REMOVED') or status_reason is not null),
        constraint team_place_led_joined check (led_at is null or joined_at is not null),
        constraint team_place_void_was_led check (led_voided_at is null or (led_at is not null and led_void_reason is not null))
      );
      create unique index team_place_one_live on team_place (activity_id, member_id) where status in ('ASKED', 'ON_TEAM');
      create index team_place_activity on team_place (activity_id, asked_at, id);
      create index team_place_member on team_place (member_id, asked_at, id);
      insert into team_place (id, activity_id, member_id, role, status, asked_at, joined_at, version)
        select gen_random_uuid(), id, organiser_id, 'LEAD', 'ON_TEAM', now(), now(), 1 from activity;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table team_place');
  }
}
