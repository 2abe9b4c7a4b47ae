import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Achievements with their criteria, the credentials issued for them, and the links by which a member shows parts of the
 * record. A credential names the evidence it rests on and has one place in the status lists that nobody else has.
 */
export class CreateCredential1780000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table achievement (
        id uuid constraint achievement_pk primary key,
        series_id uuid not null,
        number integer not null constraint achievement_number_counted check (number >= 1),
        title_en text not null,
        title_zh text not null,
        summary_en text not null,
        summary_zh text not null,
        criteria jsonb not null constraint achievement_asks_something
          check (jsonb_typeof(criteria) = 'array' and jsonb_array_length(criteria) between 1 and 6),
        skills jsonb not null constraint achievement_skills_listed check (jsonb_typeof(skills) = 'array'),
        valid_days integer constraint achievement_valid_days_positive check (valid_days > 0),
        author_id uuid not null,
        publisher_id uuid,
        status text not null constraint achievement_status_known check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
        published_at timestamptz,
        version integer not null,
        constraint achievement_published_once check ((status <> 'DRAFT') = (published_at is not null)),
        constraint achievement_published_by_another check (publisher_id <> author_id),
        constraint achievement_has_publisher check ((publisher_id is not null) = (published_at is not null)),
        constraint achievement_numbered unique (series_id, number)
      );
      create unique index achievement_one_published on achievement (series_id) where status = 'PUBLISHED';
      create unique index achievement_one_draft on achievement (series_id) where status = 'DRAFT';
      create index achievement_by_title on achievement (lower(title_en), id);
      create index achievement_author on achievement (author_id);
      create index achievement_publisher on achievement (publisher_id);
      create table credential (
        id uuid constraint credential_pk primary key,
        member_id uuid not null,
        subject_id uuid not null constraint credential_subject unique,
        achievement_id uuid not null constraint credential_achievement_fk references achievement,
        series_id uuid not null,
        criteria jsonb not null constraint credential_criteria_copied
          check (jsonb_typeof(criteria) = 'array' and jsonb_array_length(criteria) > 0),
        evidence_ids uuid[] not null constraint credential_rests_on_evidence check (cardinality(evidence_ids) > 0),
        status text not null constraint credential_status_known
          check (status in ('CLAIMED', 'ISSUED', 'SUSPENDED', 'REVOKED', 'EXPIRED')),
        issued_at timestamptz not null,
        expires_at timestamptz,
        suspended_at timestamptz,
        ended_at timestamptz,
        reason text constraint credential_reason_known check (reason in ('EVIDENCE_TAKEN_BACK')),
        list_number integer not null constraint credential_list_counted check (list_number >= 1),
        list_index integer not null constraint credential_place_in_list check (list_index between 0 and 131071),
        version integer not null,
        constraint credential_place unique (list_number, list_index),
        constraint credential_suspended check (status <> 'SUSPENDED' or suspended_at is not null),
        constraint credential_ended check ((status in ('REVOKED', 'EXPIRED')) = (ended_at is not null)),
        constraint credential_revoked_for_reason check ((status = 'REVOKED') = (reason is not null)),
        constraint credential_lasts check (expires_at > issued_at)
      );
      create unique index credential_one_living on credential (member_id, series_id) where status not in ('REVOKED', 'EXPIRED');
      create index credential_of_member on credential (member_id, issued_at, id);
      create index credential_achievement on credential (achievement_id);
      create index credential_not_good on credential (list_number, list_index) where status in ('SUSPENDED', 'REVOKED');
      create table record_link (
        id uuid constraint record_link_pk primary key,
        member_id uuid not null,
        token_digest bytea not null constraint record_link_token unique,
        note text not null,
        shown_as text not null,
        language text not null constraint record_link_language_known check (language in ('EN', 'ZH_CN')),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        withdrawn_at timestamptz,
        version integer not null,
        constraint record_link_ends check (expires_at > created_at and expires_at <= created_at + interval '366 days')
      );
      create index record_link_of_member on record_link (member_id, created_at, id);
      create table record_link_item (
        link_id uuid not null constraint record_link_item_link_fk references record_link on delete cascade,
        position integer not null,
        evidence_id uuid,
        credential_id uuid constraint record_link_item_credential_fk references credential on delete cascade,
        constraint record_link_item_pk primary key (link_id, position),
        constraint record_link_item_one_thing check (num_nonnulls(evidence_id, credential_id) = 1)
      );
      create unique index record_link_item_evidence on record_link_item (link_id, evidence_id) where evidence_id is not null;
      create unique index record_link_item_credential on record_link_item (link_id, credential_id) where credential_id is not null;
      create index record_link_item_of_credential on record_link_item (credential_id);
      create table record_link_view (
        link_id uuid not null constraint record_link_view_link_fk references record_link on delete cascade,
        viewed_at timestamptz not null,
        id uuid constraint record_link_view_pk primary key
      );
      create index record_link_view_newest on record_link_view (link_id, viewed_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table record_link_view; drop table record_link_item; drop table record_link; drop table credential; drop table achievement;',
    );
  }
}
