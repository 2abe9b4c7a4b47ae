import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a team plans: tasks with what they wait for, the run sheet, the budget with its lines, and templates.
 * Whatever was approved before there were budgets has the amount it asked for. Whether a task is blocked, whether the run sheet overlaps and what the budget comes to is never stored.
 */
export class CreateOrganising1780000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table team_task (
        id uuid constraint team_task_pk primary key,
        activity_id uuid not null constraint team_task_activity_fk references activity,
        title text not null,
        notes text not null,
        owner_id uuid,
        due_at timestamptz,
        position integer not null,
        status text not null constraint team_task_status_known check (status in ('OPEN', 'DOING', 'DONE', 'DROPPED')),
        rules_version integer not null,
        version integer not null
      );
      create index team_task_activity on team_task (activity_id, position, id);
      create index team_task_owner on team_task (owner_id, due_at, id) where owner_id is not null;
      create table team_task_need (
        task_id uuid not null constraint team_task_need_task_fk references team_task on delete cascade,
        needs_id uuid not null constraint team_task_need_needs_fk references team_task on delete cascade,
        constraint team_task_need_pk primary key (task_id, needs_id),
        constraint team_task_need_other check (task_id <> needs_id)
      );
      create index team_task_need_needs on team_task_need (needs_id);
      create table run_item (
        id uuid constraint run_item_pk primary key,
        activity_id uuid not null constraint run_item_activity_fk references activity,
        title text not null,
        notes text not null,
        place text not null,
        member_id uuid,
        starts_at timestamptz not null,
        minutes integer not null constraint run_item_lasts check (minutes between 1 and 1440),
        version integer not null
      );
      create index run_item_activity on run_item (activity_id, starts_at, id);
      create index run_item_member on run_item (member_id) where member_id is not null;
      create table budget (
        activity_id uuid constraint budget_pk primary key constraint budget_activity_fk references activity,
        approved_amount integer not null constraint budget_not_negative check (approved_amount >= 0),
        approved_at timestamptz not null,
        rules_version integer not null
      );
      insert into budget (activity_id, approved_amount, approved_at, rules_version)
        select id, coalesce((facts->>'budget')::integer, 0), coalesce(published_at, now()), 1 from activity
        where status in ('APPROVED', 'PUBLISHED', 'COMPLETED', 'REPORTED');
      create table budget_line (
        id uuid constraint budget_line_pk primary key,
        activity_id uuid not null constraint budget_line_activity_fk references activity,
        kind text not null constraint budget_line_kind_known check (kind in ('INCOME', 'EXPENSE')),
        title text not null,
        planned integer not null constraint budget_line_planned_not_negative check (planned >= 0),
        actual integer constraint budget_line_actual_not_negative check (actual >= 0),
        receipt_note text not null,
        version integer not null
      );
      create index budget_line_activity on budget_line (activity_id, id);
      create table activity_template (
        id uuid constraint activity_template_pk primary key,
        group_id uuid,
        name text not null,
        content jsonb not null,
        saved_at timestamptz not null,
        retired_at timestamptz,
        version integer not null
      );
      create index activity_template_group on activity_template (group_id, name, id) where retired_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table activity_template;
      drop table budget_line; drop table budget; drop table run_item; drop table team_task_need; drop table team_task;
    `);
  }
}
