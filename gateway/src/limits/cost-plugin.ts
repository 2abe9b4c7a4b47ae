import type { ApolloServerPlugin } from '@apollo/server';
import { requestScope } from '../request-scope.js';
import type { GatewayContext } from '../subgraph-call.js';
import type { AdmitCost } from './admit-cost.js';
import { costExtension } from './cost-record.js';

/** The header by which a client asks what its operation costs; `"extensions": {"cost": true}` in the request does the same. */
export const costHeader = 'x-guildhall-cost';

/**
 * Refuses an operation whose pages are too long or whose estimate is above the limit before anything is planned, and tells the cost to
 * clients that ask for it.
 */
export function createCostPlugin(admit: AdmitCost, costMax: number): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operationName, request }) {
          const { variables } = request;
          const isAsked = request.http?.headers.get(costHeader) === 'true' || request.extensions?.['cost'] === true;
          const refusal = admit(requestScope.getStore(), { document, operationName, variables, isAsked });
          if (refusal) throw refusal;
        },
        async willSendResponse({ response }) {
          const record = requestScope.getStore()?.cost;
          if (!record?.isAsked || response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          const cost = costExtension(record, singleResult.data, costMax);
          singleResult.extensions = { ...singleResult.extensions, cost };
        },
      };
    },
  };
}
