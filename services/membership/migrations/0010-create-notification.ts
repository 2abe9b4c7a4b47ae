import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What members are told. A notification exists once per member, reason and source, so that no repeated event, retry or
 * race tells twice. It holds ids alone: the words are the web apps' own, names are read when it is shown.
 */
export class CreateNotification1780000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification (
        id uuid constraint notification_pk primary key,
        member_id uuid not null constraint notification_member_fk references member,
        reason text not null constraint notification_reason_known check (reason in (
          'CONNECTION_REQUESTED', 'CONNECTION_ACCEPTED', 'CIRCLE_PROPOSED', 'CIRCLE_FORMED', 'CIRCLE_ENDED',
          'COMPANY_FOUND', 'MESSAGE', 'MESSAGE_REPORT_DECIDED', 'POST_REPLIED', 'POST_HELD', 'POST_RESTORED',
          'POST_REMOVED', 'POST_APPEAL_DECIDED', 'REPORT_DECIDED', 'REPORT_WAITING', 'NOTICE_POSTED', 'IDEA_RAISE_ASKED', 'IDEA_RAISE_DECIDED', 'HELP_OFFERED',
          'HELP_MATCHED', 'HELP_ARRANGED', 'HELP_DONE_CLAIMED', 'HELP_COMPLETED', 'HELP_UNMATCHED', 'HELP_EXPIRED',
          'HELP_CANCELLED', 'HELP_DISPUTED', 'HELP_DECIDED', 'GROUP_INVITED', 'GROUP_REQUESTED',
          'GROUP_REQUEST_DECIDED', 'GROUP_REMOVED', 'GROUP_STATUS', 'REAFFILIATION_DUE', 'OFFICERS_MISSING',
          'MANDATE_STARTED', 'MANDATE_ENDING', 'MANDATE_ENDED', 'MEMBERSHIP_STATUS', 'APPEAL_DECIDED', 'EXPORT_READY',
          'ERASURE_SCHEDULED', 'NEEDS_READ', 'ISSUE_RAISED', 'ISSUE_STATUS', 'PROPOSAL_STATUS', 'PROPOSAL_DELIVERED',
          'PLACE_CHANGED', 'ACTIVITY_CHANGED', 'ATTENDANCE_CONFIRMED', 'LEARNING_PROGRESS')),
        source_id uuid not null,
        subject_kind text not null constraint notification_subject_known check (subject_kind in (
          'MEMBER', 'CIRCLE', 'CONVERSATION', 'POST', 'HELP_REQUEST', 'GROUP', 'MANDATE', 'MEMBERSHIP', 'EXPORT',
          'REPORT', 'NEEDS', 'ISSUE', 'PROPOSAL', 'ACTIVITY', 'LEARNING_PATH')),
        subject_id uuid not null,
        group_id uuid constraint notification_group_fk references student_group,
        from_id uuid constraint notification_from_fk references member,
        told_at timestamptz not null,
        read_at timestamptz,
        constraint notification_once unique (member_id, reason, source_id),
        constraint notification_of_others check (from_id <> member_id)
      );
      create index notification_inbox on notification (member_id, told_at, id);
      create index notification_unread on notification (member_id) where read_at is null;
      create index notification_group on notification (group_id);
      create index notification_from on notification (from_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notification');
  }
}
