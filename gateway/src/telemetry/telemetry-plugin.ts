import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import type { Caller } from '@guildhall/service-identity';
import { requestScope, type RequestScope } from '../request-scope.js';
import type { GatewayContext } from '../subgraph-call.js';
import { describePlan } from './describe-plan.js';
import type { GatewayMetrics } from './metrics.js';
import { operationLabel } from './observe-requests.js';

/** The header by which a client asks for plan and timings; `"extensions": {"plan": true}` in the request does the same. */
export const planHeader = 'x-guildhall-plan';

/** The scope of a token that lets its bearer see plans and timings in production. */
export const operatorScope = 'ops';

/** Answers without being asked of which the actual cost is counted: one in so many, the first included. */
const costSample = 100;

/** Counts what operations cost, and shows plan and timings to whoever asks for them and may see them. */
export function createTelemetryPlugin(
  countCost: CountCost,
  environment: 'development' | 'production',
): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response, contextValue }) {
          const scope = requestScope.getStore();
          if (!scope || response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          countCost(scope, singleResult.data);
          if (!isAsked(request) || !maySee(contextValue.caller, environment)) return;
          singleResult.extensions = { ...singleResult.extensions, ...describeRun(scope) };
        },
      };
    },
  };
}

/** Counts what the answer to a request cost, where its cost is known. */
export type CountCost = (scope: RequestScope, data: unknown) => void;

/** Counts each estimate, and the actual cost of those who ask for it and of a sample. */
export function createCostCounter(metrics: GatewayMetrics): CountCost {
  let answers = 0;
  return (scope, data) => {
    const { cost } = scope;
    if (!cost) return;
    const operation = operationLabel(metrics, scope);
    const isSampled = answers++ % costSample === 0;
    metrics.costEstimated.observe(cost.operation.estimated, operation);
    if ((cost.isAsked || isSampled) && data) metrics.costActual.observe(cost.operation.actualOf(data), operation);
  };
}

function isAsked({ http, extensions }: GraphQLRequest): boolean {
  return http?.headers.get(planHeader) === 'true' || extensions?.['plan'] === true;
}

function maySee(caller: Caller, environment: 'development' | 'production'): boolean {
  return environment === 'development' || ('scopes' in caller && caller.scopes.includes(operatorScope));
}

function describeRun({ requestId, timings }: RequestScope): Readonly<Record<string, unknown>> {
  const { step, planMs, startedAt, calls } = timings;
  return {
    plan: step ? describePlan(step) : null,
    timings: {
      requestId,
      planMs: rounded(planMs ?? 0),
      totalMs: rounded(performance.now() - startedAt),
      calls: calls.map((call) => ({
        ...call,
        startMs: rounded(call.startMs),
        durationMs: rounded(call.durationMs),
      })),
    },
  };
}

/** To a hundredth of a millisecond. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
