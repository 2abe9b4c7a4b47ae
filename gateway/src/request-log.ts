import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { RequestScope } from './request-scope.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the operation left behind for the log line. */
    scope?: RequestScope;
    /** The code of a refusal outside any operation. */
    problemCode?: string;
  }
}

const probes: ReadonlySet<string> = new Set(['/healthz', '/health', '/readyz', '/metrics']);

/**
 * Writes one line per request when it is over: id, method, route, operation name, status, milliseconds, error codes. Nothing personal
 * reaches it: no address, no URL, no variables, no token, no subject.
 */
export function createRequestLog(logger: Logger): { write(request: FastifyRequest, reply: FastifyReply): void } {
  return {
    write(request, reply) {
      const route = request.routeOptions.url ?? 'none';
      const level = probes.has(route) ? 'debug' : 'info';
      if (!logger.isLevelEnabled(level)) return;
      logger[level](
        {
          requestId: request.id,
          method: request.method,
          route,
          operation: request.scope?.operationName,
          status: reply.statusCode,
          durationMs: Math.round(reply.elapsedTime),
          codes: [...(request.scope?.codes ?? []), ...(request.problemCode === undefined ? [] : [request.problemCode])],
        },
        'request',
      );
    },
  };
}
