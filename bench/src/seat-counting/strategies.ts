import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

/** Who registers for what. */
export type Request = { readonly activityId: string; readonly memberId: string };

/** One way to give out seats. */
export type Strategy = { readonly name: string; register(pool: Pool, request: Request): Promise<void> };

/** What the service does around every registration: claim the key, and remember the answer, in the same transaction. */
async function inTransaction(
  pool: Pool,
  request: Request,
  work: (client: PoolClient) => Promise<string>,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const key = [request.memberId, request.activityId];
    await client.query('insert into idempotency_record (actor, key) values ($1, $2) on conflict do nothing', key);
    await client.query('savepoint first_answer');
    const id = await work(client);
    await client.query('update idempotency_record set outcome = $3 where actor = $1 and key = $2', [
      ...key,
      JSON.stringify({ ok: true, id }),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function addRegistration(client: PoolClient, { activityId, memberId }: Request, status: string): Promise<string> {
  const id = randomUUID();
  await client.query('insert into registration values ($1, $2, $3, $4, clock_timestamp())', [
    id,
    activityId,
    memberId,
    status,
  ]);
  return id;
}

const lockActivity = 'select capacity from activity where id = $1 for no key update';

async function readStanding(client: PoolClient, { activityId, memberId }: Request): Promise<void> {
  await client.query('select id, status from registration where activity_id = $1 and member_id = $2', [
    activityId,
    memberId,
  ]);
}

/** Counts rows while holding the activity's row lock; where somebody waits already, there is nothing to count. */
async function registerByCounting(pool: Pool, request: Request): Promise<void> {
  await inTransaction(pool, request, async (client) => {
    const activity = await client.query<{ capacity: number }>(lockActivity, [request.activityId]);
    await readStanding(client, request);
    const queue = await client.query<{ taken: number | null }>(
      `select
         case when exists (select 1 from registration where activity_id = $1 and status = 'WAITLISTED') then null
           else (select count(*)::int from registration where activity_id = $1 and status = 'CONFIRMED') end as taken,
         (select max(queued_at) from registration where activity_id = $1) as last_queued_at`,
      [request.activityId],
    );
    const taken = queue.rows[0]?.taken ?? Number.POSITIVE_INFINITY;
    const hasSeat = taken < (activity.rows[0]?.capacity ?? 0);
    return addRegistration(client, request, hasSeat ? 'CONFIRMED' : 'WAITLISTED');
  });
}

const freeSeat =
  'select number from seat where activity_id = $1 and registration_id is null order by number limit 1 for update';

/**
 * Takes a free seat row that nobody else holds. Where none is left the activity is locked and looked at again: without
 * that, a seat given back at the same time could stay empty while somebody waits.
 */
async function registerBySeatRow(pool: Pool, request: Request): Promise<void> {
  await inTransaction(pool, request, async (client) => {
    await client.query('select capacity from activity where id = $1', [request.activityId]);
    await readStanding(client, request);
    let seat = await client.query<{ number: number }>(`${freeSeat} skip locked`, [request.activityId]);
    if (seat.rows.length === 0) {
      await client.query(lockActivity, [request.activityId]);
      seat = await client.query<{ number: number }>(freeSeat, [request.activityId]);
    }
    const id = await addRegistration(client, request, seat.rows.length > 0 ? 'CONFIRMED' : 'WAITLISTED');
    if (seat.rows.length > 0) {
      await client.query('update seat set registration_id = $3 where activity_id = $1 and number = $2', [
        request.activityId,
        seat.rows[0]?.number,
        id,
      ]);
    }
    return id;
  });
}

/** Lets `width` in at once, first come first served, as the service's seat queue does. */
function queued(width: number, register: Strategy['register']): Strategy['register'] {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (pool, request) => {
    if (inside >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    else inside += 1;
    try {
      await register(pool, request);
    } finally {
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}

/** Everything that is compared. */
export const strategies: readonly Strategy[] = [
  { name: 'count under the lock', register: registerByCounting },
  { name: 'count, queue of 1', register: queued(1, registerByCounting) },
  { name: 'count, queue of 2', register: queued(2, registerByCounting) },
  { name: 'count, queue of 4', register: queued(4, registerByCounting) },
  { name: 'row per seat', register: registerBySeatRow },
  { name: 'row per seat, queue of 4', register: queued(4, registerBySeatRow) },
];
