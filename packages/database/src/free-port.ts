import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { DatabaseStartError } from './database-start-error.js';
import { explainStartFailure } from './start-failure.js';

/**
 * A port on 127.0.0.1 that is free now. It lies below 32768, where the system does not hand out ports to
 * outgoing connections, so that nothing takes it while the server restarts.
 */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = randomInt(20_000, 32_768);
    if (await canListen(port)) return port;
  }
  throw new DatabaseStartError('PORT_IN_USE', 'No free port was found for the database; stop other programs first.');
}

/** Throws PORT_IN_USE when another program listens on the port. */
export async function requireFreePort(port: number, folder: string): Promise<void> {
  if (!(await canListen(port))) throw explainStartFailure('EADDRINUSE', { folder, port });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
