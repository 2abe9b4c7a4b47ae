import type { Result } from '@guildhall/kernel';
import { Logger as WorkerLogger, runMigrations, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import { dueField } from './job-queue.js';
import { keepWorker, type Worker } from './keep-worker.js';
import { createWorkerPool } from './worker-pool.js';

/** One timed or queued task. It gets its payload, unparsed, and the instant it was due, however late or often it is tried. */
export type Task = (payload: unknown, due: Date) => Promise<void>;

/** Makes a task whose decision could not be taken yet fail, so that the worker tries it again later. */
export function requireDone(result: Result<unknown, { readonly __typename: string }>): void {
  if (!result.ok) throw new Error(`not done: ${result.error.__typename}`);
}

/** What a worker runs. `cron` holds crontab lines in UTC, beside the code they run. */
export type WorkerOptions = {
  readonly databaseUrl: string;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: readonly string[];
  readonly logger: Logger;
};

/** The worker's own messages may quote payloads, so only failures are passed on, as counts by task. */
function quietLogger(logger: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level) => {
    if (level !== 'error') return;
    // Without a task it is the worker itself, whose one trouble is a database that is away.
    if (scope.taskIdentifier === undefined) logger.warn('the worker waits for the database');
    else logger.error({ task: scope.taskIdentifier, job: scope.jobId }, 'a job failed');
  });
}

/** Creates or updates the queue's own schema, before the service's migrations that use it. */
export async function migrateJobs(databaseUrl: string, logger: Logger): Promise<void> {
  const pgPool = createWorkerPool(databaseUrl, 1);
  try {
    await runMigrations({ pgPool, logger: quietLogger(logger) });
  } finally {
    await pgPool.end();
  }
}

/** Starts running the service's jobs, two at a time, through any failure of the database. */
export async function startWorker({ databaseUrl, tasks, cron, logger }: WorkerOptions): Promise<Worker> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job }) => task(...readJob(payload, job.run_at)),
    ]),
  );
  const pgPool = createWorkerPool(databaseUrl, 3);
  const settings = { concurrency: 2, pollInterval: 1000, noHandleSignals: true, logger: quietLogger(logger) };
  try {
    const worker = await keepWorker({ pgPool, taskList, crontab: cron.join('\n'), ...settings }, logger);
    return { stop: () => worker.stop().finally(() => pgPool.end()) };
  } catch (error) {
    await pgPool.end();
    throw error;
  }
}

/** A job's own payload and its stated instant. A cron job has neither: it is due when the worker was to run it. */
function readJob(stored: unknown, runAt: Date): [payload: unknown, due: Date] {
  if (typeof stored !== 'object' || stored === null || !(dueField in stored)) return [stored, runAt];
  const { [dueField]: due, ...payload } = stored;
  return [payload, new Date(String(due))];
}
