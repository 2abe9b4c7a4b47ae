import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { connectionLimits } from '../connection-limits.js';
import type { Connection } from '../connection.js';

/** Writes a changed connection with its clock: a request that is over is not ended again, and what is closed is forgotten. */
export async function saveConnection(unit: Unit<Repositories>, connection: Connection): Promise<Connection> {
  const saved = await unit.connections.save(connection);
  if (saved.status === 'CONNECTED') await unit.jobs.cancel(clockOf(saved));
  await forgetLater(unit, saved);
  return saved;
}

/** Sets the day on which a closed connection is forgotten; any other is left alone. */
export async function forgetLater({ jobs }: Unit<Repositories>, connection: Connection): Promise<void> {
  if (connection.closedAt === undefined) return;
  const runAt = new Date(connection.closedAt.getTime() + connectionLimits.askAgainMs);
  await jobs.enqueue('forget-connection', { connectionId: connection.id }, { runAt, key: clockOf(connection) });
}

/** The key of the one job that a connection has. */
export function clockOf({ id }: Connection): string {
  return `connection:${id}`;
}
