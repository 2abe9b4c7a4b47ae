import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseStartError } from './database-start-error.js';
import { canTraverse, chooseServerAccount } from './server-account.js';
import type { ServerAccount } from './server-account.js';

/** Where root keeps what the server's own account must reach when the data folder lies under a private home. */
export const sharedRoot = '/var/lib/guildhall';

/** Everything one server keeps on disk; all paths are absolute and free of links. */
export type ServerHome = {
  /** The data folder as the operator named it, for messages. */
  readonly dataDir: string;
  readonly cluster: string;
  readonly passwordFile: string;
  readonly lockFile: string;
  readonly logFile: string;
};

/**
 * Opens the data folder, making it if need be. When the server's account cannot get through the folders above it
 * (a 0700 home), the server's files live under /var/lib/guildhall and the data folder remembers where.
 */
export function openServerHome(dataDir: string): ServerHome {
  const existing = findServerHome(dataDir);
  if (existing && (existsSync(existing.cluster) || isElsewhere(existing))) return existing;
  const account = chooseServerAccount(join(dataDir, 'postgresql'));
  requireWritable(resolve(dataDir));
  mkdirSync(dataDir, { recursive: true, mode: account ? 0o711 : 0o700 });
  const folder = realpathSync(dataDir);
  if (account && !canTraverse(dirname(folder), account)) return relocate(dataDir, folder);
  if (account) openToPassage(folder, account);
  return layOut(dataDir, folder);
}

/** The home of an earlier start, or undefined when the data folder has never been opened. */
export function findServerHome(dataDir: string): ServerHome | undefined {
  if (!existsSync(dataDir)) return undefined;
  const folder = realpathSync(dataDir);
  const pointer = join(folder, pointerName);
  return layOut(dataDir, existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : folder);
}

/** mkdir reports a read-only file system as a missing folder, which would mislead; access says it rightly. */
function requireWritable(folder: string): void {
  if (existsSync(folder)) accessSync(folder, constants.W_OK);
  else requireWritable(dirname(folder));
}

const pointerName = 'postgresql-location';

/** A data folder that points to files which are gone must not quietly start empty. */
function isElsewhere({ dataDir, cluster }: ServerHome): boolean {
  const pointer = join(dataDir, pointerName);
  if (!existsSync(pointer)) return false;
  if (existsSync(dirname(cluster))) return true;
  throw new DatabaseStartError(
    'FAILED',
    `The database of ${dataDir} is kept in ${dirname(cluster)}, which is gone; restore it, or remove ${pointer} to start empty.`,
  );
}

function relocate(dataDir: string, folder: string): ServerHome {
  const elsewhere = join(sharedRoot, `data-${randomBytes(8).toString('hex')}`);
  makeSharedFolder(sharedRoot);
  makeSharedFolder(elsewhere);
  writeFileSync(join(folder, pointerName), `${elsewhere}\n`);
  return layOut(dataDir, elsewhere);
}

/** Passable but not listable for others; the secrets inside have modes of their own. */
export function makeSharedFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
}

function openToPassage(folder: string, account: ServerAccount): void {
  if (!canTraverse(folder, account)) chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011);
}

function layOut(dataDir: string, folder: string): ServerHome {
  return {
    dataDir: resolve(dataDir),
    cluster: join(folder, 'postgresql'),
    passwordFile: join(folder, 'postgresql-superuser-password'),
    lockFile: join(folder, 'launcher.lock'),
    logFile: join(folder, 'postgresql.log'),
  };
}
