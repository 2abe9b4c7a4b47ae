import type { SubgraphResponse } from '@guildhall/subgraph';
import type { Logger } from 'pino';
import type { GatewayContext, SubgraphTransport } from '../subgraph-call.js';
import { SubgraphFailure } from '../subgraph-failure.js';
import { CircuitOpen } from './service-breaker.js';

/** One operation for one service on behalf of a request. */
type Call = {
  readonly service: string;
  readonly query: string;
  readonly operationName?: string;
  readonly kind: 'query' | 'mutation';
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
};

/**
 * The executor's way to the services. It rejects with a SubgraphFailure and nothing else, and writes one line for each failure that
 * somebody waited for. Each caller gets an answer of its own: the executor builds its result in it.
 */
export function createSubgraphFetch(
  transports: ReadonlyMap<string, SubgraphTransport>,
  logger: Logger,
): (call: Call) => Promise<SubgraphResponse> {
  return async ({ service, query, operationName, kind, variables, context }) => {
    const { caller, requestId, signal, deadlineAt } = context;
    try {
      const transport = transports.get(service);
      if (transport === undefined) throw new Error('The plan names a service that this gateway cannot reach.');
      return await transport.call({ query, operationName, kind, variables, caller, requestId, signal, deadlineAt });
    } catch (error) {
      const failure = SubgraphFailure.from(service, error);
      logFailure(logger, failure, requestId);
      throw failure;
    }
  };
}

/** Tells the operator once per failure; what a circuit refuses was told when it opened, and who left waits for nothing. */
function logFailure(logger: Logger, failure: SubgraphFailure, requestId: string): void {
  const isQuiet = failure.cause instanceof CircuitOpen || failure.becauseOf === 'client left';
  logger[isQuiet ? 'debug' : 'warn'](
    { requestId, service: failure.service, code: failure.kind, reason: reasonOf(failure.cause) },
    'a service gave no answer',
  );
}

/** Names the kind of failure for the operator: error classes and system codes, never text that may hold what people wrote. */
function reasonOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  const isOurs = cause.name === 'Cancelled' || cause.message.startsWith('HTTP status');
  return isOurs ? cause.message : cause.name;
}
