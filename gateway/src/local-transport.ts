import type { SubgraphExecutor } from '@guildhall/subgraph';
import { subgraphDeadlineMs, type SubgraphTransport } from './subgraph-call.js';
import { SubgraphFailure } from './subgraph-failure.js';

/** Reaches a service inside this process. It is told to stop at the deadline, and the client is answered then even if it does not. */
export function createLocalTransport(
  name: string,
  executor: SubgraphExecutor,
  deadlineMs = subgraphDeadlineMs,
): SubgraphTransport {
  return {
    name,
    async call(request) {
      const deadline = new AbortController();
      const { promise: expired, reject } = Promise.withResolvers<never>();
      const timer = setTimeout(() => {
        deadline.abort();
        reject(new SubgraphFailure(name, 'DEADLINE_EXCEEDED'));
      }, deadlineMs);
      try {
        return await Promise.race([executor.execute({ ...request, signal: deadline.signal }), expired]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
