import { BackupError } from '@guildhall/database';
import type { Settings } from '../settings.js';

/** What a backup command starts from: what was typed after its name, and where to write. */
export type BackupCall = {
  readonly args: readonly string[];
  readonly settings: Settings;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
};

/** Where the embedded server keeps its files. Throws one sentence when the databases are somewhere else. */
export function embeddedDataDir({ databases, dataFolder }: Settings): string {
  if (databases.kind === 'embedded') return `${dataFolder}/postgres`;
  throw new BackupError(
    'Your databases run on servers of your own (GUILDHALL_<SERVICE>_DATABASE_URL): back them up and restore them with the means of those servers.',
  );
}

/** Runs a backup command: 0 when it is done, 1 with one sentence on stderr when it was refused. */
export async function answer({ stderr }: BackupCall, work: () => Promise<void>): Promise<0 | 1> {
  try {
    await work();
    return 0;
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}
