import type { QueryRunner } from 'typeorm';

const outboxTables = `
  create table event_sequence (
    aggregate text not null,
    aggregate_id text not null,
    last integer not null check (last > 0),
    constraint event_sequence_pk primary key (aggregate, aggregate_id)
  );
  create table outbox_event (
    position bigint generated always as identity constraint outbox_event_pk primary key,
    id uuid not null constraint outbox_event_id_unique unique,
    aggregate text not null,
    aggregate_id text not null,
    sequence integer not null,
    name text not null,
    time timestamptz not null,
    data jsonb not null,
    constraint outbox_event_sequence_unique unique (aggregate, aggregate_id, sequence)
  );
  create index outbox_event_time on outbox_event (time);
  create table outbox_delivery (
    subscriber text not null,
    position bigint not null constraint outbox_delivery_event_fk references outbox_event on delete cascade,
    constraint outbox_delivery_pk primary key (subscriber, position)
  );
  create index outbox_delivery_position on outbox_delivery (position);`;

const inboxTables = `
  create table inbox_event (
    id uuid constraint inbox_event_pk primary key,
    received_order bigint generated always as identity,
    source text not null,
    aggregate text not null,
    aggregate_id text not null,
    sequence integer not null,
    name text not null,
    envelope jsonb not null,
    received_at timestamptz not null,
    applied_at timestamptz,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    dead_at timestamptz,
    failure text,
    constraint inbox_event_sequence_unique unique (source, aggregate, aggregate_id, sequence)
  );
  create index inbox_event_pending on inbox_event (received_order) where applied_at is null and dead_at is null;
  create index inbox_event_dead on inbox_event (dead_at) where dead_at is not null;
  create index inbox_event_applied on inbox_event (applied_at) where applied_at is not null;
  create table inbox_position (
    source text not null,
    aggregate text not null,
    aggregate_id text not null,
    last integer not null,
    constraint inbox_position_pk primary key (source, aggregate, aggregate_id)
  );`;

const recordTables = `
  create table idempotency_record (
    actor text not null,
    key text not null,
    operation text not null,
    input_digest text not null,
    outcome jsonb,
    created_at timestamptz not null,
    constraint idempotency_record_pk primary key (actor, key)
  );
  create index idempotency_record_created_at on idempotency_record (created_at);
  create table demo_load (
    anchor timestamptz not null,
    size text not null,
    only_row boolean not null default true constraint demo_load_once check (only_row),
    constraint demo_load_pk primary key (only_row)
  );`;

/**
 * Creates the tables of the event spine: outbox, deliveries, inbox, positions, idempotency records, and the mark that
 * labelled demo data was loaded.
 * Every service's first migration calls it, so that the four databases are alike.
 */
export async function createSpineTables(runner: QueryRunner): Promise<void> {
  for (const statements of [outboxTables, inboxTables, recordTables]) await runner.query(statements);
}

/** Undoes {@link createSpineTables}. */
export async function dropSpineTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    drop table demo_load;
    drop table idempotency_record;
    drop table inbox_position;
    drop table inbox_event;
    drop table outbox_delivery;
    drop table outbox_event;
    drop table event_sequence;
  `);
}
