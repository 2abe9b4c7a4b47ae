import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Hours that are verified and activities that were led, from before anybody kept a record of them: sent once as the first
 * events of their streams, so that a record begins with what stands already. The day of the hours is that of the instant
 * in UTC: where the campus is, no statement knows.
 */
export class TellWhatStands1780000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create temporary table standing_fact on commit drop as
        select 'VerifiedHours' as aggregate, c.id as aggregate_id, 'HoursVerified' as name, c.decided_at as time,
          jsonb_strip_nulls(jsonb_build_object('claimId', c.id, 'memberId', c.member_id, 'minutes', c.minutes, 'hostGroupId', h.group_id,
            'workedOn', to_char(c.worked_from at time zone 'UTC', 'YYYY-MM-DD'),
            'verifiedAt', to_char(c.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) as data
        from hours_claim c join service_host h on h.id = c.host_id where c.status = 'VERIFIED'
        union all
        select 'ActivityLead', t.id, 'ActivityLed', t.led_at,
          jsonb_build_object('activityId', t.activity_id, 'memberId', t.member_id, 'role', t.role, 'activityKind', a.kind, 'groupId', a.group_id,
            'ledAt', to_char(t.led_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from team_place t join activity a on a.id = t.activity_id
        where t.led_at is not null and t.led_voided_at is null and t.role in ('LEAD', 'COORDINATOR');
      insert into event_sequence (aggregate, aggregate_id, last) select aggregate, aggregate_id::text, 1 from standing_fact;
      with event as (
        insert into outbox_event (id, aggregate, aggregate_id, sequence, name, time, data)
        select gen_random_uuid(), aggregate, aggregate_id::text, 1, name, time, data from standing_fact order by time, aggregate_id
        returning position
      )
      insert into outbox_delivery (subscriber, position) select 'learning', position from event;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from outbox_event where aggregate in ('VerifiedHours', 'ActivityLead');
      delete from event_sequence where aggregate in ('VerifiedHours', 'ActivityLead');
    `);
  }
}
