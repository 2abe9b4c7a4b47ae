import type { EntityManager } from 'typeorm';
import { dueField } from '../jobs/job-queue.js';

/** One row by column name, ready for JSON. */
export type Row = Readonly<Record<string, unknown>>;

const chunkSize = 1000;

/** Writes many rows of one table, a thousand a statement. A column that a row leaves out is null in it. */
export async function insertRows(manager: EntityManager, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', ');
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = JSON.stringify(rows.slice(from, from + chunkSize));
    await manager.query(
      `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      [chunk],
    );
  }
}

/** A job to run once, at `runAt` or as soon after as possible. */
export type PlannedJob = { readonly task: string; readonly payload: Row; readonly runAt: Date; readonly key: string };

/** Enqueues many jobs with one statement. */
export async function addJobs(manager: EntityManager, jobs: readonly PlannedJob[]): Promise<void> {
  const specs = jobs.map(({ task, payload, runAt, key }) => ({
    identifier: task,
    payload: { ...payload, [dueField]: runAt.toISOString() },
    run_at: runAt,
    job_key: key,
  }));
  await manager.query(
    `select count(*) from graphile_worker.add_jobs(array(
       select s from json_populate_recordset(null::graphile_worker.job_spec, $1::json) s))`,
    [JSON.stringify(specs)],
  );
}
