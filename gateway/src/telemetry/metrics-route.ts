import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GatewayMetrics } from './metrics.js';
import { createNetworks } from './networks.js';

/** What proxies add. Metrics are read from the gateway itself, so that no proxy of this machine opens them to everybody. */
const traces = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/** Serves `/metrics` to the networks named; to everybody else there is nothing at that address. */
export function addMetricsRoute(app: FastifyInstance, metrics: GatewayMetrics, networks: readonly string[]): void {
  const isListed = createNetworks(networks);
  app.get('/metrics', async (request, reply) => {
    if (cameByProxy(request) || !isListed(request.socket.remoteAddress)) return reply.callNotFound();
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text());
  });
}

function cameByProxy({ headers }: FastifyRequest): boolean {
  return traces.some((name) => headers[name] !== undefined);
}
