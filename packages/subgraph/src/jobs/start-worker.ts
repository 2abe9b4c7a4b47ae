import type { Result } from '@guildhall/kernel';
import { Logger as WorkerLogger, run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import { dueField } from './job-queue.js';

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
    if (level === 'error') logger.error({ task: scope.taskIdentifier, job: scope.jobId }, 'a job failed');
  });
}

/** Creates or updates the queue's own schema, before the service's migrations that use it. */
export async function migrateJobs(databaseUrl: string, logger: Logger): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: quietLogger(logger) });
}

/** Starts running the service's jobs, two at a time. */
export function startWorker({ databaseUrl, tasks, cron, logger }: WorkerOptions): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job }) => task(...readJob(payload, job.run_at)),
    ]),
  );
  return run({
    connectionString: databaseUrl,
    taskList,
    crontab: cron.join('\n'),
    concurrency: 2,
    maxPoolSize: 3,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: quietLogger(logger),
  });
}

/** A job's own payload and its stated instant. A cron job has neither: it is due when the worker was to run it. */
function readJob(stored: unknown, runAt: Date): [payload: unknown, due: Date] {
  if (typeof stored !== 'object' || stored === null || !(dueField in stored)) return [stored, runAt];
  const { [dueField]: due, ...payload } = stored;
  return [payload, new Date(String(due))];
}
