import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { errorCode } from '../error-facts.js';
import type { ServerAccount } from '../server-account.js';

/** What was read: its length and its SHA-256 in hexadecimal. */
export type Digest = { readonly bytes: number; readonly sha256: string };

/** A copy to be made; the target must not exist and gets these permission bits and this owner. */
export type FileCopy = {
  readonly from: string;
  readonly to: string;
  readonly mode: number;
  readonly owner?: ServerAccount | undefined;
};

const chunkBytes = 1 << 20;

/** Copies a file onto the disk itself (fsync) and says what it wrote; undefined when the source has vanished. */
export async function copyFileDurably({ from, to, mode, owner }: FileCopy): Promise<Digest | undefined> {
  const source = await openIfThere(from);
  if (source === undefined) return undefined;
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      const digest = await readThrough(source, (chunk) => writeAll(target, chunk));
      if (owner) await target.chown(owner.uid, owner.gid);
      await target.chmod(mode);
      await target.sync();
      return digest;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** The digest of a file, or undefined when there is none. */
export async function digestFile(path: string): Promise<Digest | undefined> {
  const source = await openIfThere(path);
  if (source === undefined) return undefined;
  try {
    return await readThrough(source, () => Promise.resolve());
  } finally {
    await source.close();
  }
}

/** Writes a new file onto the disk itself and says what it wrote. */
export async function writeFileDurably(path: string, content: Buffer): Promise<Digest> {
  const target = await open(path, 'wx', 0o600);
  try {
    await writeAll(target, content);
    await target.sync();
  } finally {
    await target.close();
  }
  return { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

/** Makes the names in a folder survive a power cut; the content of its files is not covered. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readThrough(source: FileHandle, take: (chunk: Buffer) => Promise<void>): Promise<Digest> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, chunkBytes, bytes);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    await take(chunk);
    bytes += bytesRead;
  }
}

/** One write may take less than it is given. */
async function writeAll(target: FileHandle, chunk: Buffer): Promise<void> {
  for (let done = 0; done < chunk.length;) done += (await target.write(chunk, done)).bytesWritten;
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
