import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerSetting } from './cluster.js';
import type { DatabaseStartError } from './database-start-error.js';
import { startPostmaster, stopPostmaster } from './postmaster.js';
import type { Postmaster } from './postmaster.js';
import { explainStartFailure } from './start-failure.js';

/** Keeps one server running on one port until it is told to stop. */
export type Supervisor = {
  onRestart(listener: () => void): void;
  /** Resolves if the server could not be brought back; never resolves otherwise. */
  readonly failure: Promise<DatabaseStartError>;
  stop(): Promise<void>;
};

/** After a crash the old server's orphans may hold the memory and the port for an instant; then a start fails. */
const attemptsPerCrash = 30;
const attemptPauseMs = 200;
/** A server that keeps dying has a cause that restarting does not mend. */
const crashesMax = 10;
const crashWindowMs = 60_000;

/** Watches the first server and starts the next on the same port whenever one dies unasked. */
export function supervise(setting: ServerSetting, port: number, first: Postmaster): Supervisor {
  const stopping = new AbortController();
  const listeners: (() => void)[] = [];
  const failed = Promise.withResolvers<DatabaseStartError>();
  let current: Postmaster | undefined = first;

  const watch = async () => {
    let crashes: number[] = [];
    while (current) {
      await current.exited;
      current = undefined;
      if (stopping.signal.aborted) return;
      crashes = [...crashes.filter((at) => at > Date.now() - crashWindowMs), Date.now()];
      if (crashes.length > crashesMax) throw new Error('FATAL: the server keeps stopping by itself.');
      current = await restart(setting, port, stopping.signal);
      if (stopping.signal.aborted) return stopPostmaster(current.pid);
      for (const listener of listeners) listener();
    }
  };
  const watching = watch().catch((error: unknown) => {
    if (stopping.signal.aborted) return;
    failed.resolve(explainStartFailure(error, { folder: setting.home.dataDir, port }));
  });

  return {
    onRestart: (listener) => void listeners.push(listener),
    failure: failed.promise,
    stop: async () => {
      stopping.abort();
      if (current) await stopPostmaster(current.pid);
      await watching;
    },
  };
}

async function restart(setting: ServerSetting, port: number, aborted: AbortSignal): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startPostmaster(setting, port, aborted);
    } catch (error) {
      if (aborted.aborted || attempt === attemptsPerCrash) throw error;
      await sleep(attemptPauseMs);
    }
  }
}
