import { Writable } from 'node:stream';
import { pino } from 'pino';
import { startGateway, type GatewayOptions, type RunningGateway } from '../src/start-gateway.js';
import { executorOf, peopleSchema, placesSchema, testSupergraph } from './test-graph.js';
import { createTestIssuer } from './test-tokens.js';

/** A gateway listening on a free port, what it logged, and a way to ask it. */
export type TestGateway = RunningGateway & {
  readonly issuer: Awaited<ReturnType<typeof createTestIssuer>>;
  readonly logLines: readonly string[];
  ask(
    query: string,
    options?: { headers?: Record<string, string>; variables?: Record<string, unknown> },
  ): Promise<Answer>;
};

/** One HTTP answer, with its body both as text and parsed. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: GraphqlBody;
};

type GraphqlBody = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: Record<string, unknown>;
  }[];
  readonly extensions?: unknown;
};

/** Starts a real gateway over the two test services; any option can be replaced. */
export async function startTestGateway(changes: Partial<GatewayOptions> = {}): Promise<TestGateway> {
  const issuer = await createTestIssuer();
  const logLines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logLines.push(String(chunk));
      done();
    },
  });
  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl: testSupergraph,
    subgraphs: {
      people: { kind: 'local', executor: executorOf(peopleSchema) },
      places: { kind: 'local', executor: executorOf(placesSchema) },
    },
    auth: issuer.auth,
    environment: 'production',
    logger: pino({ level: 'debug' }, sink),
    corsOrigins: ['https://portal.test'],
    clock: { now: () => new Date() },
    ...changes,
  });
  return { ...gateway, issuer, logLines, ask: (query, options) => ask(gateway.url, { query, ...options }) };
}

async function ask(
  url: string,
  {
    query,
    variables,
    headers,
  }: { query: string; variables?: Record<string, unknown>; headers?: Record<string, string> },
): Promise<Answer> {
  return readAnswer(
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    }),
  );
}

/** Reads a response whose body is JSON. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}
