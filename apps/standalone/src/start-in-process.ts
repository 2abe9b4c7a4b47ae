import { readOperationPolicy, startGateway, type SubgraphRoute } from '@guildhall/gateway';
import { createLogger, LocalEventTransport, systemClock } from '@guildhall/subgraph';
import { startTracing } from '@guildhall/tracing';
import { authOptions, corsOrigins, readSupergraph } from './gateway-options.js';
import type { Addresses, PlatformParts } from './platform.js';
import { serviceConfig, services } from './service-configs.js';

/** Runs the four services and the gateway in this process: operations and events travel as calls. */
export async function startInProcess({ settings, installation, databases, stack }: PlatformParts): Promise<{
  readonly addresses: Omit<Addresses, 'identity' | 'apps' | 'mailPage'>;
  readonly failure: Promise<Error>;
}> {
  const logger = createLogger('gateway', settings.logLevel);
  const tracing = await startTracing({
    environment: settings.tracingVariables,
    service: 'guildhall',
    onFailure: () => logger.warn('traces cannot be sent'),
  });
  if (tracing) stack.push(() => tracing.stop());
  const transport = new LocalEventTransport();
  const running = await Promise.all(
    services.map(async (service) => {
      const started = await service.start(
        serviceConfig(service.name, settings, installation, { urls: databases.urls, transport }),
      );
      stack.push(() => started.stop());
      transport.register(started.name, started);
      return started;
    }),
  );
  const subgraphs = Object.fromEntries(
    running.map((service): [string, SubgraphRoute] => [service.name, { kind: 'local', executor: service }]),
  );
  const { jwksUrl, ...auth } = authOptions(settings);
  const gateway = await startGateway({
    port: settings.ports.gateway,
    host: '127.0.0.1',
    supergraphSdl: readSupergraph(),
    subgraphs,
    auth: { ...auth, jwks: { url: jwksUrl }, ...settings.edge.tokens },
    limits: settings.edge.limits,
    accessMode: settings.edge.accessMode,
    operations: readOperationPolicy(settings.edge.operations, settings.environment),
    rates: settings.edge.rates,
    trustedProxies: settings.edge.trustedProxies,
    redisUrl: settings.edge.redisUrl,
    traffic: settings.edge.traffic,
    telemetry: settings.edge.telemetry,
    caching: settings.edge.caching,
    environment: settings.environment,
    logger,
    corsOrigins: corsOrigins(settings),
    clock: systemClock,
  });
  stack.push(() => gateway.stop());
  return { addresses: { graph: gateway.url, services: [] }, failure: new Promise(() => undefined) };
}
