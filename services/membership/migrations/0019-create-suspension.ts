import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Suspensions with who decided them, and the one appeal each of them allows. Somebody else than who suspended decides
 * the appeal. Suspensions from before are known without who decided them.
 */
export class CreateSuspension1780000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table suspension (
        id uuid constraint suspension_pk primary key,
        member_id uuid not null constraint suspension_member_fk references member,
        suspended_by text not null,
        suspended_at timestamptz not null,
        ended_at timestamptz,
        constraint suspension_dates check (ended_at is null or ended_at >= suspended_at)
      );
      create unique index suspension_one_in_force on suspension (member_id) where ended_at is null;
      create index suspension_member on suspension (member_id);
      insert into suspension (id, member_id, suspended_by, suspended_at)
        select gen_random_uuid(), id, 'system:before', joined_at from member where status = 'SUSPENDED';
      create table membership_appeal (
        id uuid constraint membership_appeal_pk primary key,
        suspension_id uuid not null constraint membership_appeal_once unique
          constraint membership_appeal_suspension_fk references suspension,
        member_id uuid not null constraint membership_appeal_member_fk references member,
        status text not null constraint membership_appeal_status_known
          check (status in ('WAITING', 'UPHELD', 'LIFTED', 'OVERTAKEN')),
        words text not null,
        appealed_at timestamptz not null,
        reasons text,
        decided_by text,
        decided_at timestamptz,
        version integer not null,
        constraint membership_appeal_decided check ((status = 'WAITING') = (decided_at is null)),
        constraint membership_appeal_has_reasons check ((status in ('UPHELD', 'LIFTED')) = (decided_by is not null)
          and (decided_by is null) = (reasons is null))
      );
      create index membership_appeal_queue on membership_appeal (status, appealed_at, id);
      create index membership_appeal_member on membership_appeal (member_id);
      create function membership_appeal_needs_another() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from suspension s where s.id = new.suspension_id and s.suspended_by = new.decided_by) then
          raise exception 'an appeal is decided by somebody else' using errcode = 'check_violation',
            constraint = 'membership_appeal_decided_by_another';
        end if;
        return new;
      end $$;
      create trigger membership_appeal_decided_by_another before update on membership_appeal
        for each row when (new.decided_by is not null) execute function membership_appeal_needs_another();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table membership_appeal;
      drop function membership_appeal_needs_another();
      drop table suspension;
    `);
  }
}
