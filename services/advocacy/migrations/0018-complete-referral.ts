import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What completes referrals and departments: chains of redirections, milestones, who works on what, which fields a reading
 * opened, departments that close, and machine clients with their own scopes and hashed secrets.
 */
export class CompleteReferral1780000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table department add contact text not null default '', add closed_at timestamptz;
      alter table department_post add name text;
      alter table referral
        add previous_id uuid constraint referral_previous_fk references referral,
        add handler text,
        add constraint referral_not_its_own_previous check (previous_id <> id);
      create index referral_previous on referral (previous_id);
      create unique index referral_one_follower on referral (previous_id) where status <> 'WITHDRAWN';
      create index referral_handler on referral (department_id, handler, due_at, id) where handler is not null;
      create table referral_milestone (
        id uuid constraint referral_milestone_pk primary key,
        referral_id uuid not null constraint referral_milestone_referral_fk references referral,
        added_at timestamptz not null,
        due_at timestamptz not null,
        done_at timestamptz,
        version integer not null,
        constraint referral_milestone_done check (done_at is null or done_at >= added_at)
      );
      create index referral_milestone_referral on referral_milestone (referral_id, due_at, id);
      alter table disclosure add items uuid[];
      alter table department_client
        add id uuid not null default gen_random_uuid() constraint department_client_id_unique unique,
        add name text not null default 'Case system',
        add scopes text[] not null default '{referrals:read,referrals:answer}',
        add registered_at timestamptz not null default '2026-01-01',
        add registered_by text not null default 'system:migration',
        add revoked_at timestamptz,
        add secret_hash text,
        add old_secret_hash text,
        add old_secret_until timestamptz,
        add version integer not null default 1,
        add constraint department_client_scopes_known check (
          cardinality(scopes) > 0 and scopes <@ '{referrals:read,referrals:answer,status:read,webhooks:manage}'),
        add constraint department_client_old_secret check ((old_secret_hash is null) = (old_secret_until is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table department_client
        drop constraint department_client_old_secret, drop constraint department_client_scopes_known,
        drop id, drop name, drop scopes, drop registered_at, drop registered_by, drop revoked_at,
        drop secret_hash, drop old_secret_hash, drop old_secret_until, drop version;
      alter table disclosure drop items;
      drop table referral_milestone;
      drop index referral_handler;
      alter table referral drop constraint referral_not_its_own_previous, drop previous_id, drop handler;
      alter table department_post drop name;
      alter table department drop contact, drop closed_at;
    `);
  }
}
