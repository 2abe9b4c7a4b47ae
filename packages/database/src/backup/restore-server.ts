import { existsSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { liveHolder } from '../launcher-lock.js';
import { chooseServerAccount } from '../server-account.js';
import type { ServerAccount } from '../server-account.js';
import { findServerHome, openServerHome } from '../server-home.js';
import { BackupError, explainBackupFailure } from './backup-error.js';
import { verifyBackup } from './backup-manifest.js';
import type { BackedUpFile, BackupManifest } from './backup-manifest.js';
import { backupLayout } from './backup-server.js';
import { copyFileDurably, syncFolder } from './copy-file.js';
import { inParallel } from './in-parallel.js';
import { namesIn } from './list-tree.js';

/** What to bring back and where to. */
export type RestoreOptions = {
  readonly backupDir: string;
  /** Must be empty or absent. */
  readonly dataDir: string;
  /** Where folders kept beside the database go, by their names; each must be empty or absent. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Done when everything is in place but the server cannot start yet: a failure leaves a folder that never starts. */
  readonly beforeComplete?: () => Promise<void>;
  readonly onProgress?: (sentence: string) => void;
};

/** The file without which no server starts; it comes last, so that half a restore is never taken for a whole one. */
const versionFile = `${backupLayout.cluster}/PG_VERSION`;

/**
 * Brings a verified backup back into an empty data folder; the next start recovers what was committed before its end.
 * Rejects with a BackupError of one sentence; when the backup or the folder is not fit, nothing has been changed.
 */
export async function restoreServer(options: RestoreOptions): Promise<BackupManifest> {
  const { backupDir, dataDir, folders = {}, onProgress } = options;
  try {
    refuseRunning(dataDir);
    for (const folder of [dataDir, ...Object.values(folders)]) await requireEmpty(folder);
    onProgress?.('Checking every file of the backup.');
    const manifest = await verifyBackup(backupDir);
    if (!manifest.files.some(({ path }) => path === versionFile))
      throw new BackupError(`${backupDir} holds no database.`);
    onProgress?.('The backup is whole. Bringing it back.');
    await bringBack(options, manifest);
    return manifest;
  } catch (error) {
    throw explainBackupFailure(error, dataDir);
  }
}

function refuseRunning(dataDir: string): void {
  const home = findServerHome(dataDir);
  if (home === undefined || liveHolder(home.lockFile) === undefined) return;
  throw new BackupError(`The platform is running on ${dataDir}; stop it, and restore into an empty folder.`);
}

async function requireEmpty(folder: string): Promise<void> {
  if ((await namesIn(folder)).length === 0) return;
  throw new BackupError(`The folder ${folder} is not empty; a backup is restored into an empty folder only.`);
}

type Destination = { readonly to: string; readonly owner: ServerAccount | undefined };

async function bringBack(
  { backupDir, dataDir, folders = {}, beforeComplete }: RestoreOptions,
  manifest: BackupManifest,
): Promise<void> {
  const home = openServerHome(dataDir);
  const owner = chooseServerAccount(home.cluster);
  const { cluster, password, folders: kept } = backupLayout;
  const places: readonly (readonly [string, Destination])[] = [
    [cluster, { to: home.cluster, owner }],
    [password, { to: home.passwordFile, owner: undefined }],
    ...Object.entries(folders).map(([name, to]): [string, Destination] => [
      `${kept}/${name}`,
      { to, owner: undefined },
    ]),
  ];
  const place = (path: string): Destination | undefined => {
    const [name, found] = places.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`)) ?? [];
    return found && name !== undefined ? { ...found, to: join(found.to, path.slice(name.length)) } : undefined;
  };
  const copy = (file: BackedUpFile): Promise<void> => copyBack(backupDir, file, place(file.path));
  for (const { path, mode } of manifest.folders) await makeFolder(place(path), mode);
  await inParallel(
    manifest.files.filter(({ path }) => path !== versionFile),
    copy,
  );
  await beforeComplete?.();
  for (const file of manifest.files.filter(({ path }) => path === versionFile)) await copy(file);
  for (const folder of [...manifest.folders.map(({ path }) => place(path)?.to), dirname(home.cluster)]) {
    if (folder !== undefined && existsSync(folder)) await syncFolder(folder);
  }
}

async function makeFolder(place: Destination | undefined, mode: number): Promise<void> {
  if (place === undefined) return;
  await mkdir(place.to, { recursive: true, mode: 0o700 });
  if (place.owner) await chown(place.to, place.owner.uid, place.owner.gid);
  await chmod(place.to, mode);
}

async function copyBack(backupDir: string, file: BackedUpFile, place: Destination | undefined): Promise<void> {
  if (place === undefined) return;
  const written = await copyFileDurably({ from: join(backupDir, file.path), mode: file.mode, ...place });
  if (written?.sha256 === file.sha256) return;
  throw new BackupError(
    `${file.path} of the backup changed while it was restored; empty the folder and restore again.`,
  );
}
