import type { TreeEntry } from './list-tree.js';

/** A running server's write-ahead log is copied after everything else; a stopped server's is complete as it is. */
export type ClusterState = 'running' | 'stopped';

/** Folders whose content the server makes anew at every start. */
const rebuiltFolders = [
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
const ofTheProcess = ['postmaster.pid', 'postmaster.opts', 'postgresql.auto.conf.tmp', 'current_logfiles.tmp'];
/** A stopped server that was restored and never started still needs these two; a running one gets new ones. */
const ofABackup = ['backup_label', 'tablespace_map'];

/** Temporary files of a session, and caches that the server writes again. */
const passingName = /^(pgsql_tmp|pg_internal\.init|t\d+_\d+)/;

/** Whether a backup does without the entry (PostgreSQL documentation, "Making a Base Backup Using the Low Level API"). */
export function isLeftOutOfBackup({ kind, path }: TreeEntry, state: ClusterState): boolean {
  const parts = path.split('/');
  const top = parts[0] ?? path;
  const isRebuilt = rebuiltFolders.includes(top) && path !== top;
  if (isRebuilt || passingName.test(parts.at(-1) ?? path)) return true;
  if (kind === 'folder') return false;
  if (state === 'stopped') return ofTheProcess.includes(path);
  return top === 'pg_wal' || [...ofTheProcess, ...ofABackup].includes(path);
}
