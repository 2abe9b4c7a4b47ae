import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Registrations. Seats are counted from these rows under a lock on the activity; a stored counter does not exist.
 * That a member holds at most one place, or one place in the queue, of an activity is enforced here (machine D, invariant 2).
 */
export class CreateRegistration1780000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registration (
        id uuid constraint registration_pk primary key,
        activity_id uuid not null constraint registration_activity_fk references activity,
        member_id uuid not null,
        status text not null constraint registration_status_known check (status in
          ('CONFIRMED', 'WAITLISTED', 'CANCELLED', 'LATE_CANCELLED', 'WITHDRAWN', 'CHECKED_IN', 'ATTENDED', 'NO_SHOW', 'VOID', 'REMOVED')),
        status_reason text,
        queued_at timestamptz not null,
        checked_in_at timestamptz,
        version integer not null,
        constraint registration_check_in_dated check (status <> 'CHECKED_IN' or checked_in_at is not null),
        constraint registration_removal_has_reason check (status <> 'REMOVED' or status_reason is not null)
      );
      create unique index registration_one_live on registration (activity_id, member_id)
        where status in ('CONFIRMED', 'WAITLISTED', 'CHECKED_IN', 'ATTENDED', 'NO_SHOW');
      create index registration_queue on registration (activity_id, queued_at, id);
      create index registration_seats on registration (activity_id) where status in ('CONFIRMED', 'CHECKED_IN', 'ATTENDED', 'NO_SHOW');
      create index registration_waiting on registration (activity_id, queued_at, id) where status = 'WAITLISTED';
      create index registration_member on registration (member_id, queued_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registration');
  }
}
