import type { QueryRunner } from 'typeorm';

/**
 * Creates a service's projection of who may do what, fed by membership's events. Membership itself has views of the
 * same names over its own tables, so that one query loads an actor in every service.
 */
export async function createActorTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table actor_member (
      member_id uuid constraint actor_member_pk primary key,
      subject text not null constraint actor_member_subject_unique unique,
      is_active boolean not null
    );
    create table actor_group_membership (
      member_id uuid not null,
      group_id uuid not null,
      constraint actor_group_membership_pk primary key (member_id, group_id)
    );
    create index actor_group_membership_group on actor_group_membership (group_id);
    create table actor_mandate (
      mandate_id uuid constraint actor_mandate_pk primary key,
      member_id uuid not null,
      group_id uuid,
      kind text not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null
    );
    create index actor_mandate_member on actor_mandate (member_id);
    create table actor_appointment (
      appointment_id uuid constraint actor_appointment_pk primary key,
      subject text not null,
      role text not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null
    );
    create index actor_appointment_subject on actor_appointment (subject);
  `);
}

/** Undoes {@link createActorTables}. */
export async function dropActorTables(runner: QueryRunner): Promise<void> {
  await runner.query(
    'drop table actor_appointment; drop table actor_mandate; drop table actor_group_membership; drop table actor_member;',
  );
}
