import { errorCode } from '../error-facts.js';

/** A backup or a restore cannot be done. The message is one sentence a person can act on, safe to print as it is. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

const sentences: Readonly<Record<string, (folder: string) => string>> = {
  ENOSPC: (folder) => `The disk that holds ${folder} is full; free some space and begin again with an empty folder.`,
  EDQUOT: (folder) => `The disk quota for ${folder} is used up; free some space and begin again with an empty folder.`,
  EACCES: (folder) => `${folder} cannot be used by this user; run the command as the user that runs the platform.`,
  EPERM: (folder) => `${folder} cannot be used by this user; run the command as the user that runs the platform.`,
  EROFS: (folder) => `${folder} is on a read-only file system; choose another folder.`,
  ENOTDIR: (folder) => `${folder} is not a folder; choose another one.`,
};

/** Turns a failed system call into its sentence; anything unforeseen is passed on as it is. */
export function explainBackupFailure(error: unknown, folder: string): unknown {
  const explain = sentences[errorCode(error) ?? ''];
  return explain === undefined ? error : new BackupError(explain(folder), { cause: error });
}
