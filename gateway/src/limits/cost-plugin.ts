import type { ApolloServerPlugin } from '@apollo/server';
import { requestScope } from '../request-scope.js';
import type { GatewayContext } from '../subgraph-call.js';
import type { CostControl } from './cost-control.js';
import { costExtension } from './cost-record.js';
import { limitError } from './limit-error.js';
import type { OperationLimits } from './operation-limits.js';

/** The header by which a client asks what its operation costs; `"extensions": {"cost": true}` in the request does the same. */
export const costHeader = 'x-guildhall-cost';

/**
 * Refuses an operation whose pages are too long or whose estimate is above the limit before anything is planned, and tells the cost to
 * clients that ask for it.
 */
export function createCostPlugin(
  costs: () => CostControl,
  limits: OperationLimits,
): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operationName, request }) {
          const cost = costs().ofOperation(document, operationName, request.variables);
          if (!cost) return;
          const isAsked = request.http?.headers.get(costHeader) === 'true' || request.extensions?.['cost'] === true;
          const scope = requestScope.getStore();
          if (scope) scope.cost = { operation: cost, isAsked, services: new Map() };
          const badPage = cost.checkPages(limits.pageSize);
          if (badPage) throw badPage;
          if (cost.estimated > limits.cost)
            throw limitError(`The operation costs ${cost.estimated}; ${limits.cost} is allowed.`, {
              limit: 'cost',
              allowed: limits.cost,
              found: cost.estimated,
            });
        },
        async willSendResponse({ response }) {
          const record = requestScope.getStore()?.cost;
          if (!record?.isAsked || response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          const cost = costExtension(record, singleResult.data, limits.cost);
          singleResult.extensions = { ...singleResult.extensions, cost };
        },
      };
    },
  };
}
