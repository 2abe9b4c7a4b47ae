import { setTimeout as sleep } from 'node:timers/promises';
import type { SubgraphResponse } from '@guildhall/subgraph';
import type { SubgraphTransport, TransportRequest } from '../subgraph-call.js';
import { SubgraphFailure } from '../subgraph-failure.js';
import { CallScope } from './call-scope.js';
import { ConcurrencyGate } from './concurrency-gate.js';
import { RetryBudget } from './retry-budget.js';
import { ServiceBreaker, type BreakerState } from './service-breaker.js';
import { SharedCalls, type StartedCall } from './shared-calls.js';
import type { TrafficSettings } from './traffic-settings.js';

/** Who is told about a circuit that opens or closes. */
export type GuardOptions = {
  readonly settings: TrafficSettings;
  readonly onBreaker?: (service: string, state: BreakerState) => void;
  /** Milliseconds that only grow; the process's own unless given. */
  readonly now?: () => number;
  /** From 0 to 1. */
  readonly random?: () => number;
};

/** A guarded service, with what there is to see of it. */
export type GuardedTransport = SubgraphTransport & {
  readonly breaker: () => BreakerState;
  readonly load: () => { readonly inside: number; readonly waiting: number };
};

type Guard = {
  readonly transport: SubgraphTransport;
  readonly settings: TrafficSettings;
  readonly gate: ConcurrencyGate;
  readonly breaker: ServiceBreaker;
  readonly budget: RetryBudget;
  readonly random: () => number;
};

/**
 * Puts a service behind its deadline, retries within a budget, a circuit breaker, a bound on calls at once and the sharing of identical
 * queries under way. Every way in which it gives no answer is a SubgraphFailure.
 */
export function guardTransport(transport: SubgraphTransport, options: GuardOptions): GuardedTransport {
  const { settings, onBreaker, now = () => performance.now(), random = Math.random } = options;
  const { name } = transport;
  const guard: Guard = {
    transport,
    settings,
    gate: new ConcurrencyGate(settings.subgraphConcurrency, settings.subgraphQueue),
    breaker: new ServiceBreaker(name, settings.breaker, (state) => onBreaker?.(name, state)),
    budget: new RetryBudget(settings.retry, now),
    random,
  };
  const shared = new SharedCalls();
  return {
    name,
    breaker: () => guard.breaker.state,
    load: () => guard.gate.load,
    stop: async () => transport.stop?.(),
    async call(request) {
      if (request.signal?.aborted) throw SubgraphFailure.cancelled(name, request.signal);
      try {
        if (request.kind === 'mutation') return await alone(guard, request).finally(() => shared.forget());
        if (!settings.shareInFlight) return await alone(guard, request);
        // Each who waits has a deadline of its own; that of the first must not end the call for the others.
        return await shared.join(request, () => start(guard, { ...request, deadlineAt: undefined }));
      } catch (error) {
        if (error instanceof SubgraphFailure) throw error;
        throw request.signal?.aborted
          ? SubgraphFailure.cancelled(name, request.signal)
          : SubgraphFailure.from(name, error);
      }
    },
  };
}

async function alone(guard: Guard, request: TransportRequest): Promise<SubgraphResponse> {
  const { signal } = request;
  const { answer, abandon } = start(guard, request);
  const leave = (): void => abandon(signal?.reason);
  signal?.addEventListener('abort', leave, { once: true });
  return answer.finally(() => signal?.removeEventListener('abort', leave));
}

function start(guard: Guard, request: TransportRequest): StartedCall {
  const scope = new CallScope(request, guard.settings.subgraphDeadlineMs);
  const answer = callWithRetries(guard, request, scope)
    .catch((error: unknown) => {
      // Whatever broke when the signal aborted, the reason for it is the abort.
      throw scope.signal.aborted ? SubgraphFailure.cancelled(guard.transport.name, scope.signal) : error;
    })
    .finally(() => scope.end());
  return { answer, abandon: (reason) => scope.abandon(reason) };
}

async function callWithRetries(guard: Guard, request: TransportRequest, scope: CallScope): Promise<SubgraphResponse> {
  guard.budget.earn();
  for (let retry = 0; ; retry += 1) {
    try {
      return await guard.breaker.run(() => callInTurn(guard, request, scope));
    } catch (error) {
      const pauseMs = request.kind === 'query' ? pauseBefore(guard, error, retry) : undefined;
      // A pause longer than the time that is left would only make the client wait for the same error.
      if (pauseMs === undefined || pauseMs >= scope.leftMs || !guard.budget.spend()) throw error;
      await sleep(pauseMs, undefined, { signal: scope.signal });
    }
  }
}

async function callInTurn(guard: Guard, request: TransportRequest, scope: CallScope): Promise<SubgraphResponse> {
  const { transport, gate, breaker } = guard;
  if (gate.isFull) throw new SubgraphFailure(transport.name, 'OVERLOADED');
  await gate.enter(scope.signal);
  try {
    // Those who waited while the service went away need not each find out for themselves.
    if (breaker.state === 'open') throw breaker.refusal();
    scope.markSent();
    return await transport.call({ ...request, signal: scope.signal });
  } finally {
    gate.leave();
  }
}

/** Milliseconds to wait before the next try, or nothing where a try would be wrong or useless. */
function pauseBefore({ settings, random }: Guard, error: unknown, retry: number): number | undefined {
  const { retriesMax, pauseMs, retryAfterMaxMs } = settings.retry;
  if (!(error instanceof SubgraphFailure) || error.retryAfterMs === undefined) return undefined;
  if (retry >= retriesMax || error.retryAfterMs > retryAfterMaxMs) return undefined;
  return error.retryAfterMs + random() * pauseMs * 2 ** retry;
}
