import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What members allow others to read of them. A consent is given once and can only end: rows are never deleted nor
 * rewritten, and no two of one member for the same purpose and audience are alive at one instant. Whoever reads what
 * needs a consent joins `live_consent`, which answers nothing when there is none.
 */
export class CreateConsent1780000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member_consent (
        id uuid constraint member_consent_pk primary key,
        member_id uuid not null constraint member_consent_member_fk references member,
        purpose text not null constraint member_consent_purpose_known check (purpose in ('NEEDS_IN_GROUP', 'NEEDS_AT_ACTIVITY')),
        fields text[] not null constraint member_consent_fields_known
          check (cardinality(fields) > 0 and fields <@ array['DIET', 'ACCESS', 'LANGUAGE', 'QUIET_SPACE']),
        audience text not null constraint member_consent_audience_known check (audience in ('GROUP', 'ORGANISERS')),
        group_id uuid constraint member_consent_group_fk references student_group,
        from_at timestamptz not null,
        to_at timestamptz not null,
        withdrawn_at timestamptz,
        version integer not null,
        constraint member_consent_dates check (to_at > from_at and (withdrawn_at is null or withdrawn_at >= from_at)),
        constraint member_consent_audience_fits
          check ((purpose = 'NEEDS_IN_GROUP') = (audience = 'GROUP') and (audience = 'GROUP') = (group_id is not null)),
        constraint member_consent_one_alive exclude using gist (
          member_id with =, purpose with =, audience with =,
          (coalesce(group_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
          tstzrange(from_at, least(to_at, coalesce(withdrawn_at, to_at))) with &&
        )
      );
      create index member_consent_history on member_consent (member_id, from_at, id);
      create index member_consent_group on member_consent (group_id) where group_id is not null;
      create function member_consent_only_ends() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          raise exception 'a consent is never deleted' using errcode = 'check_violation', constraint = 'member_consent_only_ends';
        end if;
        if old.withdrawn_at is not null
          or (new.id, new.member_id, new.purpose, new.fields, new.audience, new.from_at, new.to_at)
            is distinct from (old.id, old.member_id, old.purpose, old.fields, old.audience, old.from_at, old.to_at)
          or new.group_id is distinct from old.group_id then
          raise exception 'a consent can only be withdrawn, once' using errcode = 'check_violation', constraint = 'member_consent_only_ends';
        end if;
        return new;
      end $$;
      create trigger member_consent_only_ends before update or delete on member_consent
        for each row execute function member_consent_only_ends();
      create function live_consent(asked_purpose text, asked_group uuid, asked_at timestamptz)
        returns table (member_id uuid, fields text[]) language sql stable rows 50 as $$
        select c.member_id, c.fields from member_consent c join member m on m.id = c.member_id and m.status = 'ACTIVE'
        where c.purpose = asked_purpose and c.from_at <= asked_at
          and least(c.to_at, coalesce(c.withdrawn_at, c.to_at)) > asked_at
          and (c.audience = 'ORGANISERS' or (c.group_id = asked_group and exists (
            select 1 from group_membership g
            where g.group_id = asked_group and g.member_id = c.member_id and g.status = 'ACTIVE')))
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function live_consent(text, uuid, timestamptz);
      drop table member_consent;
      drop function member_consent_only_ends();
    `);
  }
}
