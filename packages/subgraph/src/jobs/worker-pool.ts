import { Pool } from 'pg';
import { LastingClient } from '../storage/lasting-client.js';

/**
 * Connections for the worker. It would make its own, but does not wait for them when it ends, and a connection that
 * breaks in that instant would end the process. Waiting for a free connection has no limit: the worker reports a failed job without
 * looking at what becomes of the report, so a limit would surface as a rejection that nobody handles.
 */
export function createWorkerPool(databaseUrl: string, max: number): Pool {
  const pool = new Pool({ connectionString: databaseUrl, max, Client: LastingClient });
  // A broken connection is replaced at the next use; what it was doing fails by itself.
  const ignore = (): void => undefined;
  pool.on('error', ignore);
  // Connections bear it by themselves; the worker warns unless the pool says so too.
  pool.on('connect', (client) => void client.on('error', ignore));
  return pool;
}
