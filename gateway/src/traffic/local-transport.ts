import type { SubgraphExecutor, SubgraphResponse } from '@guildhall/subgraph';
import type { SubgraphTransport } from '../subgraph-call.js';
import { SubgraphFailure } from '../subgraph-failure.js';

/** Reaches a service inside this process. It is told to stop when the signal aborts, and the client is answered then even if it does not. */
export function createLocalTransport(name: string, executor: SubgraphExecutor): SubgraphTransport {
  return {
    name,
    call(request) {
      const { query, variables, operationName, caller, requestId, signal } = request;
      const answer = executor.execute({ query, variables, operationName, caller, requestId, signal });
      return signal === undefined ? answer : untilAborted(name, answer, signal);
    },
  };
}

function untilAborted(name: string, answer: Promise<SubgraphResponse>, signal: AbortSignal): Promise<SubgraphResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<SubgraphResponse>();
  const leave = (): void => reject(SubgraphFailure.cancelled(name, signal));
  signal.addEventListener('abort', leave, { once: true });
  answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  return promise;
}
