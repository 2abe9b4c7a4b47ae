import type { SubgraphResponse } from '@guildhall/subgraph';
import { beginSpan, inSpan, isTracing } from '@guildhall/tracing';
import type { FetchFromSubgraph, SubgraphCall } from '../execution/subgraph-request.js';
import type { PlannedOperation } from '../execution/plan-operation.js';
import { requestScope } from '../request-scope.js';
import type { FailureKind } from '../subgraph-failure.js';
import { SubgraphFailure } from '../subgraph-failure.js';
import { CircuitOpen } from '../traffic/service-breaker.js';
import type { GatewayMetrics } from './metrics.js';
import type { CallOutcome } from './request-timings.js';

/** Sees what is planned and what is asked of services. */
export type ExecutionObserver = {
  /** Takes note of the plan of the request that is being served, and of how long it took to have it. */
  readonly onPlan: (planned: PlannedOperation, startedAt: number) => void;
  /** A way to the services that is timed, counted and traced. */
  observe(fetch: FetchFromSubgraph): FetchFromSubgraph;
};

/** Makes the observer of a gateway's executions. */
export function createExecutionObserver(metrics: GatewayMetrics): ExecutionObserver {
  return {
    onPlan({ step }, startedAt) {
      const planMs = performance.now() - startedAt;
      metrics.planSeconds.observe(planMs / 1_000);
      const timings = requestScope.getStore()?.timings;
      if (timings) {
        timings.planMs = planMs;
        timings.step = step;
      }
      if (isTracing()) beginSpan({ name: 'plan', startedAt }).end();
    },
    observe(fetch) {
      const timed = (call: SubgraphCall): Promise<SubgraphResponse> => timeCall(metrics, fetch, call);
      return (call) => (isTracing() ? inSpan(spanOf(call), () => timed(call)) : timed(call));
    },
  };
}

async function timeCall(
  metrics: GatewayMetrics,
  fetch: FetchFromSubgraph,
  call: SubgraphCall,
): Promise<SubgraphResponse> {
  const startedAt = performance.now();
  let outcome: CallOutcome = 'fault';
  try {
    const response = await fetch(call);
    outcome = response.errors?.length ? 'errors' : 'ok';
    return response;
  } catch (error) {
    outcome = outcomeOf(error);
    throw error;
  } finally {
    const durationMs = performance.now() - startedAt;
    const { service } = call;
    metrics.calls.inc({ service, outcome });
    metrics.callSeconds.observe(durationMs / 1_000, service);
    const timings = requestScope.getStore()?.timings;
    timings?.calls.push({ service, outcome, durationMs, startMs: startedAt - timings.startedAt });
  }
}

const outcomes: Readonly<Record<FailureKind, CallOutcome>> = {
  SUBGRAPH_UNAVAILABLE: 'unavailable',
  DEADLINE_EXCEEDED: 'deadline',
  OVERLOADED: 'overloaded',
  INTERNAL_SERVER_ERROR: 'fault',
};

function outcomeOf(error: unknown): CallOutcome {
  if (!(error instanceof SubgraphFailure)) return 'fault';
  if (error.becauseOf === 'client left') return 'cancelled';
  return error.cause instanceof CircuitOpen ? 'circuit_open' : outcomes[error.kind];
}

function spanOf({ service, kind, context }: SubgraphCall): Parameters<typeof inSpan>[0] {
  return {
    name: `call ${service}`,
    kind: 'client',
    attributes: {
      'guildhall.service': service,
      'graphql.operation.type': kind,
      'guildhall.request_id': context.requestId,
    },
  };
}
