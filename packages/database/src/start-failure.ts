import { DatabaseStartError } from './database-start-error.js';
import { errorText } from './error-facts.js';

/** Where a start was attempted, so that the sentence can name the folder and the port. */
export type StartAttempt = { readonly folder: string; readonly port?: number };

const patterns = [
  ['DISK_FULL', /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/i],
  ['PORT_IN_USE', /Address already in use|EADDRINUSE/i],
  ['VERSION_MISMATCH', /incompatible with server/i],
  ['DATA_FOLDER_READ_ONLY', /Read-only file system|Permission denied|EROFS|EACCES|EPERM/i],
  ['UNSUPPORTED_PLATFORM', /error while loading shared libraries|Exec format error|ENOEXEC/i],
] as const;

const sentences: Record<(typeof patterns)[number][0], (attempt: StartAttempt) => string> = {
  DISK_FULL: ({ folder }) => `The disk that holds ${folder} is full; free some space and start again.`,
  PORT_IN_USE: ({ port }) =>
    `Port ${port ?? 'of the database'} is already in use by another program; stop it or choose another port.`,
  VERSION_MISMATCH: ({ folder }) =>
    `The data in ${folder} was written by another major version of PostgreSQL; start it with that version and move the data over.`,
  DATA_FOLDER_READ_ONLY: ({ folder }) =>
    `The data folder ${folder} cannot be written by this user; change its owner or choose another folder.`,
  UNSUPPORTED_PLATFORM: () =>
    `The bundled PostgreSQL does not run on this system (${process.platform} ${process.arch}); Linux and macOS on x64 or arm64 are supported, Windows through WSL.`,
};

/** Turns whatever a failed step left behind (a log, an errno error) into the one sentence that names the cause. */
export function explainStartFailure(evidence: unknown, attempt: StartAttempt): DatabaseStartError {
  if (evidence instanceof DatabaseStartError) return evidence;
  const text = errorText(evidence);
  const known = patterns.find(([, pattern]) => pattern.test(text));
  if (known) return new DatabaseStartError(known[0], sentences[known[0]](attempt), { cause: evidence });
  return new DatabaseStartError('FAILED', `The database in ${attempt.folder} did not start: ${lastLine(text)}`, {
    cause: evidence,
  });
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const fatal = lines.findLast((line) => /FATAL|PANIC|error/i.test(line));
  return (fatal ?? lines.at(-1) ?? 'it gave no reason.').trim();
}
