import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseStartError } from './database-start-error.js';
import type { ServerAccount } from './server-account.js';
import type { ServerBinaries } from './server-binaries.js';
import type { ServerHome } from './server-home.js';

/** What every step of a start needs to know. */
export type ServerSetting = {
  readonly home: ServerHome;
  readonly account: ServerAccount | undefined;
  readonly binaries: ServerBinaries;
  /** False gives up safety against power cuts for speed: tests only. */
  readonly durable: boolean;
};

/** A fixed environment: inherited PGDATA, PGPORT or a foreign locale must not change what the server does. */
export const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] ?? '/usr/bin:/bin' };

/**
 * Makes the cluster of a first start: UTF8, C.UTF-8, a random superuser password in a file only its owner may read.
 * It is prepared beside its place and renamed when complete, so that a kill at any moment leaves no half cluster.
 */
export async function createCluster(setting: ServerSetting, signal: AbortSignal): Promise<void> {
  const { home, account } = setting;
  clearDrafts(home.cluster);
  const draft = `${home.cluster}.new-${randomUUID()}`;
  const passwordCopy = `${draft}.password`;
  if (!existsSync(home.passwordFile)) {
    writeFileSync(home.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordCopy, readPassword(home), { mode: 0o600 });
  if (account) for (const path of [draft, passwordCopy]) chownSync(path, account.uid, account.gid);
  try {
    await runInitdb(setting, { draft, passwordCopy, signal });
  } finally {
    rmSync(passwordCopy, { force: true });
  }
  renameSync(draft, home.cluster);
}

/** Throws VERSION_MISMATCH unless the bundled server can read the cluster, and FAILED when half of it is missing. */
export function checkClusterVersion({ home, binaries }: ServerSetting): void {
  const versionFile = join(home.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    throw new DatabaseStartError(
      'FAILED',
      `The database in ${home.dataDir} is incomplete, as an interrupted restore leaves it; empty the folder and restore the backup again.`,
    );
  }
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found === binaries.majorVersion) return;
  throw new DatabaseStartError(
    'VERSION_MISMATCH',
    `The data in ${home.dataDir} was written by PostgreSQL ${found}, but this release brings PostgreSQL ${binaries.majorVersion}; start it with the release that wrote it and move the data over.`,
  );
}

/** The superuser's password, written by the first start. */
export function readPassword(home: ServerHome): string {
  if (existsSync(home.passwordFile)) return readFileSync(home.passwordFile, 'utf8');
  throw new DatabaseStartError(
    'FAILED',
    `The file ${home.passwordFile} is missing, and without it the database cannot be opened; restore it from a backup.`,
  );
}

/** An initdb left behind by a killed launcher may still be writing, hence the retries and a new name each time. */
function clearDrafts(cluster: string): void {
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.new`)) continue;
    rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 5 });
  }
}

type Draft = { readonly draft: string; readonly passwordCopy: string; readonly signal: AbortSignal };

async function runInitdb({ account, binaries, durable }: ServerSetting, { draft, passwordCopy, signal }: Draft) {
  const options = ['-U', 'postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
  if (!durable) options.push('--no-sync');
  const child = spawn(binaries.initdb, ['-D', draft, `--pwfile=${passwordCopy}`, ...options], {
    ...account,
    cwd: draft,
    env: serverEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const { code, output } = await outcomeOf(child);
  if (code !== 0) throw new Error(output);
}

function outcomeOf(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    let failure: Error | undefined;
    child.on('error', (error) => (failure = error));
    // Not before 'close': an initdb that was told to give up is still clearing its folder.
    child.on('close', (code) => (failure ? reject(failure) : resolve({ code, output })));
  });
}
