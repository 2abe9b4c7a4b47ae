import type { Pool } from 'pg';

/** The tables of the comparison: those of the activities service as far as registering touches them, and one row per seat. */
export const tables = `
  create table activity (id uuid primary key, status text not null, capacity integer not null);
  create table registration (
    id uuid primary key, activity_id uuid not null references activity, member_id uuid not null,
    status text not null, queued_at timestamptz not null);
  create unique index on registration (activity_id, member_id) where status in ('CONFIRMED', 'WAITLISTED');
  create index on registration (activity_id, queued_at, id);
  create index on registration (activity_id) where status = 'CONFIRMED';
  create index on registration (activity_id, queued_at, id) where status = 'WAITLISTED';
  create table seat (
    activity_id uuid not null references activity, number integer not null, registration_id uuid references registration,
    primary key (activity_id, number));
  create index on seat (activity_id, number) where registration_id is null;
  create table idempotency_record (
    actor uuid not null, key text not null, outcome jsonb, primary key (actor, key));`;

/** Makes an activity with its seats, in both shapes. */
export async function addActivity(pool: Pool, capacity: number): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into activity values (gen_random_uuid(), 'PUBLISHED', $1) returning id`,
    [capacity],
  );
  const id = rows[0]?.id ?? '';
  await pool.query('insert into seat select $1, number from generate_series(1, $2::int) number', [id, capacity]);
  return id;
}
