import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where departments want to be told that something happened to a referral: endpoints with sealed secrets, the messages owed
 * to them, and every attempt to deliver one. No table holds a body: a message is made from its row when it is sent.
 */
export class CreateWebhook1780000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook (
        id uuid constraint webhook_pk primary key,
        department_id uuid not null constraint webhook_department_fk references department,
        url text not null,
        description text not null,
        status text not null constraint webhook_status_known check (status in ('ENABLED', 'DISABLED', 'FAILING')),
        made_at timestamptz not null,
        made_by text not null,
        changed_at timestamptz not null,
        key_id text not null,
        data_key bytea not null,
        version integer not null
      );
      create index webhook_department on webhook (department_id);
      create table webhook_secret (
        id uuid constraint webhook_secret_pk primary key,
        webhook_id uuid not null constraint webhook_secret_webhook_fk references webhook on delete cascade,
        content bytea not null,
        made_at timestamptz not null,
        ends_at timestamptz
      );
      create index webhook_secret_webhook on webhook_secret (webhook_id);
      create unique index webhook_secret_one_current on webhook_secret (webhook_id) where ends_at is null;
      create table webhook_message (
        id uuid constraint webhook_message_pk primary key,
        webhook_id uuid not null constraint webhook_message_webhook_fk references webhook on delete cascade,
        kind text not null constraint webhook_message_kind_known check (kind in (
          'referral.sent', 'referral.information_given', 'referral.consent_withdrawn', 'referral.closed', 'webhook.test')),
        referral_id uuid constraint webhook_message_referral_fk references referral,
        occasion text not null,
        made_at timestamptz not null,
        tried_from timestamptz not null,
        status text not null constraint webhook_message_status_known check (status in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
        attempts integer not null,
        next_at timestamptz,
        settled_at timestamptz,
        version integer not null,
        constraint webhook_message_occasion_unique unique (webhook_id, occasion),
        constraint webhook_message_waits check ((status = 'WAITING') = (next_at is not null)),
        constraint webhook_message_settled check ((status = 'WAITING') = (settled_at is null)),
        constraint webhook_message_about_a_referral check ((kind = 'webhook.test') = (referral_id is null))
      );
      create index webhook_message_webhook on webhook_message (webhook_id, made_at, id);
      create index webhook_message_referral on webhook_message (referral_id);
      create index webhook_message_settled on webhook_message (settled_at);
      create table webhook_attempt (
        message_id uuid not null constraint webhook_attempt_message_fk references webhook_message on delete cascade,
        number integer not null,
        at timestamptz not null,
        outcome text not null constraint webhook_attempt_outcome_known check (outcome in (
          'DELIVERED', 'REFUSED', 'TIMED_OUT', 'UNREACHABLE', 'FORBIDDEN_ADDRESS')),
        status_code integer,
        latency_ms integer not null,
        constraint webhook_attempt_pk primary key (message_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table webhook_attempt; drop table webhook_message; drop table webhook_secret; drop table webhook;',
    );
  }
}
