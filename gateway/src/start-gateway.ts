import type { AddressInfo } from 'node:net';
import type { Clock } from '@guildhall/kernel';
import type { IdentitySigner } from '@guildhall/service-identity';
import type { Logger } from 'pino';
import type { AccessMode } from './access/create-access-filter.js';
import { createApollo } from './apollo.js';
import type { CachingSettings } from './caching/caching-options.js';
import type { EntityReference } from './caching/entity-keys.js';
import { anonymousAuthenticator, createAuthenticator, type Authenticator, type AuthOptions } from './authenticate.js';
import { serveExplorer } from './explorer.js';
import { type GatewayParts, openParts } from './gateway-parts.js';
import { addGraphqlRoute } from './graphql-route.js';
import { addHealthRoutes } from './health.js';
import { createCostAdmission } from './limits/admit-cost.js';
import { createGuessLimitPlugin } from './limits/guess-limit.js';
import type { OperationLimits } from './limits/operation-limits.js';
import { AnswerTypes } from './protocol/answer-types.js';
import type { OperationPolicy } from './protocol/persisted-operations.js';
import { ProvenOperations } from './protocol/proven-operations.js';
import { createRateLimiter, type RateLimits } from './protocol/rate-limits.js';
import type { OperationServing } from './protocol/serve-operation.js';
import type { ProvenServing } from './protocol/serve-proven.js';
import { addTelemetry } from './telemetry/add-telemetry.js';
import { createCostCounter } from './telemetry/telemetry-plugin.js';
import { countRateLimited, countShed } from './telemetry/count-refusals.js';
import type { TelemetrySettings } from './telemetry/telemetry-settings.js';
import { createLoadShedder } from './traffic/shed-load.js';
import type { SubgraphRoute } from './traffic/subgraph-routes.js';
import type { TrafficSettings } from './traffic/traffic-settings.js';
import { watchSupergraphFile } from './traffic/watch-supergraph-file.js';

/** Everything a gateway needs; nothing is read from the environment. */
export type GatewayOptions = {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  readonly supergraphSdl: string;
  /** Where that was read from; each new content of the file is served from then on. */
  readonly supergraphFile?: string;
  /** By the name each service has in the supergraph. */
  readonly subgraphs: Readonly<Record<string, SubgraphRoute>>;
  /** Vouches for requests to services over HTTP; required when there is one. Only services that ask for no identity are `unsigned`. */
  readonly signer?: IdentitySigner | 'unsigned';
  /** Whose tokens are believed; with `anonymous` no token is read and nobody has an identity. */
  readonly auth: AuthOptions | 'anonymous';
  /** What one operation may ask, where it differs from the usual; `none` lifts the limits. */
  readonly limits?: 'none' | Partial<OperationLimits>;
  /** What happens to fields that a token may not ask for; they are left out and null unless said otherwise. */
  readonly accessMode?: AccessMode;
  /** Which operations run: any, unless said otherwise. */
  readonly operations?: OperationPolicy;
  /** How many requests somebody may send in a minute; any number, unless said otherwise. */
  readonly rates?: RateLimits;
  /** Proxies whose word on where a request came from is believed, as addresses or networks; those of this machine, unless said otherwise. */
  readonly trustedProxies?: readonly string[];
  /** The Redis that several gateways of one installation share. */
  readonly redisUrl?: string;
  /** Production serves neither explorer nor introspection, and names no field in its hints. */
  readonly environment: 'development' | 'production';
  readonly logger: Logger;
  /** Origins of the web apps, exactly as browsers spell them. */
  readonly corsOrigins: readonly string[];
  readonly clock: Clock;
  /** Deadlines, retries and limits on load, where they differ from the usual ones. */
  readonly traffic?: Partial<TrafficSettings>;
  /** Which public answers are kept, where it differs from the usual. */
  readonly caching?: Partial<CachingSettings>;
  /** Who may read metrics and what counts as slow, where it differs from the usual. */
  readonly telemetry?: Partial<TelemetrySettings>;
};

