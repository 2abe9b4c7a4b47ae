import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Connections and blocks. Two people have one live connection at most, whoever asked, and none while one of them has
 * blocked the other. A request that nobody will answer is `SILENT`: its addressee never sees it, its asker sees it wait.
 * Both functions are symmetric, answer false for nobody, and are read by every scope that shows people to people.
 */
export class CreateConnection1780000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member_connection (
        id uuid constraint member_connection_pk primary key,
        requester_id uuid not null constraint member_connection_requester_fk references member,
        addressee_id uuid not null constraint member_connection_addressee_fk references member,
        status text not null constraint member_connection_status_known
          check (status in ('REQUESTED', 'SILENT', 'CONNECTED', 'CLOSED')),
        message text constraint member_connection_message_short check (char_length(message) <= 300),
        requested_at timestamptz not null,
        expires_at timestamptz not null,
        connected_at timestamptz,
        closed_at timestamptz,
        version integer not null,
        constraint member_connection_of_two check (requester_id <> addressee_id),
        constraint member_connection_waits check (expires_at > requested_at),
        constraint member_connection_connected_since check (status = 'CLOSED' or (status = 'CONNECTED') = (connected_at is not null)),
        constraint member_connection_closed_since check ((status = 'CLOSED') = (closed_at is not null)),
        constraint member_connection_message_while_asking check (message is null or status in ('REQUESTED', 'SILENT'))
      );
      create unique index member_connection_one_live on member_connection
        (least(requester_id, addressee_id), greatest(requester_id, addressee_id)) where status in ('REQUESTED', 'CONNECTED');
      create unique index member_connection_one_request on member_connection (requester_id, addressee_id)
        where status in ('REQUESTED', 'SILENT');
      create index member_connection_requester on member_connection (requester_id, status);
      create index member_connection_addressee on member_connection (addressee_id, status);
      create table member_block (
        blocker_id uuid not null constraint member_block_blocker_fk references member,
        blocked_id uuid not null constraint member_block_blocked_fk references member,
        since timestamptz not null,
        known_as text,
        constraint member_block_pk primary key (blocker_id, blocked_id),
        constraint member_block_of_two check (blocker_id <> blocked_id)
      );
      create index member_block_blocked on member_block (blocked_id, blocker_id);
      create function is_blocked(a uuid, b uuid) returns boolean language sql stable parallel safe as $$
        select exists (select 1 from member_block x where x.blocker_id = a and x.blocked_id = b)
          or exists (select 1 from member_block x where x.blocker_id = b and x.blocked_id = a)
      $$;
      create function is_connected(a uuid, b uuid) returns boolean language sql stable parallel safe as $$
        select exists (select 1 from member_connection c where c.status = 'CONNECTED'
          and least(c.requester_id, c.addressee_id) = least(a, b) and greatest(c.requester_id, c.addressee_id) = greatest(a, b)
          and a is not null and b is not null)
      $$;
      create view connected_member as
        select requester_id as member_id, addressee_id as other_id, id as connection_id, connected_at
        from member_connection where status = 'CONNECTED'
        union all
        select addressee_id, requester_id, id, connected_at from member_connection where status = 'CONNECTED';
      create function member_connection_not_blocked() returns trigger language plpgsql as $$
      begin
        if is_blocked(new.requester_id, new.addressee_id) then
          raise exception 'a block ends what is between two people' using errcode = 'check_violation', constraint = 'member_connection_not_blocked';
        end if;
        return new;
      end $$;
      create trigger member_connection_not_blocked before insert or update on member_connection
        for each row when (new.status in ('REQUESTED', 'CONNECTED')) execute function member_connection_not_blocked();
      create function member_block_ends_connection() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from member_connection c where c.status in ('REQUESTED', 'CONNECTED')
          and least(c.requester_id, c.addressee_id) = least(new.blocker_id, new.blocked_id)
          and greatest(c.requester_id, c.addressee_id) = greatest(new.blocker_id, new.blocked_id)) then
          raise exception 'a block ends what is between two people' using errcode = 'check_violation', constraint = 'member_block_ends_connection';
        end if;
        return new;
      end $$;
      create trigger member_block_ends_connection before insert on member_block
        for each row execute function member_block_ends_connection();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view connected_member;
      drop function is_connected(uuid, uuid);
      drop function is_blocked(uuid, uuid);
      drop table member_block;
      drop table member_connection;
      drop function member_block_ends_connection();
      drop function member_connection_not_blocked();
    `);
  }
}
