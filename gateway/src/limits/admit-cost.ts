import type { DocumentNode, GraphQLError } from 'graphql';
import type { RequestScope } from '../request-scope.js';
import type { CostControl } from './cost-control.js';
import type { Variables } from './cost-formula.js';
import { limitError } from './limit-error.js';
import type { OperationLimits } from './operation-limits.js';

/** An operation with the variables of one request. */
export type CostedOperation = {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Variables | undefined;
  /** Whether the client wants to be told. */
  readonly isAsked?: boolean;
};

/** Notes in the scope what an operation costs; gives the refusal when a page is too long or the cost is above the limit. */
export type AdmitCost = (scope: RequestScope | undefined, operation: CostedOperation) => GraphQLError | undefined;

/** Admits operations by what they cost in the supergraph served at the moment. */
export function createCostAdmission(costs: () => CostControl, limits: OperationLimits): AdmitCost {
  return (scope, { document, operationName, variables, isAsked = false }) => {
    const cost = costs().ofOperation(document, operationName, variables);
    if (!cost) return undefined;
    if (scope) scope.cost = { operation: cost, isAsked, services: new Map() };
    const badPage = cost.checkPages(limits.pageSize);
    if (badPage || cost.estimated <= limits.cost) return badPage;
    return limitError(`The operation costs ${cost.estimated}; ${limits.cost} is allowed.`, {
      limit: 'cost',
      allowed: limits.cost,
      found: cost.estimated,
    });
  };
}
