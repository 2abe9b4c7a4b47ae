import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Versions, tags, courses and addresses of resources, ratings, reports and collections. What must never break is enforced
 * here: one version in work and one published of a resource, nobody reviews or rates their own, published words stay as
 * they were, one open report per member and resource.
 */
export class CompleteLibrary1780000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await widenResource(runner);
    await runner.query(versions);
    await runner.query(judgements);
    await runner.query(collections);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table resource_collection_item;
      drop table resource_collection;
      drop table resource_decision;
      drop table resource_report;
      drop table resource_rating;
      drop table resource_version;
      drop function resource_version_frozen();
      alter table resource drop constraint resource_status_known, drop constraint resource_published_once,
        drop constraint resource_of_author, drop constraint resource_work_first, drop constraint resource_held_waits,
        drop constraint resource_retired_rests, drop column document;
      drop function tag_words(text[]);
      update resource set status = 'PUBLISHED' where status = 'HELD';
      alter table resource drop column address, drop column tags, drop column course_ids, drop column number,
        drop column work, drop column revised_at, drop column flagged_at,
        add constraint resource_status_known check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETIRED')),
        add constraint resource_published_once check ((status in ('PUBLISHED', 'RETIRED')) = (published_at is not null)),
        add column document tsvector not null generated always as (resource_document(title, subject, summary, body)) stored;
      create index resource_document on resource using gin (document);
    `);
  }
}

async function widenResource(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function tag_words(tags text[]) returns text language sql immutable strict parallel safe as $$
      select array_to_string(tags, ' ')
    $$;
    alter table resource drop constraint resource_status_known, drop constraint resource_published_once, drop column document;
    alter table resource
      add column address text constraint resource_address_secure check (address ~ '^https://'),
      add column tags text[] not null default '{}',
      add column course_ids uuid[] not null default '{}',
      add column number integer not null default 1 constraint resource_number_positive check (number > 0),
      add column work text constraint resource_work_known check (work in ('DRAFT', 'IN_REVIEW')),
      add column revised_at timestamptz,
      add column flagged_at timestamptz;
    update resource set work = status where status in ('DRAFT', 'IN_REVIEW');
    alter table resource
      add constraint resource_status_known check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'HELD', 'RETIRED')),
      add constraint resource_published_once
        check ((status in ('PUBLISHED', 'HELD', 'RETIRED')) = (published_at is not null)),
      add constraint resource_work_first check (status not in ('DRAFT', 'IN_REVIEW') or work is not distinct from status),
      add constraint resource_held_waits check (status <> 'HELD' or flagged_at is not null),
      add constraint resource_retired_rests check (status <> 'RETIRED' or (work is null and flagged_at is null)),
      add constraint resource_of_author unique (id, author_id),
      add column document tsvector not null generated always as
        (resource_document(title, subject || ' ' || tag_words(tags), summary, body)) stored;
    create index resource_document on resource using gin (document);
    create index resource_tags on resource using gin (tags);
    create index resource_courses on resource using gin (course_ids);
    create index resource_in_review on resource (id) where work = 'IN_REVIEW';
    create index resource_flagged on resource (flagged_at, id) where flagged_at is not null;
  `);
}

const versions = `
  create table resource_version (
    id uuid constraint resource_version_pk primary key,
    resource_id uuid not null constraint resource_version_resource_fk references resource on delete cascade,
    number integer not null constraint resource_version_number_positive check (number > 0),
    title text not null,
    summary text not null,
    body text not null,
    kind text not null constraint resource_version_kind_known
      check (kind in ('GUIDE', 'NOTES', 'PAST_PAPER', 'TEMPLATE', 'VIDEO', 'LINK')),
    language text not null,
    subject text not null,
    licence text not null constraint resource_version_licence_known
      check (licence in ('CC_BY_4_0', 'CC_BY_SA_4_0', 'CC0_1_0')),
    address text constraint resource_version_address_secure check (address ~ '^https://'),
    tags text[] not null default '{}',
    course_ids uuid[] not null default '{}',
    author_id uuid not null,
    status text not null constraint resource_version_status_known
      check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED')),
    change_note text,
    review_note text,
    reviewer_id uuid,
    created_at timestamptz not null,
    submitted_at timestamptz,
    published_at timestamptz,
    version integer not null,
    constraint resource_version_number_unique unique (resource_id, number),
    constraint resource_version_reviewed_by_another check (reviewer_id <> author_id),
    constraint resource_version_submitted check (status <> 'IN_REVIEW' or submitted_at is not null),
    constraint resource_version_published_once
      check ((status in ('PUBLISHED', 'SUPERSEDED')) = (published_at is not null))
  );
  create unique index resource_version_one_in_work on resource_version (resource_id) where status in ('DRAFT', 'IN_REVIEW');
  create unique index resource_version_one_published on resource_version (resource_id) where status = 'PUBLISHED';
  create index resource_version_author on resource_version (author_id);
  create index resource_version_waiting on resource_version (submitted_at, resource_id) where status = 'IN_REVIEW';
  insert into resource_version (id, resource_id, number, title, summary, body, kind, language, subject, licence, author_id,
      status, reviewer_id, created_at, submitted_at, published_at, version)
    select gen_random_uuid(), id, 1, title, summary, body, kind, language, subject, licence, author_id,
      case status when 'RETIRED' then 'PUBLISHED' else status end, reviewer_id, coalesce(published_at, now()),
      case status when 'IN_REVIEW' then now() end, published_at, 1
    from resource;
  create function resource_version_frozen() returns trigger language plpgsql as $$
  begin
    if old.published_at is not null and (old.number, old.title, old.summary, old.body, old.kind, old.language, old.subject,
        old.licence, old.address, old.tags, old.course_ids) is distinct from (new.number, new.title, new.summary, new.body,
        new.kind, new.language, new.subject, new.licence, new.address, new.tags, new.course_ids) then
      raise exception 'what was published stays as it was' using errcode = 'check_violation', constraint = 'resource_version_frozen';
    end if;
    return new;
  end $$;
  create trigger resource_version_frozen before update on resource_version
    for each row execute function resource_version_frozen();
`;

