import type { MigrationInterface, QueryRunner } from 'typeorm';

const advice = `('CASE_WORKER', 'ADVICE_MANAGER', 'MEDIATOR')`;

/**
 * Roles that come near a case are given by two persons: one proposes, another confirms, and before that the row gives no
 * right. Appointments from before keep their rights and say so.
 */
export class AppointByTwo1780000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table appointment add column confirmed_by text, add column confirmed_at timestamptz;
      update appointment set confirmed_by = 'system:before-two-persons', confirmed_at = starts_at where role in ${advice};
      alter table appointment
        add constraint appointment_two_persons check (confirmed_by <> granted_by and confirmed_by <> subject),
        add constraint appointment_confirmed check ((confirmed_by is null) = (confirmed_at is null)),
        add constraint appointment_confirmed_role check (confirmed_by is null or role in ${advice}),
        add column is_proposed boolean generated always as (role in ${advice} and confirmed_by is null) stored;
      create or replace view actor_appointment as
        select id as appointment_id, subject, role, starts_at, coalesce(ended_at, ends_at) as ends_at
        from appointment where not is_proposed;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view actor_appointment as
        select id as appointment_id, subject, role, starts_at, coalesce(ended_at, ends_at) as ends_at from appointment;
      delete from appointment where is_proposed;
      alter table appointment drop column is_proposed, drop constraint appointment_confirmed_role,
        drop constraint appointment_confirmed, drop constraint appointment_two_persons,
        drop column confirmed_by, drop column confirmed_at;
    `);
  }
}
