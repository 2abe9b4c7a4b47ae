import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The inbox for case matters and the mail about it. A notice says that something happened and never what; it exists once
 * per recipient, reason and source. Mail about it is one row per channel, so that it is never sent twice. The address for
 * mail is what its owner gave here, sealed under a key of its own. A department never learns of a case, also here.
 */
export class CreateInbox1780000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice (
        id uuid constraint notice_pk primary key,
        recipient_kind text not null constraint notice_recipient_known check (recipient_kind in ('STUDENT', 'STAFF', 'DEPARTMENT')),
        recipient text not null,
        reason text not null constraint notice_reason_known check (reason in (
          'MESSAGE', 'RECEIPT', 'CASE_STATUS', 'ASSIGNED', 'CONSENT_WANTED', 'REFERRAL_SENT', 'REFERRAL_ANSWERED', 'QUESTION',
          'DEADLINE_NEAR', 'DEADLINE_MISSED', 'SECOND_PERSON_WANTED', 'BREAK_GLASS', 'MEDIATION', 'REDIRECTED_TWICE',
          'FILE_EXPORTED', 'COLLECTIVE_MATTER', 'WEBHOOK_FAILING')),
        case_id uuid constraint notice_case_fk references case_file,
        referral_id uuid constraint notice_referral_fk references referral,
        source_id text not null,
        told_at timestamptz not null,
        read_at timestamptz,
        constraint notice_once unique (recipient_kind, recipient, reason, source_id),
        constraint notice_hides_case_from_department check (recipient_kind <> 'DEPARTMENT' or case_id is null)
      );
      create index notice_recipient on notice (recipient_kind, recipient, told_at, id);
      create index notice_unread on notice (recipient_kind, recipient) where read_at is null;
      create index notice_case on notice (case_id);
      create index notice_referral on notice (referral_id);
      create table notice_mail (
        notice_id uuid not null constraint notice_mail_notice_fk references notice on delete cascade,
        channel text not null constraint notice_mail_channel_known check (channel in ('MAIL')),
        state text not null constraint notice_mail_state_known check (state in ('DUE', 'SENDING', 'SENT', 'DROPPED', 'FAILED', 'BOUNCED')),
        attempts integer not null default 0,
        due_at timestamptz not null,
        settled_at timestamptz,
        constraint notice_mail_pk primary key (notice_id, channel),
        constraint notice_mail_settled check ((state in ('DUE', 'SENDING')) = (settled_at is null))
      );
      create index notice_mail_open on notice_mail (due_at) where state in ('DUE', 'SENDING');
      create table inbox_settings (
        id uuid constraint inbox_settings_pk primary key,
        recipient_kind text not null constraint inbox_settings_recipient_known check (recipient_kind in ('STUDENT', 'STAFF', 'DEPARTMENT')),
        recipient text not null,
        address bytea,
        key_id text,
        data_key bytea,
        mail_kinds text[] not null constraint inbox_settings_kinds_known
          check (mail_kinds <@ array['CONVERSATION', 'PROGRESS', 'REFERRAL', 'DEADLINE', 'PROTECTION', 'COMMON']),
        quiet_from integer not null constraint inbox_settings_quiet_from_hour check (quiet_from between 0 and 23),
        quiet_until integer not null constraint inbox_settings_quiet_until_hour check (quiet_until between 0 and 23),
        language text not null constraint inbox_settings_language_known check (language in ('en', 'zh-CN')),
        bounces integer not null default 0,
        version integer not null,
        constraint inbox_settings_once unique (recipient_kind, recipient),
        constraint inbox_settings_address_is_sealed check ((address is null) = (data_key is null) and (data_key is null) = (key_id is null))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table inbox_settings; drop table notice_mail; drop table notice;');
  }
}
