import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How people come into a group: at once, by a request, or by an invitation. A request or an invitation is the beginning
 * of a membership, so it is the same row, and there is one live row per person and group. Positions can be taken away
 * once nobody holds them, and nobody holds two seats of one position at a time.
 */
export class AdmitToGroups1780000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table student_group add column join_policy text not null default 'OPEN'
        constraint student_group_join_policy_known check (join_policy in ('OPEN', 'REQUEST', 'INVITE'));
      alter table group_membership
        drop constraint group_membership_status_known,
        drop constraint group_membership_ends,
        add column kind text constraint group_membership_kind_known check (kind in ('REQUEST', 'INVITATION')),
        add column words text,
        add column asked_by uuid constraint group_membership_asked_by_fk references member,
        add column asked_at timestamptz,
        add column expires_at timestamptz,
        add constraint group_membership_status_known check (status in
          ('INVITED', 'REQUESTED', 'ACTIVE', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'LEFT', 'REMOVED')),
        add constraint group_membership_ends
          check ((status in ('INVITED', 'REQUESTED', 'ACTIVE')) = (until is null)),
        add constraint group_membership_asked check (num_nulls(kind, asked_by, asked_at, expires_at) in (0, 4)
          and (kind is not null or status in ('ACTIVE', 'LEFT', 'REMOVED'))),
        add constraint group_membership_waits_by_kind check ((status <> 'INVITED' or kind = 'INVITATION')
          and (status <> 'REQUESTED' or kind = 'REQUEST'));
      drop index group_membership_one_active;
      create unique index group_membership_one_live on group_membership (group_id, member_id)
        where status in ('INVITED', 'REQUESTED', 'ACTIVE');
      create index group_membership_asked on group_membership (group_id, asked_at, id) where kind is not null;
      create index group_membership_asked_by on group_membership (asked_by);
      alter table position add column removed_at timestamptz;
      alter table mandate add constraint mandate_one_seat_per_member exclude using gist (
        position_id with =, member_id with =, tstzrange(starts_at, least(ends_at, coalesce(ended_at, ends_at))) with &&
      );
      create index mandate_position_since on mandate (position_id, starts_at, id);
      create function mandate_needs_position() returns trigger language plpgsql as $$
      begin
        perform 1 from position where id = new.position_id and removed_at is null for share;
        if not found then
          raise exception 'a mandate needs a position' using errcode = 'check_violation', constraint = 'mandate_needs_position';
        end if;
        return new;
      end $$;
      create trigger mandate_needs_position before insert on mandate
        for each row execute function mandate_needs_position();
      create function position_removed_is_empty() returns trigger language plpgsql as $$
      begin
        if new.removed_at is not null and exists (
          select 1 from mandate where position_id = new.id and coalesce(ended_at, ends_at) > greatest(new.removed_at, starts_at)
        ) then
          raise exception 'somebody holds this position' using errcode = 'check_violation', constraint = 'position_removed_is_empty';
        end if;
        return new;
      end $$;
      create trigger position_removed_is_empty before update of removed_at on position
        for each row execute function position_removed_is_empty();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger position_removed_is_empty on position;
      drop function position_removed_is_empty();
      drop trigger mandate_needs_position on mandate;
      drop function mandate_needs_position();
      drop index mandate_position_since;
      alter table mandate drop constraint mandate_one_seat_per_member;
      alter table position drop column removed_at;
      delete from group_membership where status not in ('ACTIVE', 'LEFT', 'REMOVED');
      drop index group_membership_asked_by;
      drop index group_membership_asked;
      drop index group_membership_one_live;
      create unique index group_membership_one_active on group_membership (group_id, member_id) where status = 'ACTIVE';
      alter table group_membership
        drop constraint group_membership_waits_by_kind,
        drop constraint group_membership_asked,
        drop constraint group_membership_ends,
        drop constraint group_membership_status_known,
        drop column expires_at,
        drop column asked_at,
        drop column asked_by,
        drop column words,
        drop column kind,
        add constraint group_membership_status_known check (status in ('ACTIVE', 'LEFT', 'REMOVED')),
        add constraint group_membership_ends check ((status = 'ACTIVE') = (until is null));
      alter table student_group drop column join_policy;
    `);
  }
}
