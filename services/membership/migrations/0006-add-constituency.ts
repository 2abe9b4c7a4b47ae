import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Constituencies: the students of one programme and year. A constituency has no row of its own. Its id is made of its
 * name, so that whoever studies there and the office that represents them meet without a register of courses; the id is
 * what leaves the service. The views of who may do what gain what the other services project.
 */
export class AddConstituency1780000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function constituency_id(name text) returns uuid language sql immutable strict parallel safe as $$
        select (substr(h, 1, 12) || '8' || substr(h, 14, 3) || '8' || substr(h, 18, 15))::uuid
        from encode(sha256(convert_to('constituency/' || name, 'UTF8')), 'hex') h
      $$;
      create index member_constituency on member (constituency_id(programme || ', year ' || year::text)) where status = 'ACTIVE';
      create view actor_constituency as
        select id as member_id, constituency_id(programme || ', year ' || year::text) as constituency_id
        from member where status <> 'ERASED';
      create or replace view actor_mandate as
        select m.id as mandate_id, m.member_id, p.group_id, p.kind, m.starts_at, coalesce(m.ended_at, m.ends_at) as ends_at,
          constituency_id(p.constituency) as constituency_id
        from mandate m join position p on p.id = m.position_id;
      with told as (
        insert into event_sequence (aggregate, aggregate_id, last)
        select 'Member', id::text, 1 from member where status <> 'ERASED'
        on conflict (aggregate, aggregate_id) do update set last = event_sequence.last + 1
        returning aggregate_id, last
      ), event as (
        insert into outbox_event (id, aggregate, aggregate_id, sequence, name, time, data)
        select gen_random_uuid(), 'Member', t.aggregate_id, t.last, 'MemberStudiesChanged', now(), jsonb_build_object(
          'memberId', t.aggregate_id, 'constituencies', jsonb_build_array(c.constituency_id))
        from told t join actor_constituency c on c.member_id = t.aggregate_id::uuid
        returning position
      )
      insert into outbox_delivery (subscriber, position)
      select subscriber, position from event cross join unnest(array['activities', 'advocacy', 'learning']) subscriber;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view actor_mandate;
      create view actor_mandate as
        select m.id as mandate_id, m.member_id, p.group_id, p.kind, m.starts_at, coalesce(m.ended_at, m.ends_at) as ends_at
        from mandate m join position p on p.id = m.position_id;
      drop view actor_constituency;
      drop index member_constituency;
      drop function constituency_id(text);
    `);
  }
}
