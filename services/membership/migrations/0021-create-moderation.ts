import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports of anything that members write to each other, what moderators decided about it, and one appeal. Nobody decides
 * about what they wrote, an appeal is decided by somebody else, and nobody's report counts twice towards holding one thing.
 */
export class CreateModeration1780000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table moderation_item (
        id uuid constraint moderation_item_pk primary key,
        subject_kind text not null constraint moderation_item_kind_known check (subject_kind in
          ('POST', 'REPLY', 'MESSAGE', 'HELP_REQUEST')),
        subject_id uuid not null,
        author_id uuid not null constraint moderation_item_author_fk references member,
        group_id uuid constraint moderation_item_group_fk references student_group,
        state text not null constraint moderation_item_state_known check (state in
          ('REPORTED', 'HELD', 'KEPT', 'REMOVED', 'APPEALED', 'RESTORED', 'REMOVED_FINALLY', 'GONE')),
        since timestamptz not null,
        removed_by uuid constraint moderation_item_remover_fk references member,
        appeal text,
        appealed_at timestamptz,
        appeal_decided_by uuid constraint moderation_item_appeal_judge_fk references member,
        version integer not null,
        constraint moderation_item_one_per_subject unique (subject_kind, subject_id),
        constraint moderation_item_removed_by_somebody check
          (state not in ('REMOVED', 'APPEALED', 'REMOVED_FINALLY', 'RESTORED') or removed_by is not null),
        constraint moderation_item_not_by_author check
          (removed_by is distinct from author_id and appeal_decided_by is distinct from author_id),
        constraint moderation_item_appeal_by_another check
          (state not in ('RESTORED', 'REMOVED_FINALLY') or (appeal_decided_by is not null and appeal_decided_by <> removed_by)),
        constraint moderation_item_appeal_has_words check ((appeal is null) = (appealed_at is null)),
        constraint moderation_item_appealed check
          (state not in ('APPEALED', 'RESTORED', 'REMOVED_FINALLY') or appeal is not null)
      );
      create index moderation_item_waiting on moderation_item (since, id) where state in ('REPORTED', 'HELD', 'APPEALED');
      create index moderation_item_group on moderation_item (group_id);
      create index moderation_item_author on moderation_item (author_id);
      create index moderation_item_remover on moderation_item (removed_by);
      create index moderation_item_appeal_judge on moderation_item (appeal_decided_by);

      create table report (
        id uuid constraint report_pk primary key,
        item_id uuid not null constraint report_item_fk references moderation_item on delete cascade,
        reporter_id uuid not null constraint report_reporter_fk references member,
        reason text not null constraint report_reason_known check (reason in
          ('HARASSMENT', 'HATE', 'SPAM', 'PRIVATE_INFORMATION', 'GHOST_WRITING', 'DANGER', 'OTHER')),
        note text,
        words text not null,
        counts boolean not null,
        reported_at timestamptz not null,
        closed_at timestamptz,
        outcome text constraint report_outcome_known check (outcome in ('KEPT', 'REMOVED', 'GONE')),
        constraint report_closed_with_outcome check ((closed_at is null) = (outcome is null))
      );
      create unique index report_one_live on report (item_id, reporter_id) where closed_at is null;
      create unique index report_counts_once on report (item_id, reporter_id) where counts;
      create index report_item on report (item_id, reported_at);
      create index report_reporter on report (reporter_id, reported_at);

      create table moderation_decision (
        id uuid constraint moderation_decision_pk primary key,
        item_id uuid not null constraint moderation_decision_item_fk references moderation_item on delete cascade,
        decision text not null constraint moderation_decision_known check (decision in
          ('HOLD', 'KEEP', 'REMOVE', 'RESTORE', 'UPHOLD')),
        reason text,
        decided_by uuid constraint moderation_decision_judge_fk references member,
        decided_at timestamptz not null,
        constraint moderation_decision_has_reason check ((decided_by is null) = (reason is null))
      );
      create index moderation_decision_item on moderation_decision (item_id, decided_at);
      create index moderation_decision_judge on moderation_decision (decided_by);

      alter table post drop constraint post_status_known;
      alter table post add constraint post_status_known check (status in ('PUBLISHED', 'HELD', 'WITHDRAWN', 'REMOVED'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update post set status = 'PUBLISHED' where status = 'HELD';
      alter table post drop constraint post_status_known;
      alter table post add constraint post_status_known check (status in ('PUBLISHED', 'WITHDRAWN', 'REMOVED'));
      drop table moderation_decision; drop table report; drop table moderation_item;
    `);
  }
}
