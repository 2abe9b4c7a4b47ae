import { beginSpan, isTracing, markFailed, withSpan } from '@guildhall/tracing';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { requestScope, type RequestScope } from '../request-scope.js';
import type { GatewayMetrics } from './metrics.js';
import { totalsByService } from './request-timings.js';

/** Whom a request that is over is told to, and from how many milliseconds on it counts as slow. */
export type RequestObserverOptions = {
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
  readonly slowOperationMs: number;
};

/** Counts each request to the graph when it is over, ends its span, and writes a line when it was slow. */
export function observeRequests(app: FastifyInstance, options: RequestObserverOptions): void {
  app.addHook('onResponse', (request, reply, done) => {
    if (request.routeOptions.url === '/graphql') noteEnd(request, reply, options);
    done();
  });
}

/** Serves one request: within its scope, and in a trace of its own where traces are written. What clients say of traces is not believed. */
export function serveInScope<T>(scope: RequestScope, elapsedMs: number, work: () => T): T {
  if (!isTracing()) return requestScope.run(scope, work);
  const startedAt = performance.now() - elapsedMs;
  const attributes = { 'guildhall.request_id': scope.requestId };
  const span = beginSpan({ name: 'request', kind: 'server', attributes, startedAt }, true);
  scope.span = span;
  return withSpan(span, () => requestScope.run(scope, work));
}

function noteEnd(request: FastifyRequest, reply: FastifyReply, options: RequestObserverOptions): void {
  const { metrics, slowOperationMs } = options;
  const { scope } = request;
  // Nobody has seen the status of an answer that was not taken; 499 is what proxies call it.
  const status = reply.raw.writableFinished ? reply.statusCode : 499;
  const code = request.problemCode ?? scope?.codes.values().next().value ?? 'none';
  const operation = operationLabel(metrics, scope);
  const durationMs = reply.elapsedTime;
  metrics.requests.inc({ operation, status, code });
  metrics.requestSeconds.observe(durationMs / 1_000, operation);
  if (!scope) return;
  if (durationMs >= slowOperationMs) tellSlow(options.logger, scope, durationMs);
  endSpan(scope, operation, status);
}

/** The name under which metrics know the operation of a request. */
export function operationLabel(metrics: GatewayMetrics, scope: RequestScope | undefined): string {
  return scope?.isValid ? metrics.names.label(scope.operationName ?? 'anonymous') : 'none';
}

/** Names and times alone: whoever reads this line need not know what was asked about whom. */
function tellSlow(logger: Logger, { requestId, operationName, timings }: RequestScope, durationMs: number): void {
  const { planMs, calls } = timings;
  logger.warn(
    {
      requestId,
      operation: operationName,
      durationMs: Math.round(durationMs),
      planMs: planMs === undefined ? undefined : Math.round(planMs),
      services: totalsByService(calls),
    },
    'a slow operation',
  );
}

function endSpan({ span, codes }: RequestScope, operation: string, status: number): void {
  if (!span) return;
  span.updateName(`graphql ${operation}`);
  span.setAttributes({ 'graphql.operation.name': operation, 'http.response.status_code': status });
  if (codes.size > 0) span.setAttribute('guildhall.error_codes', [...codes]);
  if (codes.has('INTERNAL_SERVER_ERROR')) markFailed(span, 'INTERNAL_SERVER_ERROR');
  span.end();
}
