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

/** Adds to the projection who studies in which constituency, and which one a course representative speaks for. */
export async function addActorConstituencies(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table actor_constituency (
      member_id uuid not null,
      constituency_id uuid not null,
      constraint actor_constituency_pk primary key (member_id, constituency_id)
    );
    create index actor_constituency_students on actor_constituency (constituency_id);
    alter table actor_mandate add column constituency_id uuid;
    create index actor_mandate_constituency on actor_mandate (constituency_id) where constituency_id is not null;
  `);
}

/** Undoes {@link addActorConstituencies}. */
export async function dropActorConstituencies(runner: QueryRunner): Promise<void> {
  await runner.query('alter table actor_mandate drop column constituency_id; drop table actor_constituency;');
}

/** Undoes {@link createActorTables}. */
export async function dropActorTables(runner: QueryRunner): Promise<void> {
  await runner.query(
    'drop table actor_appointment; drop table actor_mandate; drop table actor_group_membership; drop table actor_member;',
  );
}
