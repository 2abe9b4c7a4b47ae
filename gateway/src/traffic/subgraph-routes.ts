import type { IdentitySigner } from '@guildhall/service-identity';
import type { SubgraphExecutor } from '@guildhall/subgraph';
import type { Logger } from 'pino';
import type { SubgraphTransport } from '../subgraph-call.js';
import { guardTransport, type GuardedTransport } from './guard-transport.js';
import { createHttpTransport } from './http-transport.js';
import { createLocalTransport } from './local-transport.js';
import type { TrafficSettings } from './traffic-settings.js';

/** How the gateway reaches one service: in this process, or at the address of its GraphQL endpoint. */
export type SubgraphRoute =
  | { readonly kind: 'local'; readonly executor: SubgraphExecutor }
  | { readonly kind: 'http'; readonly url: string };

/** What routes to services are made of. */
export type RouteOptions = {
  /** By the name each service has in the supergraph. */
  readonly subgraphs: Readonly<Record<string, SubgraphRoute>>;
  /** Vouches for requests to services over HTTP; required when there is one. Only services that ask for no identity are `unsigned`. */
  readonly signer?: IdentitySigner | 'unsigned';
  readonly settings: TrafficSettings;
  readonly logger: Logger;
  /** Told of each request that is sent to a service on behalf of an operation. */
  readonly onSend: (service: string) => void;
};

/** Every service twice: guarded for operations, and bare for health probes, which must see the service and not the guard. */
export type SubgraphRoutes = {
  readonly guarded: ReadonlyMap<string, GuardedTransport>;
  readonly bare: ReadonlyMap<string, SubgraphTransport>;
  stop(): Promise<void>;
};

/** Opens the ways to all services. Throws when one is reached over HTTP and nobody vouches for the requests. */
export function createSubgraphRoutes(options: RouteOptions): SubgraphRoutes {
  const { settings, logger, onSend } = options;
  const bare = new Map(
    Object.entries(options.subgraphs).map(([name, route]) => [name, createTransport(name, route, options)]),
  );
  const onBreaker: Parameters<typeof guardTransport>[1]['onBreaker'] = (service, state) =>
    logger[state === 'open' ? 'warn' : 'info']({ service, state }, 'the circuit of a service changed');
  const guarded = new Map(
    [...bare].map(([name, transport]) => [name, guardTransport(tellSent(transport, onSend), { settings, onBreaker })]),
  );
  return {
    guarded,
    bare,
    stop: async () => {
      for (const transport of bare.values()) await transport.stop?.();
    },
  };
}

function tellSent(transport: SubgraphTransport, onSend: RouteOptions['onSend']): SubgraphTransport {
  const { name } = transport;
  return {
    name,
    call(request) {
      onSend(name);
      return transport.call(request);
    },
  };
}

function createTransport(name: string, route: SubgraphRoute, { signer, settings }: RouteOptions): SubgraphTransport {
  if (route.kind === 'local') return createLocalTransport(name, route.executor);
  if (!signer) throw new Error(`The service "${name}" is reached over HTTP, which needs a signer.`);
  return createHttpTransport({
    name,
    url: route.url,
    signer: signer === 'unsigned' ? undefined : signer,
    connections: settings.subgraphConcurrency,
    answerBytesMax: settings.answerBytesMax,
  });
}
