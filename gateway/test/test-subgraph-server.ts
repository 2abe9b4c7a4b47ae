import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createIdentitySigner,
  createIdentityVerifier,
  generateKeyPairPem,
  identityHeader,
  type IdentitySigner,
} from '@guildhall/service-identity';
import type { GraphQLSchema } from 'graphql';
import { executeOn } from './test-graph.js';

/** One request as a service received it. */
export type Seen = {
  readonly identity: string | undefined;
  readonly body: string;
  readonly requestId: string | undefined;
  readonly verdict: string;
};

/** A service over HTTP that believes only the gateway's signature. */
export type TestSubgraphServer = {
  readonly url: string;
  readonly seen: Seen[];
  readonly connections: () => number;
  stop(): Promise<void>;
};

/** Keys shared by one test file: the gateway's signer, and the public half the services trust. */
export async function createTestSigner(): Promise<{ signer: IdentitySigner; publicKey: string }> {
  const { privateKey, publicKey } = await generateKeyPairPem();
  const clock = () => new Date();
  return { signer: await createIdentitySigner({ issuer: 'gateway', privateKey, clock }), publicKey };
}

/** Serves a schema over HTTP, verifying each request's identity against its exact body. */
export async function serveSubgraph(
  name: string,
  schema: GraphQLSchema,
  publicKey: string,
): Promise<TestSubgraphServer> {
  const verifier = await createIdentityVerifier({
    audience: name,
    trusted: { gateway: publicKey },
    clock: () => new Date(),
  });
  const seen: Seen[] = [];
  return serve(async (request, response) => {
    const body = await readBody(request);
    const identity = headerOf(request, identityHeader);
    const verdict = await verifier.verify(identity, body);
    seen.push({
      identity,
      body,
      requestId: headerOf(request, 'x-request-id'),
      verdict: verdict.ok ? 'ok' : verdict.reason,
    });
    if (!verdict.ok) return void response.writeHead(401).end('{"errors":[{"message":"refused"}]}');
    const { query, variables, operationName } = JSON.parse(body);
    const result = await executeOn(schema, {
      query,
      variables,
      operationName,
      caller: verdict.caller,
      requestId: verdict.requestId,
    });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
  }, seen);
}

/** Serves whatever a handler does, for services that misbehave. */
export function serve(
  handler: (request: IncomingMessage, response: ServerResponse) => unknown,
  seen: Seen[] = [],
): Promise<TestSubgraphServer> {
  const server = createServer((request, response) => void handler(request, response));
  let connections = 0;
  server.on('connection', () => (connections += 1));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({ url: `http://127.0.0.1:${port}/graphql`, seen, connections: () => connections, stop });
    });
  });
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
