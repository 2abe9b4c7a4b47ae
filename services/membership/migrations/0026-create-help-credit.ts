import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of help credits: two movements a transfer, which sum to nothing; nothing is ever changed or taken out, and
 * nobody falls below the floor of -5. The floor is checked under a lock of the member's own, so that two transfers at
 * once cannot both see the last credit. The lock's first number is the ledger's own.
 */
export class CreateHelpCredit1780000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table help_credit_movement (
        id uuid constraint help_credit_movement_pk primary key,
        match_id uuid not null constraint help_credit_movement_match_fk references help_match,
        member_id uuid not null constraint help_credit_movement_member_fk references member,
        amount integer not null constraint help_credit_movement_moves check (amount <> 0),
        moved_at timestamptz not null,
        constraint help_credit_movement_once unique (match_id, member_id)
      );
      create index help_credit_movement_member on help_credit_movement (member_id, moved_at, id);
      create function help_credit_keeps_sum() returns trigger language plpgsql as $$
      declare
        payer uuid;
      begin
        if exists (
          select 1 from help_credit_movement m where m.match_id in (select match_id from added)
          group by m.match_id having sum(m.amount) <> 0 or count(*) <> 2
        ) then
          raise exception 'a transfer has two movements that sum to nothing' using errcode = 'check_violation', constraint = 'help_credit_zero_sum';
        end if;
        for payer in select distinct member_id from added where amount < 0 order by member_id loop
          perform pg_advisory_xact_lock(1751478372, hashtext(payer::text));
          if (select sum(amount) from help_credit_movement where member_id = payer) < -5 then
            raise exception 'nobody falls below the floor' using errcode = 'check_violation', constraint = 'help_credit_floor';
          end if;
        end loop;
        return null;
      end $$;
      create trigger help_credit_keeps_sum after insert on help_credit_movement
        referencing new table as added for each statement execute function help_credit_keeps_sum();
      create function help_credit_is_kept() returns trigger language plpgsql as $$
      begin
        raise exception 'a movement is never changed or taken out' using errcode = 'check_violation', constraint = 'help_credit_append_only';
      end $$;
      create trigger help_credit_is_kept before update or delete on help_credit_movement
        for each row execute function help_credit_is_kept();
      create trigger help_credit_is_kept_whole before truncate on help_credit_movement
        for each statement execute function help_credit_is_kept();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table help_credit_movement;
      drop function help_credit_is_kept();
      drop function help_credit_keeps_sum();
    `);
  }
}
