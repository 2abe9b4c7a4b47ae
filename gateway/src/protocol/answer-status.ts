import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../subgraph-call.js';

/** Refusals of an operation, as against refusals of a request or of its sender. */
const refusalsOfOperation: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/** True when the client asks for `application/json` by name and does not know the newer `application/graphql-response+json`. */
export function asksForPlainJson(accept: string | undefined): boolean {
  return accept !== undefined && accept.includes('application/json') && !accept.includes('graphql-response+json');
}

/**
 * GraphQL over HTTP, section 6.4.1: to a client that reads plain JSON a refused operation is an answer and comes with 200, because such a
 * client must not take the word of a proxy for that of the graph. To all others the status is 400.
 */
export const answerStatusPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, source, document, errors }) {
        const { http } = response;
        // Without a source there was no operation; BAD_USER_INPUT without a document speaks of the request around it.
        if (http.status !== 400 || source === undefined || !asksForPlainJson(request.http?.headers.get('accept')))
          return;
        const codes = (errors ?? errorsOf(response.body)).map(({ extensions }) => extensions?.['code']);
        const isOfOperation = codes.every(
          (code) => refusalsOfOperation.has(code) && (code !== 'BAD_USER_INPUT' || document !== undefined),
        );
        if (isOfOperation) http.status = 200;
      },
    };
  },
};

type Body = { readonly kind: string; readonly singleResult?: { readonly errors?: readonly ErrorLike[] } };
type ErrorLike = { readonly extensions?: Readonly<Record<string, unknown>> };

function errorsOf({ singleResult }: Body): readonly ErrorLike[] {
  return singleResult?.errors ?? [];
}
