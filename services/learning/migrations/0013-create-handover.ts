import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the holder of an office leaves to the next one, and what it follows from: mandates, declared elections, and what
 * groups plan. Nobody hands over to themselves, and a mandate is handed over to one person and taken over once. The
 * mandates that were told before are copied from the projection of who may do what; their offices have no names there.
 */
export class CreateHandover1780000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mandate_term (
        mandate_id uuid constraint mandate_term_pk primary key,
        member_id uuid not null,
        group_id uuid,
        kind text not null,
        constituency_id uuid,
        position_id uuid,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        has_begun boolean not null default true
      );
      create index mandate_term_office on mandate_term (group_id, kind, ends_at);
      create index mandate_term_union on mandate_term (kind, constituency_id, ends_at) where group_id is null;
      create index mandate_term_member on mandate_term (member_id);
      insert into mandate_term (mandate_id, member_id, group_id, kind, constituency_id, starts_at, ends_at)
      select mandate_id, member_id, group_id, kind, constituency_id, starts_at, ends_at from actor_mandate;
      create table declared_mandate (
        mandate_id uuid constraint declared_mandate_pk primary key,
        election_id uuid not null
      );
      create table group_activity (
        activity_id uuid constraint group_activity_pk primary key,
        group_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        is_open boolean not null
      );
      create index group_activity_calendar on group_activity (group_id, starts_at, activity_id);
      create table handover_capsule (
        id uuid constraint handover_capsule_pk primary key,
        mandate_id uuid not null constraint handover_capsule_one_per_mandate unique,
        predecessor_id uuid constraint handover_capsule_one_per_predecessor unique,
        election_id uuid not null,
        position_id uuid,
        kind text not null constraint handover_capsule_kind_known
          check (kind in ('PRESIDENT', 'TREASURER', 'SECRETARY', 'OFFICER', 'WELFARE_LEAD', 'UNION_OFFICER', 'COURSE_REP')),
        group_id uuid,
        constituency_id uuid,
        successor_id uuid not null,
        outgoing_ids uuid[] not null,
        status text not null constraint handover_capsule_status_known
          check (status in ('OPEN', 'OUTGOING_FILLED', 'SHADOWING', 'ACCEPTED', 'SEALED')),
        opened_at timestamptz not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        due_at timestamptz not null,
        filled_at timestamptz,
        shadowing_at timestamptz,
        accepted_at timestamptz,
        sealed_at timestamptz,
        forgotten_at timestamptz,
        late_told_at timestamptz,
        rules_version integer not null,
        version integer not null,
        constraint handover_capsule_between_two check (successor_id <> all(outgoing_ids)),
        constraint handover_capsule_has_outgoing check (cardinality(outgoing_ids) > 0),
        constraint handover_capsule_not_to_itself check (predecessor_id <> mandate_id),
        constraint handover_capsule_filled check (status not in ('OUTGOING_FILLED', 'SHADOWING', 'ACCEPTED') or filled_at is not null),
        constraint handover_capsule_shadowing check (status not in ('SHADOWING', 'ACCEPTED') or shadowing_at is not null),
        constraint handover_capsule_accepted check (status = 'SEALED' or (status = 'ACCEPTED') = (accepted_at is not null)),
        constraint handover_capsule_in_order
          check (filled_at <= shadowing_at and shadowing_at <= accepted_at and (accepted_at is null or shadowing_at is not null)),
        constraint handover_capsule_sealed check ((status = 'SEALED') = (sealed_at is not null)),
        constraint handover_capsule_forgotten check (forgotten_at is null or status = 'SEALED')
      );
      create index handover_capsule_successor on handover_capsule (successor_id, opened_at, id);
      create index handover_capsule_outgoing on handover_capsule using gin (outgoing_ids);
      create index handover_capsule_group on handover_capsule (group_id);
      create index handover_capsule_due on handover_capsule (due_at, id) where status in ('OPEN', 'OUTGOING_FILLED', 'SHADOWING');
      create table handover_item (
        id uuid constraint handover_item_pk primary key,
        capsule_id uuid not null constraint handover_item_capsule_fk references handover_capsule,
        section text not null constraint handover_item_section_known
          check (section in ('CONTACTS', 'DECISIONS', 'ACCOUNTS', 'OPEN_MATTERS', 'ADVICE')),
        title text not null constraint handover_item_title_short check (char_length(title) between 1 and 120),
        words text not null constraint handover_item_words_short check (char_length(words) <= 4000),
        link text constraint handover_item_link_safe check (link like 'https://%'),
        author_id uuid,
        ticked_at timestamptz,
        version integer not null
      );
      create index handover_item_capsule on handover_item (capsule_id, id);
      create index handover_item_author on handover_item (author_id);
      create table handover_nothing (
        capsule_id uuid not null constraint handover_nothing_capsule_fk references handover_capsule,
        section text not null constraint handover_nothing_section_known
          check (section in ('CONTACTS', 'DECISIONS', 'ACCOUNTS', 'OPEN_MATTERS', 'ADVICE')),
        constraint handover_nothing_pk primary key (capsule_id, section)
      );
      create table handover_question (
        id uuid constraint handover_question_pk primary key,
        capsule_id uuid not null constraint handover_question_capsule_fk references handover_capsule,
        words text not null constraint handover_question_words_short check (char_length(words) between 1 and 1000),
        asked_at timestamptz not null,
        answer text constraint handover_question_answer_short check (char_length(answer) between 1 and 4000),
        answered_by_member_id uuid,
        answered_at timestamptz,
        version integer not null,
        constraint handover_question_answered check ((answer is null) = (answered_at is null))
      );
      create index handover_question_capsule on handover_question (capsule_id, asked_at, id);
      create index handover_question_answered_by on handover_question (answered_by_member_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table handover_question;
      drop table handover_nothing;
      drop table handover_item;
      drop table handover_capsule;
      drop table group_activity;
      drop table declared_mandate;
      drop table mandate_term;
    `);
  }
}
