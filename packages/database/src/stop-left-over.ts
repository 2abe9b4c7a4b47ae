import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopPostmaster } from './postmaster.js';
import { readPostmasterFile } from './postmaster-file.js';
import { servesDirectory } from './running-process.js';
import type { ServerHome } from './server-home.js';

/**
 * Stops the server that a killed launcher left running, if there is one. To be called under the launcher lock only: it
 * proves that no launcher is alive, and the working directory that the process is no stranger with a reused id.
 */
export async function stopLeftOver(home: ServerHome, onProgress?: (sentence: string) => void): Promise<void> {
  const file = readPostmasterFile(home.cluster);
  if (!file) return;
  if (servesDirectory(file.pid, home.cluster)) {
    onProgress?.('Stopping the database that an interrupted run left behind.');
    await stopPostmaster(file.pid);
    return;
  }
  // PostgreSQL refuses to start while the id in this file belongs to any process of the same user.
  rmSync(join(home.cluster, 'postmaster.pid'), { force: true });
}
