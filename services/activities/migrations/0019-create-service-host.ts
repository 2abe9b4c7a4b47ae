import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations and groups that offer voluntary service, and what they offer. Nothing is open that nobody vetted. */
export class CreateServiceHost1780000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create table service_host (
        id uuid constraint service_host_pk primary key,
        name text not null,
        about text not null,
        link text,
        group_id uuid,
        contact_member_id uuid,
        status text not null constraint service_host_status_known check (status in ('ACTIVE', 'CLOSED')),
        version integer not null,
        constraint service_host_has_somebody check (group_id is not null or contact_member_id is not null or status = 'CLOSED')
      );
      create index service_host_name on service_host (name, id);
      create index service_host_group on service_host (group_id) where group_id is not null;
      create index service_host_contact on service_host (contact_member_id) where contact_member_id is not null;
      create table opportunity (
        id uuid constraint opportunity_pk primary key,
        host_id uuid not null constraint opportunity_host_fk references service_host,
        title text not null,
        summary text not null,
        kind text not null constraint opportunity_kind_known check (kind in
          ('ENVIRONMENT', 'TEACHING', 'HEALTH_AND_CARE', 'FOOD', 'ANIMALS', 'SPORT_AND_ARTS', 'CAMPUS', 'ADVICE')),
        place text not null,
        skills text[] not null,
        languages text[] not null,
        access text[] not null,
        is_adults_only boolean not null,
        asks_host boolean not null,
        status text not null constraint opportunity_status_known check (status in ('DRAFT', 'VETTED', 'OPEN', 'FILLED', 'CLOSED')),
        status_reason text,
        drafted_by_member_id uuid not null,
        vetted_by_member_id uuid,
        vetted_at timestamptz,
        vetting_checks text[] not null,
        vetting_note text,
        opened_at timestamptz,
        version integer not null,
        constraint opportunity_vetted check (status not in ('VETTED', 'OPEN', 'FILLED') or (vetted_at is not null and vetted_by_member_id is not null)),
        constraint opportunity_opened check (status not in ('OPEN', 'FILLED') or opened_at is not null),
        constraint opportunity_vetter_is_another check (vetted_by_member_id <> drafted_by_member_id),
        constraint opportunity_close_has_reason check (status <> 'CLOSED' or status_reason is not null)
      );
      create index opportunity_host on opportunity (host_id);
      create index opportunity_opened_at on opportunity (opened_at desc, id desc) where opened_at is not null;
      create index opportunity_unvetted on opportunity (id) where status = 'DRAFT';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table opportunity; drop table service_host');
  }
}
