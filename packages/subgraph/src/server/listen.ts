import { isFromOwner, parseEnvelopes, type ReceivedEvent } from '@guildhall/events';
import { identityHeader, type IdentityVerifier } from '@guildhall/service-identity';
import { continueTrace } from '@guildhall/tracing';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SubgraphExecutor } from './create-executor.js';

/** A service as its HTTP port sees it. */
export type HttpService = SubgraphExecutor & {
  receive(events: readonly ReceivedEvent[]): Promise<void>;
  isReady(): Promise<boolean>;
};

/** Where to listen and whom to believe. */
export type ListenOptions = { readonly host: string; readonly port: number; readonly verifier: IdentityVerifier };

const operationSchema = z.strictObject({
  query: z.string().min(1),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z.unknown().optional(),
});

/** The issuer name of the gateway's signing key. */
export const gatewayIssuer = 'gateway';

const bodyLimitBytes = 4 * 1024 * 1024;

/**
 * Serves a subgraph over HTTP to callers that prove who they are: the gateway for operations, other services for
 * events. Anybody else gets 401 and nothing more.
 */
export async function listen(
  service: HttpService,
  { host, port, verifier }: ListenOptions,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const app = Fastify({ logger: false, bodyLimit: bodyLimitBytes });
  app.removeAllContentTypeParsers();
  // The identity is bound to the exact bytes, so the body stays text until the signature is checked.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const isCallersFault = error.statusCode !== undefined && error.statusCode < 500;
    return refuse(
      reply,
      isCallersFault ? (error.statusCode ?? 400) : 500,
      isCallersFault ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR',
    );
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'BAD_USER_INPUT'));
  addHealth(app, service);
  app.post('/graphql', async (request, reply) => {
    const verified = await verifier.verify(identityOf(request), bodyOf(request));
    // Only the gateway vouches for people and machines; another service's key must not open this door.
    const isGateway = verified.ok && verified.issuer === gatewayIssuer && verified.caller.kind !== 'service';
    if (!isGateway) return refuse(reply, 401, 'UNAUTHENTICATED');
    const operation = operationSchema.safeParse(parseJson(bodyOf(request)));
    if (!operation.success) return refuse(reply, 400, 'BAD_USER_INPUT');
    const { query, variables, operationName } = operation.data;
    const { caller, requestId } = verified;
    const signal = untilClosed(reply);
    return continueTrace(traceparentOf(request), () =>
      service.execute({
        query,
        variables: variables ?? {},
        operationName: operationName ?? undefined,
        caller,
        requestId,
        signal,
      }),
    );
  });
  app.post('/events', async (request, reply) => {
    const verified = await verifier.verify(identityOf(request), bodyOf(request));
    if (!verified.ok || verified.caller.kind !== 'service') return refuse(reply, 401, 'UNAUTHENTICATED');
    const { service: sender } = verified.caller;
    const events = readEvents(bodyOf(request));
    // A service speaks for itself alone: its key, the source and the owner of every event's stream must be the same.
    const isOwn = verified.issuer === sender && events?.every((event) => event.source === sender && isFromOwner(event));
    if (events === undefined || !isOwn) return refuse(reply, 400, 'BAD_USER_INPUT');
    await service.receive(events);
    return reply.code(204).send();
  });
  await app.listen({ host, port });
  const address = app.server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : port, stop: () => app.close() };
}

/** Aborts when the gateway closes the connection before it has the answer: it gave the operation up. */
function untilClosed(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

function addHealth(app: FastifyInstance, service: HttpService): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const isReady = await service.isReady();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
}

function identityOf(request: FastifyRequest): string | undefined {
  const header = request.headers[identityHeader];
  return typeof header === 'string' ? header : undefined;
}

/** Only the gateway's is read: it comes with an identity that was verified. */
function traceparentOf(request: FastifyRequest): string | undefined {
  const { traceparent } = request.headers;
  return typeof traceparent === 'string' ? traceparent : undefined;
}

function bodyOf(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}

function readEvents(body: string): readonly ReceivedEvent[] | undefined {
  try {
    return parseEnvelopes(parseJson(body));
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(reply: FastifyReply, status: number, code: string): FastifyReply {
  const message = status === 401 ? 'This address answers the platform only.' : 'The request could not be read.';
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}
