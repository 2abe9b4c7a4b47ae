import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { BackupError } from './backup-error.js';

/** A backup under way in the server; it ends without a trace when its connection is lost. */
export type BackupSession = {
  /** Ends the backup. What the server gives back makes the copied files usable; they are worthless without it. */
  finish(): Promise<BackupEnd>;
  close(): Promise<void>;
};

/** The label to store with the files, and the first and last write-ahead log file they need. */
export type BackupEnd = {
  readonly label: string;
  readonly tablespaceMap: string;
  readonly firstWal: string;
  readonly lastWal: string;
};

/**
 * Begins an online backup. From here on the server writes whole pages into its log, so that a page copied while it
 * was being written is mended at the first start of the copy, and it keeps every log file until the session ends.
 */
export async function beginBackup(superuserUrl: string): Promise<BackupSession> {
  const client = new Client({ connectionString: superuserUrl });
  // A lost connection also fails the next query, which is where it is told.
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Without the slot a checkpoint during the copy could recycle log files that the copy needs.
    const slot = `guildhall_backup_${randomUUID().replaceAll('-', '')}`;
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot]);
    await client.query(`select pg_backup_start('guildhall', true)`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new BackupError('The database does not begin a backup; see whether the platform is well, and try again.', {
      cause: error,
    });
  }
  return { finish: () => finish(client), close: () => client.end() };
}

async function finish(client: Client): Promise<BackupEnd> {
  const { rows } = await client
    .query<{ label: string; map: string; last: string }>(
      'select labelfile as label, spcmapfile as map, pg_walfile_name(lsn) as last from pg_backup_stop(false)',
    )
    .catch((error: unknown) => {
      throw new BackupError('The database went away during the backup; try again with an empty folder.', {
        cause: error,
      });
    });
  const [row] = rows;
  const firstWal = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)$/m.exec(row?.label ?? '')?.[1];
  if (row === undefined || firstWal === undefined) throw new Error('The server ended the backup without a label.');
  return { label: row.label, tablespaceMap: row.map, firstWal, lastWal: row.last };
}
