import type { IncomingMessage, ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import type { Caller, IdentitySigner } from '@guildhall/service-identity';
import { pino } from 'pino';
import type { TransportRequest } from '../../src/subgraph-call.js';
import type { GuardedTransport } from '../../src/traffic/guard-transport.js';
import { createSubgraphRoutes } from '../../src/traffic/subgraph-routes.js';
import { defaultTrafficSettings, type TrafficSettings } from '../../src/traffic/traffic-settings.js';
import { serve } from '../test-subgraph-server.js';

/** What a service does with one call; `call` counts from 1. */
export type Behaviour = (exchange: { request: IncomingMessage; response: ServerResponse; call: number }) => unknown;

/** A service that behaves as told, behind everything that guards it. */
export type GuardedService = {
  readonly transport: GuardedTransport;
  readonly calls: () => number;
  readonly logLines: readonly string[];
  ask(changes?: Partial<TransportRequest>): ReturnType<GuardedTransport['call']>;
  stop(): Promise<void>;
};

/** Settings without pauses, so that tests wait for nothing but what they test. */
export const quickSettings: TrafficSettings = {
  ...defaultTrafficSettings,
  retry: { ...defaultTrafficSettings.retry, pauseMs: 0 },
};

/** Somebody who is signed in. */
export function person(subject: string, scopes: readonly string[] = ['graph']): Caller {
  return { kind: 'person', subject, clientId: 'portal', scopes, authenticatedAt: '2026-10-05T09:00:00.000Z' };
}

/** Serves over real HTTP. */
export async function guardService(
  behave: Behaviour,
  settings: Partial<TrafficSettings> = {},
  signer: IdentitySigner | 'unsigned' = 'unsigned',
): Promise<GuardedService> {
  let calls = 0;
  const server = await serve((request, response) => behave({ request, response, call: (calls += 1) }));
  const logLines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logLines.push(String(chunk));
      done();
    },
  });
  const routes = createSubgraphRoutes({
    subgraphs: { places: { kind: 'http', url: server.url } },
    signer,
    settings: { ...quickSettings, ...settings },
    logger: pino({ level: 'debug' }, sink),
    onSend: () => undefined,
  });
  const transport = routes.guarded.get('places');
  if (!transport) throw new Error('the service has a route');
  return {
    transport,
    calls: () => calls,
    logLines,
    ask: (changes) =>
      transport.call({
        kind: 'query',
        query: '{ town }',
        variables: {},
        caller: person('ada'),
        requestId: 'request-1',
        signal: new AbortController().signal,
        ...changes,
      }),
    stop: async () => {
      await routes.stop();
      await server.stop();
    },
  };
}

/** Answers in full. */
export function answerTown(response: ServerResponse, town = 'Oxford'): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { town } }));
}
