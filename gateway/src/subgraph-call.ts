import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Caller } from '@guildhall/service-identity';
import type { SubgraphRequest, SubgraphResponse } from '@guildhall/subgraph';
import { failureErrors, SubgraphFailure } from './subgraph-failure.js';

/** What travels with an operation from the edge to every service it touches. */
export type GatewayContext = {
  readonly caller: Caller;
  readonly requestId: string;
  /** Aborts when the client has left or the request's deadline has passed. */
  readonly signal: AbortSignal;
  /** When the request's deadline passes, in milliseconds on the clock of `performance.now()`. */
  readonly deadlineAt?: number;
};

/** One operation for one service. Only a query may be sent twice, shared between those who ask the same, or given up by its client. */
export type TransportRequest = SubgraphRequest & {
  readonly kind: 'query' | 'mutation';
  readonly deadlineAt?: number;
};

/** One service as the gateway reaches it: it answers an operation or throws a SubgraphFailure, and ends at once when the signal aborts. */
export type SubgraphTransport = {
  readonly name: string;
  call(request: TransportRequest): Promise<SubgraphResponse>;
  /** Closes what connections there are. */
  stop?(): Promise<void>;
};

type ProcessOptions = GraphQLDataSourceProcessOptions<GatewayContext>;
type ProcessResult = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>;

/**
 * Puts a transport behind the interface of @apollo/gateway. A failure becomes errors with paths, so that the rest of the answer
 * stands and the client knows which fields are missing.
 */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #transport: SubgraphTransport;
  readonly #onFailure: (failure: SubgraphFailure, requestId: string) => void;

  constructor(transport: SubgraphTransport, onFailure: (failure: SubgraphFailure, requestId: string) => void) {
    this.#transport = transport;
    this.#onFailure = onFailure;
  }

  async process(options: ProcessOptions): Promise<ProcessResult> {
    const request = toSubgraphRequest(options);
    try {
      const response = await this.#transport.call(request);
      return { data: response.data, errors: response.errors && [...response.errors] };
    } catch (error) {
      const failure = SubgraphFailure.from(this.#transport.name, error);
      this.#onFailure(failure, request.requestId);
      return { data: null, errors: failureErrors(failure, request) };
    }
  }
}

/** The other kinds of call, polling and schema loading, belong to ways of running the library that this gateway does not use. */
function toSubgraphRequest(options: ProcessOptions): TransportRequest {
  if (!('incomingRequestContext' in options)) throw new Error('A service is only ever asked on behalf of a request.');
  const { request, context } = options;
  return {
    query: request.query ?? '',
    variables: request.variables,
    operationName: request.operationName,
    caller: context.caller,
    requestId: context.requestId,
    kind: request.query?.startsWith('mutation') ? 'mutation' : 'query',
    signal: context.signal,
    deadlineAt: context.deadlineAt,
  };
}
