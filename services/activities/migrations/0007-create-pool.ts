import type { MigrationInterface, QueryRunner } from 'typeorm';

const held = `('OFFERED', 'CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT')`;

/**
 * Pools: seats of an activity that are kept for some people for a while. And the last word on seats: whatever code comes
 * to write, no registration begins to hold one beyond the capacity of its activity or the seats of its pool (machine D,
 * invariant 1). The trigger takes the activity's lock itself, so that it sees what others committed meanwhile. Lowering
 * either evicts nobody and is not refused.
 */
export class CreatePool1780000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pool (
        id uuid constraint pool_pk primary key,
        activity_id uuid not null constraint pool_activity_fk references activity,
        name text not null,
        audience text not null constraint pool_audience_known check (audience in ('EVERYBODY', 'GROUP_MEMBERS', 'CONSTITUENCIES')),
        group_id uuid,
        constituency_ids uuid[] not null default '{}',
        seats integer not null constraint pool_seats_positive check (seats > 0),
        opens_at timestamptz not null,
        closes_at timestamptz not null,
        merges_at timestamptz not null,
        created_at timestamptz not null,
        version integer not null,
        constraint pool_dates check (opens_at < closes_at and merges_at >= opens_at),
        constraint pool_of_group check ((audience = 'GROUP_MEMBERS') = (group_id is not null)),
        constraint pool_of_constituencies check ((audience = 'CONSTITUENCIES') = (constituency_ids <> '{}'))
      );
      create index pool_activity on pool (activity_id, created_at, id);
      alter table registration add constraint registration_pool_fk foreign key (pool_id) references pool;
      create index registration_pool_waiting on registration (pool_id) where status = 'WAITLISTED' and pool_id is not null;

      create function registration_fits() returns trigger language plpgsql as $$
      declare
        too_full uuid;
        touched uuid[];
        pools uuid[];
      begin
        if tg_op = 'INSERT' then
          select array_agg(distinct activity_id), array_agg(distinct pool_id) filter (where pool_id is not null)
            into touched, pools from added where status in ${held};
        else
          select array_agg(distinct a.activity_id), array_agg(distinct a.pool_id) filter (where a.pool_id is not null)
            into touched, pools from added a join removed r on r.id = a.id
            where a.status in ${held} and (r.status not in ${held} or a.pool_id is distinct from r.pool_id or a.activity_id <> r.activity_id);
        end if;
        if touched is null then
          return null;
        end if;
        perform 1 from activity where id = any(touched) order by id for no key update;
        select a.id into too_full from activity a where a.id = any(touched) and a.capacity < (
          select count(*) from registration r where r.activity_id = a.id and r.status in ${held}) limit 1;
        if too_full is not null then
          raise exception 'activity % has no seat left', too_full using errcode = 'check_violation', constraint = 'registration_fits_activity';
        end if;
        select p.id into too_full from pool p where p.id = any(pools) and p.seats < (
          select count(*) from registration r where r.pool_id = p.id and r.status in ${held}) limit 1;
        if too_full is not null then
          raise exception 'pool % has no seat left', too_full using errcode = 'check_violation', constraint = 'registration_fits_pool';
        end if;
        return null;
      end $$;
      create trigger registration_fits_added after insert on registration
        referencing new table as added for each statement execute function registration_fits();
      create trigger registration_fits_changed after update on registration
        referencing old table as removed new table as added for each statement execute function registration_fits();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger registration_fits_changed on registration;
      drop trigger registration_fits_added on registration;
      drop function registration_fits();
      drop index registration_pool_waiting;
      alter table registration drop constraint registration_pool_fk;
      update registration set pool_id = null where pool_id is not null;
      drop table pool;
    `);
  }
}
