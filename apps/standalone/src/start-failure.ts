import { DatabaseStartError } from '@guildhall/database';
import { SettingsError } from './settings.js';

/** What the operating system says beside its code. */
type SystemError = Error & { readonly port?: unknown; readonly path?: unknown };

const known: Readonly<Record<string, (error: SystemError) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${String(port)} is in use by another program: stop it, or set GUILDHALL_PORT to another number.`,
  EACCES: ({ path, port }) => (path === undefined ? `Port ${String(port)} may not be used by this user: set GUILDHALL_PORT to another number.` : `${String(path)} cannot be written: give this user the right to, or set GUILDHALL_DATA_DIR to another folder.`),
  EPERM: ({ path }) => `${String(path)} cannot be written: give this user the right to, or set GUILDHALL_DATA_DIR to another folder.`,
  EROFS: ({ path }) => `${String(path)} is on a read-only file system: set GUILDHALL_DATA_DIR to a folder that can be written.`,
  ENOSPC: () => 'The disk is full: free some space, or set GUILDHALL_DATA_DIR to a folder on another disk.',
  ENOTDIR: ({ path }) => `${String(path)} is not a folder: set GUILDHALL_DATA_DIR to one.`,
};

/** One clear sentence on why the platform did not start; a fault nobody foresaw is shown with its place in the code. */
export function sentenceFor(error: unknown): string {
  if (error instanceof SettingsError || error instanceof DatabaseStartError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const explain = known[code];
  return explain === undefined ? `Guildhall could not start: ${error.stack ?? error.message}` : explain(error);
}
