import type { FastifyInstance } from 'fastify';
import type { SubgraphTransport } from './subgraph-call.js';

/** Milliseconds a service has to say that it is there. */
const probeDeadlineMs = 2_000;

/** What readiness is made of: the graph is loaded, and each service answers. */
export type Readiness = {
  readonly ready: boolean;
  readonly supergraph: boolean;
  readonly services: Readonly<Record<string, 'ready' | 'not ready'>>;
};

/** `isLoaded` says whether the supergraph is; the transports are the services to ask. */
export type HealthOptions = {
  readonly isLoaded: () => boolean;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
};

/**
 * Serves `/healthz` (the process lives), `/health` (200 once the graph is loaded, whatever the services do) and `/readyz` (200 when
 * everything answers, 503 with what does not).
 */
export function addHealthRoutes(app: FastifyInstance, options: HealthOptions): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/health', async (_request, reply) =>
    options.isLoaded() ? { status: 'ok' } : reply.code(503).send({ status: 'loading' }),
  );
  app.get('/readyz', async (request, reply) => {
    const readiness = await readReadiness(options, request.id);
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
}

async function readReadiness({ isLoaded, transports }: HealthOptions, requestId: string): Promise<Readiness> {
  const answers = await Promise.all(
    [...transports.values()].map(async (transport) => [transport.name, await isReady(transport, requestId)] as const),
  );
  const supergraph = isLoaded();
  const services = Object.fromEntries(
    answers.map(([name, ready]) => [name, ready ? ('ready' as const) : ('not ready' as const)]),
  );
  return { ready: supergraph && answers.every(([, ready]) => ready), supergraph, services };
}

/** A whole operation over the real transport: it also proves that the service believes the gateway's signature. */
async function isReady(transport: SubgraphTransport, requestId: string): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const given = new AbortController();
  const timer = setTimeout(() => {
    resolve(false);
    given.abort();
  }, probeDeadlineMs);
  const probe = transport
    .call({ kind: 'query', query: '{ __typename }', caller: { kind: 'anonymous' }, requestId, signal: given.signal })
    .then((response) => response.data?.['__typename'] !== undefined && !response.errors?.length)
    .catch(() => false);
  try {
    return await Promise.race([probe, late]);
  } finally {
    clearTimeout(timer);
  }
}
