import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { HttpProblem } from '../http-problem.js';
import type { GatewayContext } from '../subgraph-call.js';
import type { TrustedOperations } from './trusted-operations.js';

/** Which operations run: any, or only those of the trusted list. */
export type OperationPolicy = { readonly accept: 'any' | 'trusted'; readonly trusted: TrustedOperations };

type PersistedQueryOptions = Exclude<
  ApolloServerOptionsWithGateway<GatewayContext>['persistedQueries'],
  false | undefined
>;
type QueryCache = NonNullable<PersistedQueryOptions['cache']>;

/** Apollo Server's names for what it stores. */
const prefix = /^apq:/;

/**
 * Where automatic persisted queries are kept: trusted operations are always known, so that a client may begin with a hash. Where only those
 * run, nothing that clients register is kept.
 */
export function createPersistedQueries({ accept, trusted }: OperationPolicy, store: QueryCache): PersistedQueryOptions {
  return {
    cache: {
      get: async (key) => trusted.textOf(key.replace(prefix, '')) ?? (accept === 'any' ? store.get(key) : undefined),
      set: async (key, text, options) => (accept === 'any' ? store.set(key, text, options) : undefined),
      delete: async (key) => store.delete(key),
    },
  };
}

/**
 * Refuses a text that is not on the list, before it is parsed or validated: throws an HttpProblem with `PERSISTED_OPERATION_REQUIRED` and 403.
 * An empty text comes with a hash, which names trusted operations only.
 */
export function requireTrusted(source: string, { accept, trusted }: OperationPolicy): void {
  if (accept === 'any' || source === '' || trusted.has(source)) return;
  throw new HttpProblem('Only operations that were registered beforehand run here.', {
    status: 403,
    code: 'PERSISTED_OPERATION_REQUIRED',
  });
}

/**
 * The request with the text of the operation that its `documentId` names (GraphQL over HTTP, appendix on persisted documents). Throws an
 * HttpProblem with `PERSISTED_QUERY_NOT_FOUND` and 400 when there is none, and with `BAD_USER_INPUT` when the request has a text of its own.
 */
export function withPersistedText(
  params: Readonly<Record<string, unknown>>,
  { trusted }: OperationPolicy,
): Readonly<Record<string, unknown>> {
  const { documentId, ...rest } = params;
  if (documentId === undefined) return params;
  if (typeof documentId !== 'string' || rest['query'] !== undefined)
    throw new HttpProblem('Send either a documentId, which is a text, or a query.', {
      status: 400,
      code: 'BAD_USER_INPUT',
    });
  const query = trusted.textOf(documentId.replace(/^sha256:/, ''));
  if (query === undefined)
    throw new HttpProblem('No operation is registered under this documentId.', {
      status: 400,
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
  return { ...rest, query };
}
