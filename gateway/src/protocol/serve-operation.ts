import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../subgraph-call.js';

/** Runs the operation of a request and sets status and headers of its answer; resolves to the body. */
export async function serveOperation(
  apollo: ApolloServer<GatewayContext>,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  context: () => GatewayContext,
): Promise<string> {
  const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: toOperationRequest(request),
    context: async () => context(),
  });
  if (body.kind !== 'complete') throw new Error('An answer came in parts, and this gateway gives none.');
  for (const [name, value] of headers) reply.header(name, value);
  reply.code(status ?? 200);
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
