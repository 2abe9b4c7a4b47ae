import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who reads what a group plans before they take over an office there, from when to when. Learning is told where the
 * activities are that groups published before it began to listen.
 */
export class CreateShadowAccess1780000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shadow_access (
        capsule_id uuid constraint shadow_access_pk primary key,
        group_id uuid not null,
        member_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        constraint shadow_access_in_order check (starts_at <= ends_at)
      );
      create index shadow_access_member on shadow_access (member_id, ends_at);
      with told as (
        select id, group_id, starts_at, ends_at, status from activity where published_at is not null
      ), sequenced as (
        insert into event_sequence (aggregate, aggregate_id, last) select 'GroupCalendar', id::text, 1 from told
      ), event as (
        insert into outbox_event (id, aggregate, aggregate_id, sequence, name, time, data)
        select gen_random_uuid(), 'GroupCalendar', id::text, 1, 'GroupActivityPlanned', now(), jsonb_build_object(
          'activityId', id, 'groupId', group_id, 'isOpen', status in ('PUBLISHED', 'COMPLETED', 'REPORTED'),
          'startsAt', to_char(starts_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'endsAt', to_char(ends_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from told returning position
      )
      insert into outbox_delivery (subscriber, position) select 'learning', position from event;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from outbox_event where aggregate = 'GroupCalendar';
      delete from event_sequence where aggregate = 'GroupCalendar';
      drop table shadow_access;
    `);
  }
}
