import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-facts.js';
import { BackupError } from './backup-error.js';
import { digestFile, syncFolder, writeFileDurably } from './copy-file.js';
import { inParallel } from './in-parallel.js';

/** A file of a backup: its path below the backup, what it must hold, and the permission bits it had. */
export type BackedUpFile = {
  readonly path: string;
  readonly mode: number;
  readonly bytes: number;
  readonly sha256: string;
};

/** A folder of a backup and the permission bits it had. */
export type BackedUpFolder = { readonly path: string; readonly mode: number };

/** Everything a complete backup holds. It is written last, so that a backup without one is known to be unfinished. */
export type BackupManifest = {
  readonly format: 'guildhall-backup-1';
  /** When the copy was complete; rows committed before the last file of it was copied are in it. */
  readonly takenAt: string;
  readonly folders: readonly BackedUpFolder[];
  readonly files: readonly BackedUpFile[];
};

const manifestName = 'manifest.json';

/** Completes a backup: its manifest appears whole or not at all. */
export async function writeManifest(backupDir: string, manifest: BackupManifest): Promise<void> {
  const file = join(backupDir, manifestName);
  await writeFileDurably(`${file}.new`, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  await rename(`${file}.new`, file);
  await syncFolder(backupDir);
}

/** Reads a backup's manifest and compares every file with it; throws a BackupError that names the first difference. */
export async function verifyBackup(backupDir: string): Promise<BackupManifest> {
  const manifest = parseManifest(await readManifestText(backupDir));
  if (manifest === undefined)
    throw new BackupError(`The manifest of the backup ${backupDir} is damaged; use another backup.`);
  await inParallel(manifest.files, async (file) => {
    const found = await digestFile(join(backupDir, file.path));
    if (found === undefined)
      throw new BackupError(`The backup ${backupDir} is damaged: ${file.path} is missing; use another backup.`);
    if (found.bytes !== file.bytes || found.sha256 !== file.sha256) {
      throw new BackupError(
        `The backup ${backupDir} is damaged: ${file.path} is not what was written; use another backup.`,
      );
    }
  });
  return manifest;
}

async function readManifestText(backupDir: string): Promise<string> {
  try {
    return await readFile(join(backupDir, manifestName), 'utf8');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new BackupError(`${backupDir} holds no complete backup: it was interrupted, or it is another folder.`);
  }
}

function parseManifest(text: string): BackupManifest | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value['format'] !== 'guildhall-backup-1' || typeof value['takenAt'] !== 'string')
    return undefined;
  const { takenAt, folders, files } = value;
  if (!Array.isArray(folders) || !folders.every(isFolder) || !Array.isArray(files) || !files.every(isFile))
    return undefined;
  return { format: 'guildhall-backup-1', takenAt, folders, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFolder(value: unknown): value is BackedUpFolder {
  return isRecord(value) && isInside(value['path']) && Number.isInteger(value['mode']);
}

function isFile(value: unknown): value is BackedUpFile {
  if (!isRecord(value) || !isFolder(value)) return false;
  return 'bytes' in value && Number.isInteger(value.bytes) && 'sha256' in value && typeof value.sha256 === 'string';
}

/** A manifest from elsewhere must not make a restore write outside the data folder. */
function isInside(path: unknown): boolean {
  return (
    typeof path === 'string' &&
    path !== '' &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
