import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-facts.js';
import { BackupError } from './backup-error.js';

/** One entry of a folder: its path below that folder with `/` between the parts, and its permission bits. */
export type TreeEntry = {
  readonly kind: 'file' | 'folder';
  readonly path: string;
  readonly mode: number;
  readonly bytes: number;
};

/**
 * Everything below a folder, each folder before what it holds. Entries that vanish meanwhile are left out, because
 * a running server drops files at any time. Throws a BackupError on a link, since its target would be missed.
 */
export async function listTree(root: string, isLeftOut: (entry: TreeEntry) => boolean): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = [];
  const pending = [''];
  for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
    for (const name of await namesIn(join(root, folder))) {
      const entry = await describe(root, folder === '' ? name : `${folder}/${name}`);
      if (entry === undefined || isLeftOut(entry)) continue;
      entries.push(entry);
      if (entry.kind === 'folder') pending.push(entry.path);
    }
  }
  return entries;
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return (await ignoreMissing(readdir(folder))) ?? [];
}

async function describe(root: string, path: string): Promise<TreeEntry | undefined> {
  const stat = await ignoreMissing(lstat(join(root, path)));
  if (stat === undefined) return undefined;
  if (stat.isSymbolicLink()) {
    throw new BackupError(`${join(root, path)} is a link, and links are not backed up; tablespaces are not supported.`);
  }
  if (!stat.isFile() && !stat.isDirectory()) return undefined;
  return { kind: stat.isFile() ? 'file' : 'folder', path, mode: stat.mode & 0o777, bytes: stat.size };
}

async function ignoreMissing<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
