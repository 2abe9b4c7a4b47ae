import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createIdentitySigner } from '@guildhall/service-identity';
import { pino } from 'pino';
import { readGatewayEnv } from './env.js';
import { servicesOf } from './services-of.js';
import { startGateway, type RunningGateway } from './start-gateway.js';

/** The issuer name the services trust for requests of the gateway. */
const signerName = 'gateway';

async function startFromEnvironment(): Promise<RunningGateway> {
  const supergraphSdl = await readFile(fileURLToPath(new URL('../supergraph.graphql', import.meta.url)), 'utf8');
  const env = readGatewayEnv(process.env, servicesOf(supergraphSdl));
  const signer = await createIdentitySigner({
    issuer: signerName,
    privateKey: await readFile(env.privateKeyFile, 'utf8'),
    clock: () => new Date(),
  });
  return startGateway({
    port: env.port,
    host: env.host,
    supergraphSdl,
    subgraphs: Object.fromEntries(
      Object.entries(env.subgraphUrls).map(([name, url]) => [name, { kind: 'http' as const, url }]),
    ),
    signer,
    auth: { issuer: env.issuer, audience: env.audience, jwks: { url: env.jwksUrl } },
    environment: env.environment,
    // No process id or host name: neither tells an operator anything the platform's log collector does not know.
    logger: pino({ base: { service: 'gateway' }, level: 'info' }),
    corsOrigins: env.corsOrigins,
    clock: { now: () => new Date() },
  });
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return 'The port of the gateway is in use. Set GUILDHALL_GATEWAY_PORT to a free one.';
  if ('code' in error && error.code === 'ENOENT') return `A file the gateway needs is missing: ${error.message}`;
  return error.message;
}

try {
  // Signals that come while the gateway starts are kept until it can be stopped in order.
  const stopAsked = Promise.withResolvers<void>();
  process.on('SIGINT', () => stopAsked.resolve());
  process.on('SIGTERM', () => stopAsked.resolve());
  const gateway = await startFromEnvironment();
  await stopAsked.promise;
  await gateway.stop();
  process.exitCode = 0;
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
