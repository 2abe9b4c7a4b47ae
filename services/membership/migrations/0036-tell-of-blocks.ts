import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Learning hears of blocks from now on, as pairs without an order: what stands already is told once, so that study groups
 * and mentoring keep apart whom a block kept apart before.
 */
export class TellOfBlocks1780000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      with pair as (
        select distinct least(blocker_id, blocked_id) as one_id, greatest(blocker_id, blocked_id) as other_id from member_block
      ), sequence as (
        insert into event_sequence (aggregate, aggregate_id, last) select 'Block', one_id || ':' || other_id, 1 from pair
      ), event as (
        insert into outbox_event (id, aggregate, aggregate_id, sequence, name, time, data)
        select gen_random_uuid(), 'Block', one_id || ':' || other_id, 1, 'BlockStood', now(),
          jsonb_build_object('oneId', one_id, 'otherId', other_id)
        from pair returning position
      )
      insert into outbox_delivery (subscriber, position) select 'learning', position from event
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from outbox_event where aggregate = 'Block';
      delete from event_sequence where aggregate = 'Block';
    `);
  }
}
