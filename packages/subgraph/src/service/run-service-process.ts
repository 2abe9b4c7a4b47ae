import { createIdentitySigner, createIdentityVerifier } from '@guildhall/service-identity';
import { startTracing } from '@guildhall/tracing';
import { createLogger } from '../server/logger.js';
import { listen } from '../server/listen.js';
import type { BaseContext } from '../server/shared-resolvers.js';
import { systemClock, systemIds } from '../server/system.js';
import type { ServiceConfig, ServiceDefinition } from './define-service.js';
import { EnvironmentError, readServiceEnvironment, type ServiceProcessSettings } from './env.js';
import { createHttpEventTransport } from './event-transports.js';
import { outliveLostDatabase } from './outlive-lost-database.js';
import { migrateService, startService } from './start-service.js';

/**
 * Runs one service as a process of its own: HTTP in, signed events out. Ends gracefully on SIGTERM and SIGINT, and by
 * itself when the launcher that keeps it is gone. Exits with 2 and one sentence when its environment is incomplete.
 */
export async function runServiceProcess<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    const settings = readServiceEnvironment(definition.name, environment);
    // A launcher that goes while the service starts must be noticed too: nothing is running yet that needs an order.
    const abandon = (): never => process.exit(1);
    if (settings.hasParent) process.once('disconnect', abandon);
    const stop = await start(definition, settings);
    process.off('disconnect', abandon);
    endWith(stop, settings.hasParent);
  } catch (error) {
    process.stderr.write(`${definition.name}: ${describe(error)}\n`);
    process.exit(error instanceof EnvironmentError ? 2 : 1);
  }
}

/** One sentence for what the operator can mend; the place in the code for what only we can. */
function describe(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const stopPatienceMs = 8_000;

async function start<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  settings: ServiceProcessSettings,
): Promise<() => Promise<void>> {
  const { name } = definition;
  const clock = systemClock;
  const ids = systemIds(clock);
  const logger = createLogger(name, settings.logLevel);
  outliveLostDatabase(logger);
  const tracing = await startTracing({
    environment: settings.all,
    service: name,
    onFailure: () => logger.warn('traces cannot be sent'),
  });
  const now = (): Date => clock.now();
  const signer = await createIdentitySigner({ issuer: name, privateKey: settings.serviceKey, clock: now });
  const config: ServiceConfig = {
    databaseUrl: settings.databaseUrl,
    poolSize: settings.poolSize,
    clock,
    ids,
    logger,
    campusZone: settings.campusZone,
    transport: createHttpEventTransport({
      source: name,
      urls: settings.eventUrls,
      signer,
      newRequestId: () => ids.random(),
    }),
    environment: settings.all,
  };
  if (settings.isMigrating) await migrateService(definition, config);
  const service = await startService(definition, config);
  const verifier = await createIdentityVerifier({ audience: name, trusted: settings.trustedKeys, clock: now });
  const door = await listen(service, { host: settings.host, port: settings.port, verifier }).catch((error: unknown) => {
    if (!isPortInUse(error)) throw error;
    throw new EnvironmentError(`Port ${settings.port} is in use; GUILDHALL_PORT names another.`);
  });
  logger.info({ port: door.port }, 'the service is listening');
  return async () => {
    await door.stop();
    await service.stop();
    await tracing?.stop();
  };
}

function isPortInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function endWith(stop: () => Promise<void>, hasParent: boolean): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    // What is still not answered by then waits for something that is gone.
    setTimeout(() => process.exit(1), stopPatienceMs).unref();
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  // A terminal sends Ctrl-C to the whole group; a kept process leaves the order of ending to its launcher.
  process.on('SIGINT', hasParent ? () => undefined : end);
  if (!hasParent) return;
  process.on('disconnect', end);
  if (!process.connected) end();
}
