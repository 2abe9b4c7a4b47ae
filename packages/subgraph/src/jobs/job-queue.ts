import type { EntityManager } from 'typeorm';
import type { Row } from '../storage/bulk-rows.js';

/** Enqueues work in the current transaction: it runs only if the transaction commits. */
export interface JobQueue {
  /**
   * Runs `task` with `payload` at `runAt` or as soon after as possible. A later call with the same `key` replaces a job
   * that has not started.
   */
  enqueue(
    task: string,
    payload: Readonly<Record<string, unknown>>,
    options: { readonly runAt: Date; readonly key: string },
  ): Promise<void>;
  /** As `enqueue` for many, with one statement. */
  enqueueMany(jobs: readonly PlannedJob[]): Promise<void>;
  /** Forgets a job that has not started. */
  cancel(key: string): Promise<void>;
}

/** Where a job keeps the instant it was meant for: the worker moves its own `run_at` at every retry. */
export const dueField = '_due';

/** A job to run once, at `runAt` or as soon after as possible. */
export type PlannedJob = { readonly task: string; readonly payload: Row; readonly runAt: Date; readonly key: string };

/** A queue over one transaction. */
export function createJobQueue(manager: EntityManager): JobQueue {
  return {
    async enqueue(task, payload, { runAt, key }) {
      await manager.query('select graphile_worker.add_job($1, payload := $2::json, run_at := $3, job_key := $4)', [
        task,
        JSON.stringify({ ...payload, [dueField]: runAt.toISOString() }),
        runAt,
        key,
      ]);
    },
    enqueueMany: (jobs) => addJobs(manager, jobs),
    async cancel(key) {
      await manager.query('select graphile_worker.remove_job($1)', [key]);
    },
  };
}

/** Enqueues many jobs with one statement. */
export async function addJobs(manager: EntityManager, jobs: readonly PlannedJob[]): Promise<void> {
  if (jobs.length === 0) return;
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
