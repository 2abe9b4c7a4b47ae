import { setTimeout as sleep } from 'node:timers/promises';
import { readPassword } from './cluster.js';
import { liveHolder } from './launcher-lock.js';
import { readPostmasterFile } from './postmaster-file.js';
import { servesDirectory } from './running-process.js';
import { findServerHome } from './server-home.js';
import { superuserUrl } from './superuser-url.js';

/** Where a server that another process started can be reached. */
export type RunningServer = { readonly host: string; readonly port: number; readonly superuserUrl: string };

/** A server that is just starting or recovering is waited for this long. */
const patienceMs = 5_000;

/**
 * The server that a living launcher runs on this data folder, or undefined when there is none.
 * A server left behind by a killed launcher does not count: the next start replaces it.
 */
export async function findRunningServer(dataDir: string): Promise<RunningServer | undefined> {
  const home = findServerHome(dataDir);
  const deadline = Date.now() + patienceMs;
  while (home && liveHolder(home.lockFile) !== undefined && Date.now() < deadline) {
    const file = readPostmasterFile(home.cluster);
    if (file?.ready && servesDirectory(file.pid, home.cluster)) {
      return { host: '127.0.0.1', port: file.port, superuserUrl: superuserUrl(readPassword(home), file.port) };
    }
    await sleep(50);
  }
  return undefined;
}
