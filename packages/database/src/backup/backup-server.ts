import { mkdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { takeLauncherLock } from '../launcher-lock.js';
import { findServerHome } from '../server-home.js';
import type { ServerHome } from '../server-home.js';
import { stopLeftOver } from '../stop-left-over.js';
import { BackupError, explainBackupFailure } from './backup-error.js';
import type { BackupManifest } from './backup-manifest.js';
import { beginBackup } from './backup-session.js';
import type { BackupEnd } from './backup-session.js';
import { BackupWriter } from './backup-writer.js';
import { isLeftOutOfBackup } from './cluster-content.js';
import type { ClusterState } from './cluster-content.js';
import { listTree, namesIn } from './list-tree.js';
import type { TreeEntry } from './list-tree.js';

/** What to back up and where to. */
export type BackupOptions = {
  readonly dataDir: string;
  /** Where the running server is reached; absent when it is stopped, and then it is kept from starting meanwhile. */
  readonly superuserUrl?: string | undefined;
  /** Made if need be; must be empty and outside the data folder. */
  readonly targetDir: string;
  /** Folders to keep beside the database, by a name; those that do not exist are left out. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Told, in whole sentences, how far it is. */
  readonly onProgress?: (sentence: string) => void;
};

/** Where things are inside a backup. */
export const backupLayout = {
  cluster: 'postgresql',
  password: 'postgresql-superuser-password',
  folders: 'folders',
} as const;

const controlFile = 'global/pg_control';

/**
 * Copies the embedded server's files so that {@link restoreServer} can bring them back: online, with every row
 * committed before the end, or cold. Rejects with a BackupError of one sentence; an unfinished backup has no manifest.
 */
export async function backupServer(options: BackupOptions): Promise<BackupManifest> {
  try {
    const home = findServerHome(options.dataDir);
    if (home === undefined || !existsSync(home.cluster)) {
      throw new BackupError(`There is no database in ${options.dataDir} yet; start the platform once.`);
    }
    await openTarget(options);
    const { superuserUrl } = options;
    return superuserUrl === undefined
      ? await backUpCold(options, home)
      : await backUpOnline(options, home, superuserUrl);
  } catch (error) {
    throw explainBackupFailure(error, options.targetDir);
  }
}

async function openTarget({ dataDir, targetDir, folders = {} }: BackupOptions): Promise<void> {
  for (const source of [dataDir, ...Object.values(folders)]) {
    if (!relative(resolve(source), resolve(targetDir)).startsWith('..')) {
      throw new BackupError(
        `The backup cannot be kept in ${targetDir}, inside what it is a copy of; choose another folder.`,
      );
    }
  }
  if ((await namesIn(targetDir)).length > 0)
    throw new BackupError(`The folder ${targetDir} is not empty; give each backup a new one.`);
  await mkdir(targetDir, { recursive: true, mode: 0o700 });
}

async function backUpOnline(options: BackupOptions, home: ServerHome, superuserUrl: string): Promise<BackupManifest> {
  const session = await beginBackup(superuserUrl);
  try {
    const writer = await copyFiles(options, home, 'running');
    const end = await session.finish();
    await addWal(writer, home, end);
    // After the last change the backup has, so that what a row names lies in these folders.
    await addFolders(writer, options);
    // The server must read the label before the control file that the copy happens to hold, or rows would be missing.
    await writer.addContent(`${backupLayout.cluster}/backup_label`, Buffer.from(end.label));
    if (end.tablespaceMap !== '')
      await writer.addContent(`${backupLayout.cluster}/tablespace_map`, Buffer.from(end.tablespaceMap));
    return await writer.complete();
  } finally {
    await session.close();
  }
}

async function backUpCold(options: BackupOptions, home: ServerHome): Promise<BackupManifest> {
  const lock = takeLauncherLock(home.lockFile, home.dataDir);
  try {
    await stopLeftOver(home, options.onProgress);
    const writer = await copyFiles(options, home, 'stopped');
    await addFolders(writer, options);
    return await writer.complete();
  } finally {
    lock.release();
  }
}

async function copyFiles(options: BackupOptions, home: ServerHome, state: ClusterState): Promise<BackupWriter> {
  const { targetDir, onProgress } = options;
  const { cluster, password } = backupLayout;
  const entries = await listTree(home.cluster, (entry) => isLeftOutOfBackup(entry, state));
  const writer = new BackupWriter(targetDir, progressOf(entries, onProgress));
  await writer.addFolder(cluster, 0o700);
  await writer.addPart({
    name: cluster,
    from: home.cluster,
    entries: entries.filter(({ path }) => path !== controlFile),
  });
  await writer.addContent(`${cluster}/${controlFile}`, await readSteadily(join(home.cluster, controlFile)));
  await writer.addFile(home.passwordFile, password, 0o600);
  return writer;
}

async function addFolders(writer: BackupWriter, { folders = {} }: BackupOptions): Promise<void> {
  await writer.addFolder(backupLayout.folders, 0o700);
  for (const [name, from] of Object.entries(folders)) {
    if (!existsSync(from)) continue;
    await writer.addFolder(`${backupLayout.folders}/${name}`, 0o700);
    await writer.addPart({ name: `${backupLayout.folders}/${name}`, from, entries: await listTree(from, () => false) });
  }
}

/** Adds every log file from the start to the end of the backup, and proves that none is missing. */
async function addWal(writer: BackupWriter, home: ServerHome, { firstWal, lastWal }: BackupEnd): Promise<void> {
  const folder = join(home.cluster, 'pg_wal');
  const names = await namesIn(folder);
  const segments = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= firstWal && name <= lastWal);
  const expected = segmentNumber(lastWal) - segmentNumber(firstWal) + 1;
  if (segments.length !== expected)
    throw new BackupError('The database recycled its log during the backup; try again with an empty folder.');
  for (const name of [...segments, ...names.filter((other) => other.endsWith('.history'))]) {
    await writer.addFile(join(folder, name), `${backupLayout.cluster}/pg_wal/${name}`, 0o600);
  }
}

/** The position of a 16 MB log file in the log: 8 digits time line, 8 digits of 4 GB each, 8 digits within them. */
function segmentNumber(name: string): number {
  return Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16);
}

/** The control file is rewritten in place; two equal readings were not taken in the middle of that. */
async function readSteadily(file: string): Promise<Buffer> {
  let last = await readFile(file);
  for (;;) {
    const next = await readFile(file);
    if (next.equals(last)) return next;
    last = next;
  }
}

function progressOf(entries: readonly TreeEntry[], onProgress: BackupOptions['onProgress']): (bytes: number) => void {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  let told = 0;
  return (bytes) => {
    done += bytes;
    const percent = Math.min(100, Math.floor((done / total) * 10) * 10);
    if (percent <= told) return;
    told = percent;
    onProgress?.(`Copying the database files: ${percent} % of ${Math.ceil(total / 1_000_000)} MB.`);
  };
}
