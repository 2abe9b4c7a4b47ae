import { identityHeader, type IdentitySigner } from '@guildhall/service-identity';
import { z } from 'zod';
import { subgraphDeadlineMs, type SubgraphTransport } from './subgraph-call.js';
import type { SubgraphRequest, SubgraphResponse } from '@guildhall/subgraph';
import { SubgraphFailure } from './subgraph-failure.js';

/** Where a service listens, and who vouches for our requests to it; without a signer they carry no identity. */
export type HttpTransportOptions = {
  readonly name: string;
  readonly url: string;
  readonly signer: IdentitySigner | undefined;
  readonly deadlineMs?: number;
};

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
});

/**
 * Reaches a service over HTTP, with connections kept alive. Each request carries an identity signed for this service and for these
 * exact bytes, so it is signed last; nothing is sent twice, because the receiver takes each identity once.
 */
export function createHttpTransport({
  name,
  url,
  signer,
  deadlineMs = subgraphDeadlineMs,
}: HttpTransportOptions): SubgraphTransport {
  return {
    name,
    async call(request) {
      const body = JSON.stringify({
        query: request.query,
        variables: request.variables,
        operationName: request.operationName,
      });
      const identity = await signer?.sign({
        caller: request.caller,
        audience: name,
        requestId: request.requestId,
        body,
      });
      const signal = AbortSignal.timeout(deadlineMs);
      const response = await send(url, { body, identity, request, signal }).catch((error: unknown) => {
        throw signal.aborted
          ? new SubgraphFailure(name, 'DEADLINE_EXCEEDED')
          : new SubgraphFailure(name, 'SUBGRAPH_UNAVAILABLE', { cause: error });
      });
      return readAnswer(name, response);
    },
  };
}

type Sending = {
  readonly body: string;
  readonly identity: string | undefined;
  readonly request: SubgraphRequest;
  readonly signal: AbortSignal;
};
type Received = { readonly status: number; readonly text: string };

async function send(url: string, { body, identity, request, signal }: Sending): Promise<Received> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    signal,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-request-id': request.requestId,
      ...(identity === undefined ? {} : { [identityHeader]: identity }),
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** Any status but success means that the service did not run the operation for us; its words are for its own log, not for clients. */
function readAnswer(name: string, { status, text }: Received): SubgraphResponse {
  if (status !== 200)
    throw new SubgraphFailure(name, 'SUBGRAPH_UNAVAILABLE', { cause: new Error(`HTTP status ${status}`) });
  const parsed = answer.safeParse(parseJson(text));
  if (!parsed.success)
    throw new SubgraphFailure(name, 'SUBGRAPH_UNAVAILABLE', {
      cause: new Error('the answer is not a GraphQL response'),
    });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
