import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedServer, type EmbeddedServer } from '@guildhall/database';

/** Where the test files of one run find the shared PostgreSQL server. */
export const serverVariable = 'GUILDHALL_TEST_SERVER';

let running: { readonly server: EmbeddedServer; readonly folder: string } | undefined;

/** Starts one real PostgreSQL server for the whole run; it trades durability for speed and is thrown away afterwards. */
export async function startTestServer(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-test-'));
  const server = await startEmbeddedServer({ dataDir: folder, durable: false });
  process.env[serverVariable] = server.superuserUrl;
  running = { server, folder };
}

/** Stops the server and removes its files. */
export async function stopTestServer(): Promise<void> {
  await running?.server.stop();
  if (running !== undefined) await rm(running.folder, { recursive: true, force: true });
}
