import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseStartError } from './database-start-error.js';

/** The operating-system account the server runs under; absent when it is simply the current user. */
export type ServerAccount = { readonly uid: number; readonly gid: number };

/**
 * PostgreSQL refuses to run as root, so root hands it to the owner of an existing cluster, else to `postgres`,
 * else to `nobody`. An ordinary user runs it directly and gets undefined.
 */
export function chooseServerAccount(clusterFolder: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const cluster = statSync(clusterFolder, { throwIfNoEntry: false });
  if (cluster && cluster.uid !== 0) return { uid: cluster.uid, gid: cluster.gid };
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account) return account;
  throw new DatabaseStartError(
    'FAILED',
    'PostgreSQL does not run as root and this system has neither a "postgres" nor a "nobody" account; start as an ordinary user.',
  );
}

/** Whether the account may pass through this folder and every folder above it. */
export function canTraverse(folder: string, account: ServerAccount): boolean {
  const { mode, uid, gid } = statSync(folder);
  const [ownerMay, groupMay, othersMay] = [0o100, 0o010, 0o001].map((bit) => (mode & bit) !== 0);
  const othersOrGroupMay = gid === account.gid ? groupMay : othersMay;
  if (!(uid === account.uid ? ownerMay : othersOrGroupMay)) return false;
  return folder === dirname(folder) || canTraverse(dirname(folder), account);
}

function lookUp(name: string): ServerAccount | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => idOf(flag, name));
  return uid && gid ? { uid, gid } : undefined;
}

function idOf(flag: string, name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}
