import type { FastifyInstance } from 'fastify';
import { completeCachingSettings } from './caching/caching-options.js';
import { createCaching } from './caching/create-caching.js';
import { FederatedGraph } from './federated-graph.js';
import { createHttpServer } from './http-server.js';
import { defaultOperationLimits } from './limits/operation-limits.js';
import type { OperationPolicy } from './protocol/persisted-operations.js';
import { readTrustedOperations } from './protocol/trusted-operations.js';
import { connectRedis, type SharedRedis } from './redis.js';
import type { GatewayOptions } from './start-gateway.js';
import { createMetrics, type GatewayMetrics } from './telemetry/metrics.js';
import { createExecutionObserver } from './telemetry/observe-calls.js';
import { type EditionOptions, openEdition } from './traffic/graph-edition.js';
import { type Pressure, watchPressure } from './traffic/pressure.js';
import { createSubgraphRoutes, type SubgraphRoutes } from './traffic/subgraph-routes.js';
import { defaultTrafficSettings, type TrafficSettings } from './traffic/traffic-settings.js';

/** What a gateway is made of before it listens. */
export type GatewayParts = {
  readonly limits: EditionOptions['limits'];
  readonly settings: TrafficSettings;
  readonly operations: OperationPolicy;
  readonly routes: SubgraphRoutes;
  /** Names of the services that can be reached. */
  readonly services: ReadonlySet<string>;
  readonly graph: FederatedGraph;
  readonly redis: SharedRedis | undefined;
  readonly pressure: Pressure;
  readonly metrics: GatewayMetrics;
  readonly app: FastifyInstance;
  /** Lets go of connections and timers. */
  release(): Promise<void>;
};

/** Makes the parts, with what the options leave out as it usually is. Throws when the supergraph cannot be used. */
export function openParts(options: GatewayOptions): GatewayParts {
  const { logger, operations = { accept: 'any', trusted: readTrustedOperations([]) } } = options;
  const limits = options.limits === 'none' ? 'none' : { ...defaultOperationLimits, ...options.limits };
  const settings: TrafficSettings = { ...defaultTrafficSettings, ...options.traffic };
  const metrics = createMetrics(operations.trusted.names);
  const onSend = (service: string): void => metrics.sent.inc({ service });
  const { subgraphs, signer } = options;
  const routes = createSubgraphRoutes({ subgraphs, signer, settings, logger, onSend });
  const redis = options.redisUrl === undefined ? undefined : connectRedis(options.redisUrl, logger);
  const graph = createGraphOrStop(options, { routes, limits, metrics, redis });
  const pressure = watchPressure(settings.shedding);
  return {
    limits,
    settings,
    operations,
    routes,
    services: new Set(routes.guarded.keys()),
    graph,
    redis,
    pressure,
    metrics,
    app: createApp(options, limits),
    async release() {
      pressure.stop();
      await redis?.stop();
      await routes.stop();
    },
  };
}

function createApp(
  { logger, corsOrigins, trustedProxies = ['loopback'] }: GatewayOptions,
  limits: EditionOptions['limits'],
): FastifyInstance {
  const { bodyBytes } = limits === 'none' ? defaultOperationLimits : limits;
  return createHttpServer({ logger, corsOrigins, trustedProxies, bodyBytes });
}

/** A connection that nobody will use would keep the process alive. */
function createGraphOrStop(options: GatewayOptions, parts: GraphParts): FederatedGraph {
  try {
    return createGraph(options, parts);
  } catch (error) {
    void parts.redis?.stop();
    throw error;
  }
}

type GraphParts = Pick<GatewayParts, 'routes' | 'limits' | 'metrics' | 'redis'>;

function createGraph(
  { supergraphSdl, accessMode = 'filter', logger, clock, caching: given }: GatewayOptions,
  { routes, limits, metrics, redis }: GraphParts,
): FederatedGraph {
  const { guarded } = routes;
  const services = new Set(guarded.keys());
  const observer = createExecutionObserver(metrics);
  const caching = createCaching({
    settings: completeCachingSettings(given, services),
    clock,
    redis: redis?.client,
    onCache: ({ kind, outcome, count }) => metrics.cache.inc({ cache: kind, result: outcome }, count),
  });
  const edition: EditionOptions = { transports: guarded, accessMode, limits, logger, observer, caching };
  return new FederatedGraph({ supergraphSdl, services, open: (sdl) => openEdition(sdl, edition), logger });
}
