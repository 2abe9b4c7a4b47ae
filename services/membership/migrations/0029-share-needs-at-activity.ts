import type { MigrationInterface, QueryRunner } from 'typeorm';

const audiences = "'GROUP', 'ORGANISERS'";
const nobody = "'00000000-0000-0000-0000-000000000000'::uuid";

/** What a consent may become: over, once. `activity` is the part that compares its activity. */
const onlyEnds = (activity: string) => `
  create or replace function member_consent_only_ends() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' and current_setting('guildhall.erasing', true) = old.member_id::text then
      return old;
    end if;
    if tg_op = 'DELETE' then
      raise exception 'a consent is never deleted' using errcode = 'check_violation', constraint = 'member_consent_only_ends';
    end if;
    if old.withdrawn_at is not null
      or (new.id, new.member_id, new.purpose, new.fields, new.audience, new.from_at, new.to_at)
        is distinct from (old.id, old.member_id, old.purpose, old.fields, old.audience, old.from_at, old.to_at)
      ${activity}
      or new.group_id is distinct from old.group_id then
      raise exception 'a consent can only be withdrawn, once' using errcode = 'check_violation', constraint = 'member_consent_only_ends';
    end if;
    return new;
  end $$;`;

const oneAlive = (activity: string) => `
  alter table member_consent add constraint member_consent_one_alive exclude using gist (
    member_id with =, purpose with =, audience with =, (coalesce(group_id, ${nobody})) with =, ${activity}
    tstzrange(from_at, least(to_at, coalesce(withdrawn_at, to_at))) with &&
  );`;

/**
 * Needs shared for one activity. Who organises it, when it ends and what its venue has is told by the activities service
 * and kept until seven days after the end; `live_activity_consent` answers for those who hold a place, until then.
 */
export class ShareNeedsAtActivity1780000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table needs_occasion (
        activity_id uuid constraint needs_occasion_pk primary key,
        group_id uuid,
        ends_at timestamptz not null,
        is_open boolean not null,
        access_features text[]
      );
      create index needs_occasion_end on needs_occasion (ends_at);
      create table needs_organiser (
        activity_id uuid not null constraint needs_organiser_activity_fk references needs_occasion on delete cascade,
        member_id uuid not null constraint needs_organiser_member_fk references member,
        role text not null constraint needs_organiser_role_known check (role in ('ORGANISER', 'WELFARE_LEAD')),
        constraint needs_organiser_pk primary key (activity_id, member_id, role)
      );
      create index needs_organiser_member on needs_organiser (member_id);
      alter table needs_reading add column activity_id uuid;
      alter table member_consent add column activity_id uuid;
      alter table member_consent drop constraint member_consent_one_alive;
      alter table member_consent drop constraint member_consent_audience_fits;
      alter table member_consent drop constraint member_consent_audience_known;
      alter table member_consent add constraint member_consent_audience_known check (audience in (${audiences}, 'ACTIVITY'));
      alter table member_consent add constraint member_consent_audience_fits
        check ((purpose = 'NEEDS_IN_GROUP') = (audience = 'GROUP') and (audience = 'GROUP') = (group_id is not null)
          and (audience = 'ACTIVITY') = (activity_id is not null));
      ${oneAlive(`(coalesce(activity_id, ${nobody})) with =,`)}
      create index member_consent_activity on member_consent (activity_id) where activity_id is not null;
      ${onlyEnds('or new.activity_id is distinct from old.activity_id')}
      create function live_activity_consent(asked_activity uuid, asked_at timestamptz)
        returns table (member_id uuid, fields text[]) language sql stable rows 50 as $$
        select c.member_id, array_agg(distinct field order by field)
        from needs_occasion o
        join activity_place p on p.activity_id = o.activity_id
        join member m on m.id = p.member_id and m.status = 'ACTIVE'
        join member_consent c on c.member_id = m.id and c.purpose = 'NEEDS_AT_ACTIVITY'
          and (c.audience = 'ORGANISERS' or c.activity_id = o.activity_id)
          and c.from_at <= asked_at and least(c.to_at, coalesce(c.withdrawn_at, c.to_at)) > asked_at
        cross join lateral unnest(c.fields) field
        where o.activity_id = asked_activity and o.is_open and o.ends_at + interval '7 days' > asked_at
        group by c.member_id
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function live_activity_consent(uuid, timestamptz);
      alter table member_consent disable trigger member_consent_only_ends;
      delete from member_consent where audience = 'ACTIVITY';
      alter table member_consent enable trigger member_consent_only_ends;
      drop index member_consent_activity;
      alter table member_consent drop constraint member_consent_one_alive;
      alter table member_consent drop constraint member_consent_audience_fits;
      alter table member_consent drop constraint member_consent_audience_known;
      ${onlyEnds('')}
      alter table member_consent drop column activity_id;
      alter table member_consent add constraint member_consent_audience_known check (audience in (${audiences}));
      alter table member_consent add constraint member_consent_audience_fits
        check ((purpose = 'NEEDS_IN_GROUP') = (audience = 'GROUP') and (audience = 'GROUP') = (group_id is not null));
      ${oneAlive('')}
      alter table needs_reading drop column activity_id;
      drop table needs_organiser;
      drop table needs_occasion;
    `);
  }
}
