import type { Caller } from '@guildhall/service-identity';
import type { SubgraphRequest, SubgraphResponse } from '@guildhall/subgraph';
import type { RunOperation } from './access/guard-gateway.js';
import type { AnswerParts } from './caching/answer-parts.js';

/** What travels with an operation from the edge to every service it touches. */
export type GatewayContext = {
  readonly caller: Caller;
  readonly requestId: string;
  /** Aborts when the client has left or the request's deadline has passed. */
  readonly signal: AbortSignal;
  /** When the request's deadline passes, in milliseconds on the clock of `performance.now()`. */
  readonly deadlineAt?: number;
  /** What the operation gave already; only its answer is to be made. */
  readonly finished?: Awaited<ReturnType<RunOperation>>;
  /** Notes what the answer is made of, where that decides how long it may be kept. */
  readonly parts?: AnswerParts;
};

/** The context of a request as our route made it; Apollo Server's gateway interface types it as anything. */
export function gatewayContextOf(context: object): GatewayContext {
  if (!isGatewayContext(context)) throw new Error('A request came without the context of the route.');
  return context;
}

function isGatewayContext(context: object): context is GatewayContext {
  return 'caller' in context && 'requestId' in context && 'signal' in context;
}

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
