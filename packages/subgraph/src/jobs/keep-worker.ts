import { setTimeout as sleep } from 'node:timers/promises';
import { run, type Runner, type RunnerOptions } from 'graphile-worker';
import type { Logger } from 'pino';

/** A worker that goes on until it is told to stop. */
export type Worker = { stop(): Promise<void> };

const pauseMs = 1_000;

/**
 * Runs a worker and begins again whenever it gives up, as it does when the database is away for long. The first start
 * must succeed.
 */
export async function keepWorker(options: RunnerOptions, logger: Logger): Promise<Worker> {
  const stopping = new AbortController();
  let runner: Runner | undefined = await run(options);
  const keep = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await runner?.promise.catch(() => undefined);
      runner = undefined;
      if (stopping.signal.aborted) return;
      logger.warn('the worker gave up and begins again');
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) runner = await run(options).catch(() => undefined);
    }
    await runner?.stop();
  };
  const kept = keep();
  return {
    async stop() {
      stopping.abort();
      // A worker that has just given up by itself refuses to be stopped again.
      await runner?.stop().catch(() => undefined);
      await kept.catch(() => undefined);
    },
  };
}
