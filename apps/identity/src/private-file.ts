import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasErrorCode } from './error-code.js';

/** Only the owner may read or write. */
export const privateFileMode = 0o600;

/** Only the owner may look inside. */
export const privateFolderMode = 0o700;

/** The text of a private file, or undefined when there is none. Any other fault of the disk is thrown. */
export async function readPrivateFile(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * The text of a private file, made first if there is none. The file appears whole or not at all, and of two processes that
 * make it at the same moment both get the text of the one that came first, so that nobody signs with a key that is then lost.
 */
export async function readOrCreatePrivateFile(file: string, create: () => Promise<string>): Promise<string> {
  const existing = await readPrivateFile(file);
  if (existing !== undefined) return existing;
  await mkdir(dirname(file), { recursive: true, mode: privateFolderMode });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, await create(), { mode: privateFileMode, flag: 'wx', flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
}
