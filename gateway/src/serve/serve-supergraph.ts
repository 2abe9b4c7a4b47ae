import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import { startGateway, type RunningGateway } from '../start-gateway.js';
import type { SubgraphRoute } from '../traffic/subgraph-routes.js';
import type { ServeArguments } from './serve-arguments.js';
import { readSubgraphAddresses } from './subgraph-addresses.js';

/**
 * Serves the supergraph in a file to everybody: services are asked at the addresses of the file and without identity, no caller has
 * one, introspection and free-form operations are on. Rejects with one sentence when the file, its content or the port will not do.
 */
export async function serveSupergraph(args: ServeArguments): Promise<RunningGateway> {
  const supergraphSdl = await readFile(args.supergraphFile, 'utf8').catch((cause: unknown) => {
    throw new Error(`The supergraph ${args.supergraphFile} cannot be read (${codeOf(cause) ?? 'unknown reason'}).`, {
      cause,
    });
  });
  try {
    return await start(args, supergraphSdl);
  } catch (cause) {
    if (codeOf(cause) === 'EADDRINUSE')
      throw new Error(`The port ${args.port} is in use. Give --port a free one.`, { cause });
    if (codeOf(cause) !== undefined && isOfNetwork(cause))
      throw new Error(`${args.host}:${args.port} cannot be listened on (${codeOf(cause)}).`, { cause });
    throw new Error(`${args.supergraphFile} cannot be served: ${firstLineOf(cause)}.`, { cause });
  }
}

/** Nobody asked for a bound on how much is served at once either; deadlines and circuit breakers guard the services all the same. */
const unbounded = { requestsMax: Infinity, requestsFloor: Infinity, loopDelayMaxMs: Infinity, heapShareMax: 1 };

function start(args: ServeArguments, supergraphSdl: string): Promise<RunningGateway> {
  const { port, host, hasLimits, isSharing, logLevel } = args;
  const routes = Object.entries(readSubgraphAddresses(supergraphSdl)).map(([name, url]): [string, SubgraphRoute] => [
    name,
    { kind: 'http', url },
  ]);
  return startGateway({
    port,
    host,
    supergraphSdl,
    subgraphs: Object.fromEntries(routes),
    signer: 'unsigned',
    auth: 'anonymous',
    limits: hasLimits ? undefined : 'none',
    traffic: { shareInFlight: isSharing, ...(hasLimits ? {} : { shedding: unbounded }) },
    environment: 'development',
    logger: pino({ base: { service: 'gateway' }, level: logLevel }),
    corsOrigins: [],
    clock: { now: () => new Date() },
  });
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function isOfNetwork(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen';
}

function firstLineOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.trim().split('\n')[0] ?? '').replace(/[.:]$/, '');
}