/** A gateway that is listening. `stop` lets requests in flight finish and then closes; it may be called more than once. */
export type RunningGateway = {
  readonly url: string;
  /** Serves another supergraph from the next request on. Rejects when it cannot be used, and then nothing has changed. */
  replaceSupergraph(supergraphSdl: string): Promise<void>;
  /**
   * Drops what is kept of an entity, in every gateway with the same Redis, for whoever learns that it has changed. Rejects when the
   * graph has no such entity type.
   */
  invalidate(entity: EntityReference): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts the single endpoint of the graph. Rejects when the supergraph cannot be loaded, a service has no route, or the port is taken;
 * services themselves may still be down, which `/readyz` tells.
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const parts = openParts(options);
  const { app, graph, pressure } = parts;
  const { environment, logger, clock } = options;
  const serving = prepareServing(parts, clock);
  const apollo = createApollo({ ...parts, ...serving, environment, logger, guessLimit: guessLimitOf(options, parts) });
  // Reading and planning a supergraph keeps the process busy for a moment; that is no reason to turn requests away.
  const replaceSupergraph = (supergraphSdl: string): Promise<void> =>
    graph
      .replace(supergraphSdl)
      .then(() => graph.edition.cache.keepOnlyOwn())
      .finally(() => pressure.forgive());
  let unwatch = (): void => undefined;
  const release = async (): Promise<void> => {
    unwatch();
    await parts.release();
  };
  const stop = (): Promise<void> => apollo.stop().finally(release);
  await apollo.start().catch(async (error: unknown) => {
    await release();
    throw error;
  });
  try {
    await addRoutes(options, parts, { ...serving, apollo });
    await app.listen({ port: options.port, host: options.host });
  } catch (error) {
    await stop();
    throw error;
  }
  const url = addressOf(app.server.address(), options.host);
  logger.info({ url }, 'the gateway is listening');
  unwatch = followFile(options, replaceSupergraph);
  let stopping: Promise<void> | undefined;
  const invalidate = (entity: EntityReference): Promise<void> => graph.edition.cache.invalidate(entity);
  return { url, replaceSupergraph, invalidate, stop: () => (stopping ??= stop()) };
}

/** What the pipeline and the way around it share. */
function prepareServing({ graph, limits, metrics }: GatewayParts, clock: Clock): ProvenServing {
  return {
    proven: new ProvenOperations(),
    types: new AnswerTypes(),
    schema: () => graph.schema,
    run: (schema, operation) => graph.run(schema, operation),
    admit: limits === 'none' ? undefined : createCostAdmission(() => graph.edition.rules.costs, limits),
    countCost: createCostCounter(metrics),
    isGuess: (document, name) => graph.edition.rules.guessable(document, name) > 0,
    now: () => clock.now().getTime(),
  };
}

async function addRoutes(
  options: GatewayOptions,
  { app, graph, metrics, operations, pressure, redis, routes, settings }: GatewayParts,
  serving: OperationServing,
): Promise<void> {
  const { rates, logger, telemetry } = options;
  const explorer = hasExplorer(options) ? await serveExplorer(app) : undefined;
  const shedder = countShed(createLoadShedder(settings.shedding, pressure), metrics);
  metrics.watch({ running: shedder.running, services: routes.guarded });
  addTelemetry(app, { metrics, logger, ...telemetry });
  addGraphqlRoute(app, {
    serving,
    authenticator: authenticatorOf(options),
    shedder,
    operations,
    rateLimiter: rates && countRateLimited(createRateLimiter(rates, redis?.client), metrics),
    requestDeadlineMs: settings.requestDeadlineMs,
    explorer,
  });
  addHealthRoutes(app, { isLoaded: () => graph.schema !== undefined, transports: routes.bare });
}

/** Guesses are counted where requests are. */
function guessLimitOf({ rates }: GatewayOptions, { graph, metrics, redis }: GatewayParts) {
  if (rates?.guess === undefined) return undefined;
  return createGuessLimitPlugin({
    guessesPerMinute: rates.guess,
    fields: () => graph.edition.rules.guessable,
    redis: redis?.client,
    onRefusal: () => metrics.rateLimited.inc(),
  });
}

function followFile(
  { supergraphFile: file, supergraphSdl: served, logger }: GatewayOptions,
  take: (supergraphSdl: string) => Promise<void>,
): () => void {
  return file === undefined ? () => undefined : watchSupergraphFile({ file, served, take, logger });
}

/** Its examples ask our own graph, so another graph that is served to everybody goes without. */
function hasExplorer({ environment, auth }: GatewayOptions): boolean {
  return environment !== 'production' && auth !== 'anonymous';
}

function authenticatorOf({ auth, clock }: GatewayOptions): Authenticator {
  return auth === 'anonymous' ? anonymousAuthenticator : createAuthenticator(auth, clock);
}

function addressOf(address: AddressInfo | string | null, host: string): string {
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/graphql`;
}
