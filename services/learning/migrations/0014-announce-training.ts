import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offices and shifts may ask for training from now on. Whoever completed a path before is told of as if they had done so
 * today, so that nobody has to learn twice.
 */
export class AnnounceTraining1780000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      with told as (
        insert into event_sequence (aggregate, aggregate_id, last)
        select 'Training', id::text, 1 from enrolment where status = 'COMPLETED'
        returning aggregate_id
      ), event as (
        insert into outbox_event (id, aggregate, aggregate_id, sequence, name, time, data)
        select gen_random_uuid(), 'Training', e.id::text, 1, 'TrainingHeld', now(), jsonb_build_object(
          'trainingId', e.id, 'memberId', e.member_id, 'pathId', e.path_id,
          'heldAt', to_char(e.completed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from told t join enrolment e on e.id = t.aggregate_id::uuid
        returning position
      )
      insert into outbox_delivery (subscriber, position)
      select subscriber, position from event cross join unnest(array['membership', 'activities']) subscriber;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from outbox_delivery where position in (select position from outbox_event where aggregate = 'Training');
      delete from outbox_event where aggregate = 'Training';
      delete from event_sequence where aggregate = 'Training';
    `);
  }
}
