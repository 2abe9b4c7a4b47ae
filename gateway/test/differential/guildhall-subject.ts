import { createExecutor } from '../../src/execution/create-executor.js';
import type { GatewayContext } from '../../src/subgraph-call.js';
import { toAnswer } from './reference.js';
import type { MakeSubject } from './run-operation.js';
import type { Occasion } from './service-server.js';

/** The gateway's own executor over the services of a graph. */
export const guildhallSubject: MakeSubject = async (graph, callService) => {
  const occasions = new WeakMap<GatewayContext, Occasion>();
  const occasionOf = (context: GatewayContext): Occasion => {
    const occasion = occasions.get(context);
    if (!occasion) throw new Error('The context of the request was lost.');
    return occasion;
  };
  const executor = createExecutor({
    supergraphSdl: graph.supergraphSdl,
    fetch: async ({ service, query, operationName, variables, context }) =>
      callService(service, { query, operationName, variables, occasion: occasionOf(context) }),
    overrideLabels: (label, context) => occasionOf(context).labels.has(label),
  });
  return {
    answer: async ({ document, operationName, variables }, occasion) => {
      const { signal } = new AbortController();
      const context: GatewayContext = { caller: { kind: 'anonymous' }, requestId: 'differential', signal };
      occasions.set(context, occasion);
      const key = `${operationName ?? ''} ${document.loc?.source.body ?? ''}`;
      const { data, errors } = await executor.execute({ document, operationName, variables, context, key });
      return toAnswer({ data, errors });
    },
  };
};
