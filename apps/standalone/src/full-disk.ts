import { statfs } from 'node:fs/promises';
import { isForOperator } from './start-failure.js';

/** Two of PostgreSQL's 16 MB journal segments. With less than that it may stop at any write and take its half-written segment back. */
export const bytesToWorkWith = 32 * 1024 * 1024;

/**
 * The failure to report. A database that finds no room for its journal stops without a word to its clients, who see only a broken
 * connection; so a failure nobody foresaw, on a disk with no room to work, is a full disk (`ENOSPC`). Any other error is given back.
 */
export async function orFullDisk(error: unknown, folder: string, bytesNeeded = bytesToWorkWith): Promise<unknown> {
  if (isForOperator(error)) return error;
  const disk = await statfs(folder).catch(() => undefined);
  if (disk === undefined || disk.bavail * disk.bsize >= bytesNeeded) return error;
  return Object.assign(new Error('The disk is full.', { cause: error }), { code: 'ENOSPC' });
}
