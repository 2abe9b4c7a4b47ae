import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createIdentitySigner } from '@guildhall/service-identity';
import { startTracing } from '@guildhall/tracing';
import { pino } from 'pino';
import { readGatewayEnv } from './env.js';
import { readOperationPolicy } from './protocol/read-operation-policy.js';
import { servicesOf } from './services-of.js';
import { startGateway, type RunningGateway } from './start-gateway.js';
import type { SubgraphRoute } from './traffic/subgraph-routes.js';

/** The issuer name the services trust for requests of the gateway. */
const signerName = 'gateway';

/** A gateway of its own process, with the traces it writes. */
type GatewayProcess = Pick<RunningGateway, 'stop'>;

async function startFromEnvironment(): Promise<GatewayProcess> {
  const supergraphFile =
    process.env['GUILDHALL_SUPERGRAPH_FILE'] ?? fileURLToPath(new URL('../supergraph.graphql', import.meta.url));
  const supergraphSdl = await readFile(supergraphFile, 'utf8');
  const env = readGatewayEnv(process.env, servicesOf(supergraphSdl));
  // No process id or host name: neither tells an operator anything the platform's log collector does not know.
  const logger = pino({ base: { service: 'gateway' }, level: env.logLevel });
  const tracing = await startTracing({
    environment: process.env,
    service: 'gateway',
    onFailure: () => logger.warn('traces cannot be sent'),
  });
  const privateKey = await readFile(env.privateKeyFile, 'utf8');
  const signer = await createIdentitySigner({ issuer: signerName, privateKey, clock: () => new Date() });
  const routes = Object.entries(env.subgraphUrls).map(([name, url]): [string, SubgraphRoute] => [
    name,
    { kind: 'http', url },
  ]);
  const gateway = await startGateway({
    port: env.port,
    host: env.host,
    supergraphSdl,
    supergraphFile,
    subgraphs: Object.fromEntries(routes),
    signer,
    auth: { issuer: env.issuer, audience: env.audience, jwks: { url: env.jwksUrl }, ...env.edge.tokens },
    limits: env.edge.limits,
    accessMode: env.edge.accessMode,
    traffic: env.edge.traffic,
    telemetry: env.edge.telemetry,
    caching: env.edge.caching,
    operations: readOperationPolicy(env.edge.operations, env.environment),
    rates: env.edge.rates,
    trustedProxies: env.edge.trustedProxies,
    redisUrl: env.edge.redisUrl,
    environment: env.environment,
    logger,
    corsOrigins: env.corsOrigins,
    clock: { now: () => new Date() },
  });
  return { stop: () => gateway.stop().finally(() => tracing?.stop()) };
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return 'The port of the gateway is in use. Set GUILDHALL_GATEWAY_PORT to a free one.';
  if ('code' in error && error.code === 'ENOENT') return `A file the gateway needs is missing: ${error.message}`;
  return error.message;
}

try {
  // What asks us to stop while the gateway starts is kept until it can be stopped in order. A terminal sends Ctrl-C to the whole
  // group; a process with a launcher leaves the order of ending to it.
  const isKept = process.env['GUILDHALL_PARENT'] === 'ipc';
  const stopAsked = Promise.withResolvers<void>();
  const stop = (): void => stopAsked.resolve();
  process.on('SIGTERM', stop);
  process.on('SIGINT', isKept ? () => undefined : stop);
  if (isKept) process.on('disconnect', stop);
  const gateway = await startFromEnvironment();
  if (isKept && !process.connected) stop();
  await stopAsked.promise;
  await gateway.stop();
  // A channel to the launcher would keep the process alive.
  process.exit(0);
} catch (error) {
  process.stderr.write(`gateway: ${sentenceOf(error)}\n`);
  process.exit(1);
}
