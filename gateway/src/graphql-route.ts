import type { Caller } from '@guildhall/service-identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { anonymous, type Authenticator } from './authenticate.js';
import type { ExplorerPage } from './explorer.js';
import { methodNotAllowed } from './http-server.js';
import { checkTextNesting } from './limits/check-text-nesting.js';
import { type OperationPolicy, requireTrusted, withPersistedText } from './protocol/persisted-operations.js';
import type { RateLimiter } from './protocol/rate-limits.js';
import { type OperationServing, serveOperation } from './protocol/serve-operation.js';
import type { RequestScope } from './request-scope.js';
import type { GatewayContext } from './subgraph-call.js';
import { serveInScope } from './telemetry/observe-requests.js';
import { startTimings } from './telemetry/request-timings.js';
import { followRequest } from './traffic/request-lifetime.js';
import type { LoadShedder } from './traffic/shed-load.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once the token was verified. */
    caller?: Caller;
  }
}

/** What serves `/graphql`. */
export type GraphqlRouteOptions = {
  readonly serving: OperationServing;
  readonly authenticator: Authenticator;
  readonly shedder: LoadShedder;
  readonly operations: OperationPolicy;
  readonly rateLimiter?: RateLimiter;
  /** Milliseconds a request has from its last byte on. */
  readonly requestDeadlineMs: number;
  /** The explorer, where it is served. */
  readonly explorer?: ExplorerPage;
};

/** Serves operations at `/graphql`; a bad token is refused before the body is even read. */
export function addGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const { serving, authenticator, explorer, shedder, operations, rateLimiter, requestDeadlineMs } = options;
  const contextOf = (request: FastifyRequest, reply: FastifyReply): GatewayContext => {
    const { signal, deadlineAt } = followRequest(reply.raw, requestDeadlineMs);
    return { caller: request.caller ?? anonymous, requestId: request.id, signal, deadlineAt };
  };
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: async (request, reply) => {
      shedder.arrive(reply);
      request.caller = await authenticator.authenticate(request.headers.authorization);
      if (rateLimiter) reply.headers(await rateLimiter.take({ caller: request.caller, address: request.ip }));
    },
    preValidation: (_request, reply, done) => {
      shedder.begin(reply);
      done();
    },
    async handler(request, reply) {
      if (explorer && isPageVisit(request)) return explorer.send(reply);
      putPersistedText(request, operations);
      const source = sourceOf(request);
      checkTextNesting(source);
      requireTrusted(source, operations);
      const scope: RequestScope = {
        requestId: request.id,
        address: request.ip,
        codes: new Set(),
        timings: startTimings(),
      };
      request.scope = scope;
      return serveInScope(scope, reply.elapsedTime, () =>
        serveOperation(serving, { request, reply, scope, context: contextOf(request, reply) }),
      );
    },
  });
  app.options('/graphql', async (_request, reply: FastifyReply) => reply.code(204).header('allow', 'GET, POST').send());
  app.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'TRACE'],
    url: '/graphql',
    onRequest: async () => {
      throw methodNotAllowed('GET, POST');
    },
    handler: async () => undefined,
  });
}

/** Writes the text of the operation that a `documentId` names where the server looks for it: in the body, or in the address. */
function putPersistedText(request: FastifyRequest, operations: OperationPolicy): void {
  const params = request.method === 'GET' ? request.query : request.body;
  if (typeof params !== 'object' || params === null || !('documentId' in params)) return;
  const resolved = withPersistedText({ ...params }, operations);
  if (request.method === 'POST') request.body = resolved;
  else {
    const address = Object.entries(resolved).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    request.raw.url = `/graphql?${new URLSearchParams(address).toString()}`;
  }
}

/** The text of the operation, wherever the method puts it; persisted operations were checked when they were registered. */
function sourceOf(request: FastifyRequest): string {
  const holder = request.method === 'GET' ? request.query : request.body;
  const source: unknown = typeof holder === 'object' && holder !== null && 'query' in holder ? holder.query : undefined;
  return typeof source === 'string' ? source : '';
}

/** A browser opening the address asks for HTML; GraphQL clients never do. */
function isPageVisit(request: FastifyRequest): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}
