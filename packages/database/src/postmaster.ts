import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverEnvironment } from './cluster.js';
import type { ServerSetting } from './cluster.js';
import { readPostmasterFile } from './postmaster-file.js';
import { signal, waitUntilGone } from './running-process.js';
import { explainStartFailure } from './start-failure.js';

/** One running PostgreSQL process that answers connections. */
export type Postmaster = {
  readonly pid: number;
  /** Resolves when the process is gone, for whatever reason; never rejects. */
  readonly exited: Promise<void>;
};

/** Starts PostgreSQL and resolves when it takes connections; rejects with a DatabaseStartError, leaving no process. */
export async function startPostmaster(setting: ServerSetting, port: number, aborted: AbortSignal): Promise<Postmaster> {
  const child = launch(setting, port);
  const failure = new Promise<Error>((resolve) => child.once('error', resolve));
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const { pid } = child;
  if (pid === undefined) throw await failure;
  stopWithProcess(pid, exited);
  let gone = false;
  void exited.then(() => (gone = true));
  while (!isReady(setting, pid)) {
    if (gone) throw explainStartFailure(logOf(setting), { folder: setting.home.dataDir, port });
    if (aborted.aborted) {
      await stopPostmaster(pid);
      aborted.throwIfAborted();
    }
    await sleep(10);
  }
  return { pid, exited };
}

/**
 * Stops the server the gentle way (sessions end, a checkpoint is written), and harder when it does not obey:
 * after this the process is gone.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [name, timeoutMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(pid, name);
    if (await waitUntilGone(pid, timeoutMs)) return;
  }
}

function launch({ home, account, binaries, durable }: ServerSetting, port: number): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    // Statements and details of errors hold what people wrote; the log keeps only the server's own events.
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_checkpoints=off',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const log = openSync(home.logFile, 'w', 0o600);
  try {
    return spawn(
      binaries.postgres,
      ['-D', home.cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      // A session of its own: Ctrl-C reaches the launcher alone, which then stops the server in order.
      { ...account, cwd: home.cluster, env: serverEnvironment, stdio: ['ignore', log, log], detached: true },
    );
  } finally {
    closeSync(log);
  }
}

function isReady({ home }: ServerSetting, pid: number): boolean {
  const file = readPostmasterFile(home.cluster);
  return file?.pid === pid && file.ready;
}

function logOf({ home }: ServerSetting): string {
  return readFileSync(home.logFile, 'utf8').slice(-8_000);
}

/** When the launcher leaves without calling stop (process.exit, an uncaught error), the server still shuts down. */
function stopWithProcess(pid: number, exited: Promise<void>): void {
  const stop = () => signal(pid, 'SIGINT');
  process.once('exit', stop);
  void exited.then(() => process.off('exit', stop));
}
