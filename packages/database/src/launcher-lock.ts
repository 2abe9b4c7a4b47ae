import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { DatabaseStartError } from './database-start-error.js';
import { errorCode } from './error-facts.js';
import { processIdentity } from './running-process.js';

/** The right of one living process to run the server of one data folder. */
export type LauncherLock = { release(): void };

/**
 * Takes the lock or throws ALREADY_RUNNING. A lock whose process is gone (kill -9, power cut, a process id
 * used again) is taken over.
 */
export function takeLauncherLock(file: string, folder: string): LauncherLock {
  const mine = `${process.pid} ${processIdentity(process.pid) ?? ''}`;
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, mine, { mode: 0o644 });
  try {
    while (!tryLink(draft, file)) {
      const holder = liveHolder(file);
      if (holder !== undefined) {
        throw new DatabaseStartError(
          'ALREADY_RUNNING',
          `The platform is already running on the data folder ${folder} (process ${holder}); stop it first or choose another folder.`,
        );
      }
      setAside(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release: () => {
      if (readLock(file) === mine) rmSync(file, { force: true });
    },
  };
}

/** The process id of the living launcher that holds the lock, or undefined. */
export function liveHolder(file: string): number | undefined {
  const [, pid, identity] = /^(\d+) (.+)$/.exec(readLock(file) ?? '') ?? [];
  if (pid === undefined) return undefined;
  return processIdentity(Number(pid)) === identity ? Number(pid) : undefined;
}

/** `link` is atomic and brings the content along, so no other launcher ever sees a lock without its holder. */
function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock away; if a rival took the lock over in that instant, its live lock is put back. */
function setAside(file: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (liveHolder(aside) !== undefined) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function readLock(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
