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
  client.on('error', (error: Error & { code?: string }) => {
    // One line for each loss, not for each attempt; the message may hold the address.
    if (!isLost) logger.warn({ code: error.code ?? error.name }, 'Redis cannot be reached');
    isLost = true;
  });
  client.on('ready', () => {
    logger.info('Redis is reached');
    isLost = false;
  });
  return {
    client,
    stop: async () => client.disconnect(),
  };
}