const judgements = `
  create table resource_rating (
    id uuid constraint resource_rating_pk primary key,
    resource_id uuid not null,
    author_id uuid not null,
    member_id uuid not null,
    stars integer not null constraint resource_rating_stars_known check (stars between 1 and 5),
    reason text not null constraint resource_rating_reason_known
      check (reason in ('CLEAR', 'USEFUL', 'COMPLETE', 'OUT_OF_DATE', 'MISTAKES', 'HARD_TO_FOLLOW', 'OTHER')),
    words text,
    rated_at timestamptz not null,
    constraint resource_rating_resource_fk foreign key (resource_id, author_id) references resource (id, author_id)
      on update cascade on delete cascade,
    constraint resource_rating_one_each unique (resource_id, member_id),
    constraint resource_rating_of_another check (member_id <> author_id)
  );
  create index resource_rating_resource on resource_rating (resource_id, author_id);
  create index resource_rating_member on resource_rating (member_id);
  create index resource_rating_latest on resource_rating (resource_id, rated_at, id);
  create table resource_report (
    id uuid constraint resource_report_pk primary key,
    resource_id uuid not null constraint resource_report_resource_fk references resource on delete cascade,
    reporter_id uuid not null,
    reason text not null constraint resource_report_reason_known
      check (reason in ('COPYRIGHT', 'LIVE_ASSESSMENT', 'WRONG', 'BROKEN_LINK', 'PRIVATE_INFORMATION', 'OFFENSIVE', 'OTHER')),
    words text,
    counts boolean not null,
    reported_at timestamptz not null,
    closed_at timestamptz
  );
  create unique index resource_report_one_open on resource_report (resource_id, reporter_id) where closed_at is null;
  create index resource_report_resource on resource_report (resource_id, reported_at);
  create index resource_report_reporter on resource_report (reporter_id, reported_at);
  create table resource_decision (
    id uuid constraint resource_decision_pk primary key,
    resource_id uuid not null constraint resource_decision_resource_fk references resource on delete cascade,
    decision text not null constraint resource_decision_known check (decision in ('HOLD', 'RESTORE', 'RETIRE')),
    reason text,
    decided_by uuid,
    decided_at timestamptz not null
  );
  create index resource_decision_resource on resource_decision (resource_id, decided_at, id);
  create index resource_decision_by on resource_decision (decided_by);
`;

const collections = `
  create table resource_collection (
    id uuid constraint resource_collection_pk primary key,
    owner_id uuid not null,
    title text not null,
    description text not null,
    visibility text not null constraint resource_collection_visibility_known check (visibility in ('PRIVATE', 'PUBLIC')),
    changed_at timestamptz not null,
    version integer not null
  );
  create index resource_collection_owner on resource_collection (owner_id, changed_at, id);
  create index resource_collection_public on resource_collection (changed_at, id) where visibility = 'PUBLIC';
  create table resource_collection_item (
    collection_id uuid not null constraint resource_collection_item_collection_fk references resource_collection on delete cascade,
    resource_id uuid not null constraint resource_collection_item_resource_fk references resource on delete cascade,
    position integer not null constraint resource_collection_item_position_positive check (position > 0),
    constraint resource_collection_item_pk primary key (collection_id, resource_id),
    constraint resource_collection_item_position_unique unique (collection_id, position) deferrable initially deferred
  );
  create index resource_collection_item_resource on resource_collection_item (resource_id);
`;
