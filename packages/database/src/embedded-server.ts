import { existsSync } from 'node:fs';
import { checkClusterVersion, createCluster, readPassword } from './cluster.js';
import type { ServerSetting } from './cluster.js';
import { DatabaseStartError } from './database-start-error.js';
import { findFreePort, requireFreePort } from './free-port.js';
import { takeLauncherLock } from './launcher-lock.js';
import { startPostmaster } from './postmaster.js';
import type { Postmaster } from './postmaster.js';
import { chooseServerAccount } from './server-account.js';
import { locateBinaries } from './server-binaries.js';
import { openServerHome } from './server-home.js';
import type { ServerHome } from './server-home.js';
import { superuserUrl } from './superuser-url.js';
import { explainStartFailure } from './start-failure.js';
import { stopLeftOver } from './stop-left-over.js';
import { supervise } from './supervisor.js';

/** How to start the embedded PostgreSQL. */
export type EmbeddedServerOptions = {
  /** Made on the first start; holds the data, the superuser's password and the server's log. */
  readonly dataDir: string;
  /** Absent: any free port from 20000 to 32767. */
  readonly port?: number;
  /** True keeps every committed row through a power cut; false is for tests only. */
  readonly durable: boolean;
  /** Told, in whole sentences, about steps that take noticeable time. */
  readonly onProgress?: (sentence: string) => void;
  /** Gives up a start under way, leaving no process; use `stop` afterwards. */
  readonly signal?: AbortSignal;
};

/** A running embedded PostgreSQL; if its process dies, it is started again on the same port by itself. */
export type EmbeddedServer = {
  readonly host: string;
  readonly port: number;
  readonly superuserUrl: string;
  /** Calls the listener after each recovery; connections made before it are broken. */
  onRestart(listener: () => void): void;
  /** Resolves only when the server died and could not be brought back. */
  readonly failure: Promise<DatabaseStartError>;
  /** Shuts the server down and frees the data folder; after it no process is left. Safe to call twice. */
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL on the data folder, making the folder on the first start and recovering from any earlier crash.
 * Rejects with a DatabaseStartError of one sentence, leaving no process and no lock.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const attempt = { folder: options.dataDir, port: options.port };
  try {
    const home = openServerHome(options.dataDir);
    const lock = takeLauncherLock(home.lockFile, home.dataDir);
    try {
      return await startLocked(options, home, lock.release);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    throw explainStartFailure(error, attempt);
  }
}

async function startLocked(
  options: EmbeddedServerOptions,
  home: ServerHome,
  release: () => void,
): Promise<EmbeddedServer> {
  const setting = await prepare(options, home);
  const password = readPassword(home);
  const { port, postmaster } = await startOnPort(setting, options);
  const supervisor = supervise(setting, port, postmaster);
  let stopped: Promise<void> | undefined;
  return {
    host: '127.0.0.1',
    port,
    superuserUrl: superuserUrl(password, port),
    onRestart: supervisor.onRestart,
    failure: supervisor.failure,
    stop: () => (stopped ??= supervisor.stop().finally(release)),
  };
}

async function prepare(options: EmbeddedServerOptions, home: ServerHome): Promise<ServerSetting> {
  const account = chooseServerAccount(home.cluster);
  const setting = { home, account, binaries: locateBinaries(account), durable: options.durable };
  await stopLeftOver(home, options.onProgress);
  if (options.port !== undefined) await requireFreePort(options.port, home.dataDir);
  if (!existsSync(home.cluster)) {
    options.onProgress?.('Preparing the database for the first start.');
    await createCluster(setting, options.signal ?? new AbortController().signal);
  }
  checkClusterVersion(setting);
  return setting;
}

async function startOnPort(
  setting: ServerSetting,
  { port, signal = new AbortController().signal }: EmbeddedServerOptions,
): Promise<{ port: number; postmaster: Postmaster }> {
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await findFreePort());
    try {
      return { port: chosen, postmaster: await startPostmaster(setting, chosen, signal) };
    } catch (error) {
      const rivalTookIt = error instanceof DatabaseStartError && error.reason === 'PORT_IN_USE';
      if (port !== undefined || !rivalTookIt || attempt === 5) throw error;
    }
  }
}
