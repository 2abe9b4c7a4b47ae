import { DatabaseStartError, type StartFailureReason } from '@guildhall/database';
import { portInUse } from './require-free-ports.js';
import { SettingsError } from './settings.js';

/** What the operating system says beside its code. */
type SystemError = Error & { readonly port?: number; readonly path?: string };

const diskFull = 'The disk is full: free some space, or set GUILDHALL_DATA_DIR to a folder on another disk.';

const known: Readonly<Record<string, (error: SystemError) => string>> = {
  EADDRINUSE: ({ port }) => portInUse(port),
  EACCES: ({ path, port }) =>
    path === undefined
      ? `Port ${String(port)} may not be used by this user: set GUILDHALL_PORT to another number.`
      : `${String(path)} cannot be written: give this user the right to, or set GUILDHALL_DATA_DIR to another folder.`,
  EPERM: ({ path }) =>
    `${String(path)} cannot be written: give this user the right to, or set GUILDHALL_DATA_DIR to another folder.`,
  EROFS: ({ path }) =>
    `${String(path)} is on a read-only file system: set GUILDHALL_DATA_DIR to a folder that can be written.`,
  ENOSPC: () => diskFull,
  // The same, as PostgreSQL says it of a statement (SQLSTATE 53100, disk_full).
  '53100': () => diskFull,
  ENOTDIR: ({ path }) => `${String(path)} is not a folder: set GUILDHALL_DATA_DIR to one.`,
};

/** The variable that the database's own sentences cannot know of. */
const remedies: Readonly<Partial<Record<StartFailureReason, string>>> = {
  PORT_IN_USE: 'GUILDHALL_PORT, from which the others count up',
  ALREADY_RUNNING: 'GUILDHALL_DATA_DIR',
  DATA_FOLDER_READ_ONLY: 'GUILDHALL_DATA_DIR',
  DISK_FULL: 'GUILDHALL_DATA_DIR can name a folder on another disk',
};

/** One clear sentence on why the platform did not start; a fault nobody foresaw is shown with its place in the code. */
export function sentenceFor(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof DatabaseStartError) return withRemedy(error);
  if (!(error instanceof Error)) return String(error);
  const explain = known[codeOf(error)];
  return explain === undefined ? `Guildhall could not start: ${error.stack ?? error.message}` : explain(error);
}

/** Whether the operator can mend it without us: a port, a folder, a disk, a setting. */
export function isForOperator(error: unknown): boolean {
  return error instanceof SettingsError || error instanceof DatabaseStartError || codeOf(error) in known;
}

function withRemedy({ message, reason }: DatabaseStartError): string {
  const remedy = remedies[reason];
  return remedy === undefined ? message : `${message.replace(/\.$/, '')} (${remedy}).`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
