import type { EntityManager } from 'typeorm';

/** One row by column name, ready for JSON. */
export type Row = Readonly<Record<string, unknown>>;

const chunkSize = 1000;

/** Writes many rows of one table, a thousand a statement. Every column of the table must be named in the rows or be nullable. */
export async function insertRows(manager: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = JSON.stringify(rows.slice(from, from + chunkSize));
    await manager.query(`insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1::jsonb)`, [
      chunk,
    ]);
  }
}

/** A job to run once, at `runAt` or as soon after as possible. */
export type PlannedJob = { readonly task: string; readonly payload: Row; readonly runAt: Date; readonly key: string };

/** Enqueues many jobs with one statement. */
export async function addJobs(manager: EntityManager, jobs: readonly PlannedJob[]): Promise<void> {
  const specs = jobs.map(({ task, payload, runAt, key }) => ({
    identifier: task,
    payload,
    run_at: runAt,
    job_key: key,
  }));
  await manager.query(
    `select count(*) from graphile_worker.add_jobs(array(
       select s from json_populate_recordset(null::graphile_worker.job_spec, $1::json) s))`,
    [JSON.stringify(specs)],
  );
}
