import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The id of evidence, as the code derives it. */
const evidenceId = (kind: string, source: string): string => `
  (select regexp_replace(substr(h, 1, 12) || '8' || substr(h, 14, 3) || 'a' || substr(h, 18, 15),
      '^(.{8})(.{4})(.{4})(.{4})(.{12})$', '\\1-\\2-\\3-\\4-\\5')::uuid
   from encode(sha256(convert_to('${kind}:' || ${source} || ':' || member_id, 'UTF8')), 'hex') h)`;

const kinds = `('ATTENDANCE', 'LED_ACTIVITY', 'VERIFIED_HOURS', 'MANDATE', 'DELIVERED_PROPOSAL', 'PATH_STEP', 'LED_SESSION')`;

/**
 * The record: a log of facts that is only ever added to, the evidence projected from it, and what members chose to keep to
 * themselves. Attendance and mandates known from before become facts in the place they had.
 */
export class CreateRecord1780000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table record_fact (
        source text not null,
        aggregate text not null,
        aggregate_id text not null,
        sequence integer not null constraint record_fact_sequence_counted check (sequence >= 0),
        kind text not null constraint record_fact_kind_known check (kind in ${kinds}),
        says text not null constraint record_fact_says_known check (says in ('STANDS', 'ENDS', 'TAKEN_BACK')),
        member_ids uuid[] not null,
        at timestamptz not null,
        until timestamptz,
        minutes integer constraint record_fact_minutes_positive check (minutes > 0),
        detail jsonb not null,
        heard_at timestamptz not null,
        constraint record_fact_pk primary key (source, aggregate, aggregate_id, sequence),
        constraint record_fact_names_members check (says = 'STANDS' or (member_ids = '{}' and until is null and minutes is null and detail = '{}'))
      );
      create index record_fact_members on record_fact using gin (member_ids);
      create table evidence (
        id uuid constraint evidence_pk primary key,
        member_id uuid not null,
        kind text not null constraint evidence_kind_known check (kind in ${kinds}),
        source_id text not null,
        happened_at timestamptz not null,
        until timestamptz,
        minutes integer constraint evidence_minutes_positive check (minutes > 0),
        detail jsonb not null,
        is_standing boolean not null,
        taken_back_at timestamptz,
        constraint evidence_of_source unique (kind, source_id, member_id),
        constraint evidence_taken_back check (is_standing = (taken_back_at is null))
      );
      create index evidence_of_member on evidence (member_id, happened_at, id);
      create table hidden_evidence (
        evidence_id uuid constraint hidden_evidence_pk primary key,
        member_id uuid not null,
        hidden_at timestamptz not null
      );
      create index hidden_evidence_member on hidden_evidence (member_id);
      create table record_rebuild (
        id uuid constraint record_rebuild_pk primary key,
        status text not null constraint record_rebuild_status_known check (status in ('RUNNING', 'DONE')),
        requested_by text not null,
        requested_at timestamptz not null,
        finished_at timestamptz,
        total integer not null,
        done integer not null,
        mended integer not null,
        place jsonb,
        constraint record_rebuild_finished check ((status = 'DONE') = (finished_at is not null))
      );
      create unique index record_rebuild_one_running on record_rebuild ((true)) where status = 'RUNNING';
      create index record_rebuild_newest on record_rebuild (requested_at, id);
      create table skill (
        id uuid constraint skill_pk primary key,
        slug text not null constraint skill_slug_unique unique
      );
      create table skill_version (
        id uuid constraint skill_version_pk primary key,
        skill_id uuid not null constraint skill_version_skill_fk references skill,
        number integer not null constraint skill_version_number_positive check (number > 0),
        status text not null constraint skill_version_status_known
          check (status in ('PROPOSED', 'CURRENT', 'REPLACED', 'DECLINED', 'WITHDRAWN')),
        name_en text not null,
        name_zh text not null,
        summary_en text not null,
        summary_zh text not null,
        rules jsonb not null constraint skill_version_has_rules check (jsonb_array_length(rules) between 1 and 20),
        is_retired boolean not null,
        proposed_by text not null,
        proposed_at timestamptz not null,
        decided_by text,
        decided_at timestamptz,
        reason text,
        constraint skill_version_number_unique unique (skill_id, number),
        constraint skill_version_decided check ((status = 'PROPOSED') = (decided_at is null) and (status = 'PROPOSED') = (decided_by is null)),
        constraint skill_version_decided_by_another check (status not in ('CURRENT', 'REPLACED', 'DECLINED') or decided_by <> proposed_by),
        constraint skill_version_refused_with_reason check ((status = 'DECLINED') = (reason is not null))
      );
      create unique index skill_version_one_current on skill_version (skill_id) where status = 'CURRENT';
      create unique index skill_version_one_proposed on skill_version (skill_id) where status = 'PROPOSED';
      create index skill_version_waiting on skill_version (proposed_at, id) where status = 'PROPOSED';
    `);
    await runner.query(`
      insert into record_fact (source, aggregate, aggregate_id, sequence, kind, says, member_ids, at, detail, heard_at)
        select 'activities', 'Registration', a.registration_id::text, 0, 'ATTENDANCE', 'STANDS', array[a.member_id], a.attended_at,
          jsonb_build_object('activityKind', a.activity_kind), now()
        from attendance_fact a;
      insert into record_fact (source, aggregate, aggregate_id, sequence, kind, says, member_ids, at, detail, heard_at)
        select 'activities', 'Registration', a.registration_id::text, coalesce(p.last, 1), 'ATTENDANCE', 'TAKEN_BACK', '{}', now(), '{}', now()
        from attendance_fact a left join inbox_position p
          on p.source = 'activities' and p.aggregate = 'Registration' and p.aggregate_id = a.registration_id::text
        where a.voided;
      insert into record_fact (source, aggregate, aggregate_id, sequence, kind, says, member_ids, at, until, detail, heard_at)
        select 'membership', 'Mandate', m.mandate_id::text, 0, 'MANDATE', 'STANDS', array[m.member_id], m.starts_at, m.ends_at,
          jsonb_strip_nulls(jsonb_build_object('groupId', m.group_id, 'positionKind', m.kind, 'constituencyId', m.constituency_id)), now()
        from actor_mandate m;
      insert into evidence (id, member_id, kind, source_id, happened_at, detail, is_standing, taken_back_at)
        select ${evidenceId('ATTENDANCE', 'registration_id')}, member_id, 'ATTENDANCE', registration_id::text, attended_at,
          jsonb_build_object('activityKind', activity_kind), not voided, case when voided then now() end
        from attendance_fact;
      insert into evidence (id, member_id, kind, source_id, happened_at, until, detail, is_standing, taken_back_at)
        select ${evidenceId('MANDATE', 'mandate_id')}, member_id, 'MANDATE', mandate_id::text, starts_at, ends_at,
          jsonb_strip_nulls(jsonb_build_object('groupId', group_id, 'positionKind', kind, 'constituencyId', constituency_id)),
          ends_at > starts_at, case when ends_at <= starts_at then ends_at end
        from actor_mandate;
      update step_progress p set evidence = (select ${evidenceId('ATTENDANCE', 'registration_id')} from attendance_fact where registration_id = p.evidence)
        where p.evidence is not null;
      drop table attendance_fact;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attendance_fact (
        registration_id uuid constraint attendance_fact_pk primary key,
        member_id uuid not null,
        activity_kind text not null,
        attended_at timestamptz not null,
        voided boolean not null default false
      );
      create index attendance_fact_member on attendance_fact (member_id, activity_kind, attended_at, registration_id) where not voided;
      insert into attendance_fact
        select source_id::uuid, member_id, detail->>'activityKind', happened_at, not is_standing from evidence where kind = 'ATTENDANCE';
      update step_progress p set evidence = (select source_id::uuid from evidence e where e.id = p.evidence and e.kind = 'ATTENDANCE')
        where p.evidence is not null;
      drop table skill_version; drop table skill; drop table record_rebuild; drop table hidden_evidence; drop table evidence; drop table record_fact;
    `);
  }
}
