import { identityHeader, type IdentitySigner } from '@guildhall/service-identity';
import { traceparent } from '@guildhall/tracing';
import { errors, Pool } from 'undici';
import type { SubgraphTransport, TransportRequest } from '../subgraph-call.js';
import { SubgraphFailure } from '../subgraph-failure.js';
import { exchange, type Incoming, type Outgoing } from './http-exchange.js';
import { readAnswer } from './read-answer.js';
import { RequestBodies } from './request-body.js';

/** Milliseconds to open a connection; a service in the same network needs a few. */
const connectMs = 2_000;

/** Where a service listens, how much of it is used, and who vouches for our requests; without a signer they carry no identity. */
export type HttpTransportOptions = {
  readonly name: string;
  readonly url: string;
  readonly signer: IdentitySigner | undefined;
  readonly connections: number;
  readonly answerBytesMax: number;
};

/**
 * Reaches a service over HTTP through a pool of connections that are kept alive. Each try carries an identity signed for this service
 * and for these exact bytes, because the receiver takes each identity once.
 */
export function createHttpTransport(options: HttpTransportOptions): SubgraphTransport {
  const { name, signer } = options;
  const { origin, pathname, search } = new URL(options.url);
  const pool = new Pool(origin, {
    connections: options.connections,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: connectMs },
    maxResponseSize: options.answerBytesMax,
  });
  const bodies = new RequestBodies();
  const path = `${pathname}${search}`;
  return {
    name,
    async call(request) {
      const signal = request.signal ?? new AbortController().signal;
      const body = bodies.write(request);
      const { caller, requestId } = request;
      const identity = await signer?.sign({ caller, audience: name, requestId, body });
      if (signal.aborted) throw SubgraphFailure.cancelled(name, signal);
      const answer = await send(name, pool, { path, headers: headersOf(request, identity), body, signal });
      return readIncoming(name, answer);
    },
    stop: () => pool.destroy(),
  };
}

/** The length is written by the client library from the body itself. */
function headersOf({ requestId }: TransportRequest, identity: string | undefined): string[] {
  const headers = ['content-type', 'application/json', 'accept', 'application/json', 'x-request-id', requestId];
  if (identity !== undefined) headers.push(identityHeader, identity);
  const trace = traceparent();
  if (trace !== undefined) headers.push('traceparent', trace);
  return headers;
}

async function send(name: string, pool: Pool, outgoing: Outgoing): Promise<Incoming> {
  try {
    return await exchange(pool, outgoing);
  } catch (cause) {
    if (outgoing.signal.aborted) throw SubgraphFailure.cancelled(name, outgoing.signal);
    // An answer that is too large or no HTTP would be the same the next time.
    const isHopeless = cause instanceof errors.ResponseExceededMaxSizeError || cause instanceof errors.HTTPParserError;
    throw new SubgraphFailure(name, 'SUBGRAPH_UNAVAILABLE', { cause, retryAfterMs: isHopeless ? undefined : 0 });
  }
}

/** Any status but success means that the service did not run the operation for us; its words are for its own log, not for clients. */
function readIncoming(name: string, { status, retryAfter, text }: Incoming): ReturnType<typeof requireAnswer> {
  if (status === 200) return requireAnswer(name, text);
  throw new SubgraphFailure(name, 'SUBGRAPH_UNAVAILABLE', {
    cause: new Error(`HTTP status ${status}`),
    retryAfterMs: status === 503 ? readRetryAfter(retryAfter) : undefined,
  });
}

function requireAnswer(name: string, text: string): NonNullable<ReturnType<typeof readAnswer>> {
  const answer = readAnswer(text);
  if (answer !== undefined) return answer;
  const cause = new Error('the answer is not a GraphQL response');
  throw new SubgraphFailure(name, 'SUBGRAPH_UNAVAILABLE', { cause });
}

/** Milliseconds to wait by RFC 9110 §10.2.3, or nothing when the header is absent or unreadable. */
function readRetryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1_000;
  const at = header.endsWith(' GMT') ? Date.parse(header) : NaN;
  return Number.isNaN(at) ? undefined : Math.max(at - now, 0);
}
