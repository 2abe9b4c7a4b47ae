import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem.js';

const allowedRequestHeaders = 'authorization, content-type, x-request-id, apollo-require-preflight, x-guildhall-cost';

/**
 * Answers pages of the listed origins, exactly spelt, and no others. Cookies play no part: identity is a bearer token only, so
 * credentials are never allowed. A preflight from elsewhere is refused with FORBIDDEN.
 */
export function createCors(origins: readonly string[]) {
  const listed = new Set(origins);
  return (request: FastifyRequest, reply: FastifyReply): void => {
    reply.header('vary', 'origin');
    const origin = request.headers.origin;
    const isListed = origin !== undefined && listed.has(origin);
    if (isListed) {
      reply.header('access-control-allow-origin', origin);
      reply.header('access-control-expose-headers', 'x-request-id, retry-after, ratelimit, ratelimit-policy');
    }
    if (!isPreflight(request)) return;
    if (!isListed)
      throw new HttpProblem('This origin may not use the graph from a browser.', { status: 403, code: 'FORBIDDEN' });
    reply.header('access-control-allow-methods', 'GET, POST');
    reply.header('access-control-allow-headers', allowedRequestHeaders);
    reply.header('access-control-max-age', '600');
  };
}

function isPreflight(request: FastifyRequest): boolean {
  return request.method === 'OPTIONS' && request.headers.origin !== undefined;
}
