import type { GatewayOptions } from '../../src/start-gateway.js';
import { type Answer, startTestGateway, type TestGateway } from '../test-gateway.js';
import { composeCacheGraph, createCacheGraph } from './cache-graph.js';

/** A gateway over the services of the cache tests, with a clock that is set by hand. */
export type CacheGateway = TestGateway &
  ReturnType<typeof createCacheGraph> & {
    /** Lets time pass. */
    pass(seconds: number): void;
    /** Asks as somebody, or as nobody. */
    askAs(subject: string | undefined, query: string, variables?: Record<string, unknown>): Promise<Answer>;
    /** How often a service was asked since the last time this was asked. */
    calls(service: string): number;
  };

/** Starts one; several may share services by `graph`. */
export async function startCacheGateway(
  changes: Partial<GatewayOptions> = {},
  graph: ReturnType<typeof createCacheGraph> = createCacheGraph(),
): Promise<CacheGateway> {
  let offsetMs = 0;
  let counted = 0;
  const startedAt = Date.now();
  const gateway = await startTestGateway({
    supergraphSdl: composeCacheGraph(),
    subgraphs: graph.subgraphs,
    clock: { now: () => new Date(startedAt + offsetMs) },
    ...changes,
  });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (subject: string): Promise<string> => {
    const token = tokens.get(subject) ?? gateway.issuer.token({ claims: { sub: subject }, expiresIn: 3_600 });
    tokens.set(subject, token);
    return token;
  };
  return {
    ...gateway,
    ...graph,
    pass: (seconds) => void (offsetMs += seconds * 1_000),
    async askAs(subject, query, variables) {
      const headers = subject === undefined ? undefined : { authorization: `Bearer ${await tokenOf(subject)}` };
      return gateway.ask(query, { headers, variables });
    },
    calls(service) {
      const fresh = graph.seen.slice(counted);
      counted = graph.seen.length;
      return fresh.filter((call) => call.service === service).length;
    },
  };
}
