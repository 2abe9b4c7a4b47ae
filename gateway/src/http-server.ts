import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { createCors } from './cors.js';
import { refuseOnSocket, refuseTunnel, requestTimeoutMs, toHttpProblem } from './http-errors.js';
import { HttpProblem, malformedRequest, problemBody } from './http-problem.js';
import { parseJsonBody } from './json-body.js';
import { createRequestLog } from './request-log.js';
import { apiHeaders } from './security-headers.js';

const requestIdPattern = /^[A-Za-z0-9-]{8,64}$/;
const hostPattern = /^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?$/;

/**
 * The HTTP layer under the graph: strict JSON bodies up to a limit, a request id on every answer, security headers, the origins
 * allowed to call from a browser, and every refusal written as a GraphQL error. It logs nothing but one line per request.
 */
export function createHttpServer({
  logger,
  corsOrigins,
  bodyBytes,
  trustedProxies,
}: {
  logger: Logger;
  corsOrigins: readonly string[];
  /** Bytes of a request body; nothing beyond is read. */
  bodyBytes: number;
  /** Addresses or networks whose word on where a request came from is believed. */
  trustedProxies: readonly string[];
}): FastifyInstance {
  const app = Fastify({
    // The framework's own log lines hold client addresses and URLs.
    logger: false,
    genReqId: readRequestId,
    trustProxy: [...trustedProxies],
    bodyLimit: bodyBytes,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    requestTimeout: requestTimeoutMs,
    http: { headersTimeout: requestTimeoutMs, connectionsCheckingInterval: 1_000, requireHostHeader: false },
    clientErrorHandler: refuseOnSocket,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  });
  acceptOnlyJson(app);
  app.server.on('connect', (_request, socket) => refuseTunnel(socket));
  app.server.on('checkExpectation', (_request, response) => {
    const requestId = randomUUID();
    const body = problemBody(
      { message: 'Only the expectation 100-continue is known.', code: 'BAD_USER_INPUT' },
      requestId,
    );
    const headers = {
      ...apiHeaders,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
      'x-request-id': requestId,
    };
    response.writeHead(417, headers).end(body);
  });
  beginAndEndRequests(app, { logger, corsOrigins });
  app.setErrorHandler<Error & { code: string }>((error, request, reply) => {
    const { isFault } = sendProblem(error, request, reply);
    if (isFault) logger.error({ requestId: request.id, fault: error.name, code: error.code }, 'a request met a fault');
  });
  app.setNotFoundHandler(() => {
    throw malformedRequest('There is nothing at this address; the graph is at /graphql.', 404);
  });
  return app;
}

/** What happens to every request before and after its route; it waits for nothing, and so it makes no promises. */
function beginAndEndRequests(
  app: FastifyInstance,
  { logger, corsOrigins }: { readonly logger: Logger; readonly corsOrigins: readonly string[] },
): void {
  const applyCors = createCors(corsOrigins);
  const requestLog = createRequestLog(logger);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(apiHeaders).header('x-request-id', request.id);
    checkRequestHead(request);
    applyCors(request, reply);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    requestLog.write(request, reply);
    done();
  });
}

function readRequestId(request: IncomingMessage | { headers: IncomingMessage['headers'] }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
}

function acceptOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (_request: FastifyRequest, body: Buffer, done) => done(null, parseJsonBody(body)),
  );
}

/** Refuses a Host that is no host, and a body in an encoding or character set that would be misread. */
function checkRequestHead({ headers }: FastifyRequest): void {
  if (headers.host === undefined || !hostPattern.test(headers.host))
    throw malformedRequest('The Host header is missing or is not a host.');
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw malformedRequest('Send the body uncompressed.', 415);
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8')
    throw malformedRequest('Send the operation as application/json in UTF-8.', 415);
}

function sendProblem(
  error: Parameters<typeof toHttpProblem>[0],
  request: FastifyRequest,
  reply: FastifyReply,
): { isFault: boolean } {
  const { problem, isFault } = toHttpProblem(error, request.server.initialConfig.bodyLimit ?? 0);
  request.problemCode = problem.code;
  void reply.code(problem.status).headers({
    ...apiHeaders,
    ...problem.headers,
    'x-request-id': request.id,
    'content-type': 'application/json; charset=utf-8',
  });
  void reply.send(problemBody(problem, request.id));
  return { isFault };
}

/** A refusal of a method, with the methods that are served. */
export function methodNotAllowed(allow: string): HttpProblem {
  return new HttpProblem(`Only ${allow} are served here.`, { status: 405, code: 'BAD_USER_INPUT', headers: { allow } });
}
