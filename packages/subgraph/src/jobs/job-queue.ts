import type { EntityManager } from 'typeorm';

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
  /** Forgets a job that has not started. */
  cancel(key: string): Promise<void>;
}

/** Where a job keeps the instant it was meant for: the worker moves its own `run_at` at every retry. */
export const dueField = '_due';

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
    async cancel(key) {
      await manager.query('select graphile_worker.remove_job($1)', [key]);
    },
  };
}
