import { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** A connection to the Redis that all gateways of an installation share. */
export type SharedRedis = { readonly client: Redis; stop(): Promise<void> };

/** Milliseconds a command may take; what Redis is asked for is always worth less than a slow answer. */
const commandTimeoutMs = 250;

/**
 * Connects in the background and again whenever the connection is lost. While there is none, commands reject at once: their callers go on
 * without Redis.
 */
export function connectRedis(url: string, logger: Logger): SharedRedis {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: commandTimeoutMs,
    connectionName: 'guildhall-gateway',
  });
  let isLost = false;
  let isStopped = false;
  const lose = (code: string): void => {
    // One line for each loss, not for each attempt to connect again.
    if (!isLost && !isStopped) logger.warn({ code }, 'Redis cannot be reached');
    isLost = true;
  };
  // The message may hold the address.
  client.on('error', (error: Error & { code?: string }) => lose(error.code ?? error.name));
  client.on('close', () => lose('CLOSED'));
  client.on('ready', () => {
    logger.info('Redis is reached');
    isLost = false;
  });
  return {
    client,
    async stop() {
      isStopped = true;
      client.disconnect();
    },
  };
}
