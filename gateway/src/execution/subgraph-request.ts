import type { SubgraphResponse } from '@guildhall/subgraph';
import type { GatewayContext } from '../subgraph-call.js';

/** What a service is asked: one operation in names the gateway owns. */
export type SubgraphCall = {
  readonly service: string;
  /** The same string for every request with the same plan, so that it may be cached by identity. */
  readonly query: string;
  readonly operationName?: string;
  readonly kind: 'query' | 'mutation';
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
};

/**
 * Asks a service. Rejects with nothing but a SubgraphFailure. The data of the answer is given away: the executor changes it while it puts
 * the whole together, so an answer that is shared or kept must be copied for each taker.
 */
export type FetchFromSubgraph = (call: SubgraphCall) => Promise<SubgraphResponse>;
