import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How members want to be told, and what became of the mail about each notification: one row per notification, so that
 * its mail is never sent twice. An address counts once its owner has shown that mail arrives there.
 */
export class CreateNotificationMail1780000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification_settings (
        member_id uuid constraint notification_settings_pk primary key
          constraint notification_settings_member_fk references member,
        address text,
        bounces integer not null default 0,
        is_stopped boolean not null default false,
        proposed_address text,
        proposed_until timestamptz,
        code_tries integer not null default 0,
        codes_day date,
        codes_sent integer not null default 0,
        secret text not null constraint notification_settings_secret_long check (length(secret) >= 64),
        quiet_from integer not null constraint notification_settings_quiet_from_hour check (quiet_from between 0 and 23),
        quiet_until integer not null constraint notification_settings_quiet_until_hour check (quiet_until between 0 and 23),
        digest text not null constraint notification_settings_digest_known check (digest in ('DAILY', 'WEEKLY')),
        language text not null constraint notification_settings_language_known check (language in ('en', 'zh-CN')),
        version integer not null,
        constraint notification_settings_proposed check ((proposed_address is null) = (proposed_until is null))
      );
      create table notification_preference (
        member_id uuid not null constraint notification_preference_member_fk references member,
        topic text not null constraint notification_preference_topic_known check (topic in (
          'PEOPLE', 'GROUPS', 'POSTS', 'HELP', 'OFFICES', 'ACTIVITIES', 'LEARNING', 'RIGHTS', 'ACCOUNT')),
        is_told boolean not null,
        mail text not null constraint notification_preference_mail_known check (mail in ('AT_ONCE', 'DIGEST', 'NEVER')),
        constraint notification_preference_pk primary key (member_id, topic)
      );
      create table notification_mail (
        notification_id uuid constraint notification_mail_pk primary key
          constraint notification_mail_notification_fk references notification on delete cascade,
        member_id uuid not null constraint notification_mail_member_fk references member,
        state text not null constraint notification_mail_state_known
          check (state in ('DUE', 'SENDING', 'SENT', 'DROPPED', 'FAILED', 'BOUNCED')),
        attempts integer not null default 0,
        due_at timestamptz not null,
        settled_at timestamptz,
        constraint notification_mail_settled check ((state in ('DUE', 'SENDING')) = (settled_at is null))
      );
      create index notification_mail_open on notification_mail (member_id, due_at) where state in ('DUE', 'SENDING');
      create index notification_mail_member on notification_mail (member_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table notification_mail; drop table notification_preference; drop table notification_settings;',
    );
  }
}
