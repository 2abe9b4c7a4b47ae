import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { GatewayContext } from '../subgraph-call.js';
import { type ProvenServing, type ServedRequest, serveProven } from './serve-proven.js';

/** What answers operations. */
export type OperationServing = ProvenServing & { readonly apollo: ApolloServer<GatewayContext> };

/** Runs the operation of a request and sets status and headers of its answer; resolves to the body. */
export async function serveOperation(serving: OperationServing, served: ServedRequest): Promise<string> {
  const answer = await serveProven(serving, served);
  if (answer?.kind === 'body') return answer.body;
  const { request, reply, context } = served;
  const { headers, body, status } = await serving.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: toOperationRequest(request),
    // An operation that ran already must not run again: it may have been a mutation.
    context: async () => (answer ? { ...context, finished: answer.result } : context),
  });
  if (body.kind !== 'complete') throw new Error('An answer came in parts, and this gateway gives none.');
  for (const [name, value] of headers) reply.header(name, value);
  reply.code(status ?? 200);
  const type = headers.get('content-type');
  if (request.method === 'POST' && reply.statusCode === 200 && type !== undefined)
    serving.types.note(request.headers, type);
  return body.string;
}

/** Only the operation of a GET stands in its address, so that no other address is taken apart. */
function toOperationRequest({ method, headers, body, url }: FastifyRequest): HTTPGraphQLRequest {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value) map.set(name, typeof value === 'string' ? value : value.join(', '));
  }
  return { method, headers: map, body, search: method === 'GET' ? new URL(url, 'http://gateway').search : '' };
}
