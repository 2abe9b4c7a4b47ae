import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackedUpFile, BackedUpFolder, BackupManifest } from './backup-manifest.js';
import { writeManifest } from './backup-manifest.js';
import { copyFileDurably, syncFolder, writeFileDurably } from './copy-file.js';
import { inParallel } from './in-parallel.js';
import type { TreeEntry } from './list-tree.js';

/** A part of what is backed up: these entries of one folder, kept under one name. */
export type BackupPart = { readonly name: string; readonly from: string; readonly entries: readonly TreeEntry[] };

/** Fills one backup folder and remembers what belongs into its manifest. */
export class BackupWriter {
  readonly #folders: BackedUpFolder[] = [];
  readonly #files: BackedUpFile[] = [];

  constructor(
    readonly targetDir: string,
    readonly onBytes: (bytes: number) => void,
  ) {}

  /** Makes a folder of the backup; the bits are those a restore gives it. */
  async addFolder(path: string, mode: number): Promise<void> {
    await mkdir(join(this.targetDir, path), { mode: 0o700 });
    this.#folders.push({ path, mode });
  }

  /** Copies entries of a folder; files that have vanished since they were listed are left out. */
  async addPart({ name, from, entries }: BackupPart): Promise<void> {
    for (const { kind, path, mode } of entries) if (kind === 'folder') await this.addFolder(`${name}/${path}`, mode);
    const files = entries.filter(({ kind }) => kind === 'file');
    await inParallel(files, ({ path, mode }) => this.addFile(join(from, path), `${name}/${path}`, mode));
  }

  /** Copies one file. */
  async addFile(from: string, path: string, mode: number): Promise<void> {
    const digest = await copyFileDurably({ from, to: join(this.targetDir, path), mode: 0o600 });
    if (digest === undefined) return;
    this.#files.push({ path, mode, ...digest });
    this.onBytes(digest.bytes);
  }

  /** Writes a file that has no source. */
  async addContent(path: string, content: Buffer): Promise<void> {
    this.#files.push({ path, mode: 0o600, ...(await writeFileDurably(join(this.targetDir, path), content)) });
  }

  /** Makes the backup complete. */
  async complete(): Promise<BackupManifest> {
    for (const { path } of this.#folders) await syncFolder(join(this.targetDir, path));
    const manifest: BackupManifest = {
      format: 'guildhall-backup-1',
      takenAt: new Date().toISOString(),
      folders: this.#folders,
      files: this.#files,
    };
    await writeManifest(this.targetDir, manifest);
    return manifest;
  }
}
