import type { Caller } from '@guildhall/service-identity';
import type { GraphQLFormattedError } from 'graphql';

/** One operation for one service, with who asks and under which request id. */
export type SubgraphRequest = {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly caller: Caller;
  readonly requestId: string;
  readonly signal?: AbortSignal;
};

/** The answer of a service, as GraphQL writes it. */
export type SubgraphResponse = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Record<string, unknown>;
};

/** A service that lives in this process and is called without HTTP. */
export interface SubgraphExecutor {
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
}
