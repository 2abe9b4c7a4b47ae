import {
  circuitBreaker,
  CircuitState,
  CountBreaker,
  handleWhen,
  isBrokenCircuitError,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { SubgraphFailure } from '../subgraph-failure.js';
import type { BreakerSettings } from './traffic-settings.js';

/** `open`: calls are refused at once. `half-open`: one call tries whether the service is back, the others are refused. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/**
 * Leaves a service alone that fails most of its calls, and lets one call through from time to time to see whether it is back.
 * Only outages count: a client that leaves, or a place that is not free here, says nothing about the service.
 */
export class ServiceBreaker {
  readonly #service: string;
  readonly #policy: CircuitBreakerPolicy;

  constructor(service: string, settings: BreakerSettings, onChange: (state: BreakerState) => void) {
    this.#service = service;
    this.#policy = circuitBreaker(
      // A probe that was cut short proved nothing, so the circuit must not close on it.
      handleWhen((error) => isOutage(error) || this.state === 'half-open'),
      {
        halfOpenAfter: settings.probeAfterMs,
        breaker: new CountBreaker({
          threshold: settings.failureShare,
          size: settings.window,
          minimumNumberOfCalls: settings.callsMin,
        }),
      },
    );
    this.#policy.onStateChange((state) => onChange(nameOf(state)));
  }

  /** What is known of the service; an open circuit becomes half-open only with the next call. */
  get state(): BreakerState {
    return nameOf(this.#policy.state);
  }

  /** Does the work, or throws a SubgraphFailure at once while the circuit is open or a probe is under way. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    // The library lets everybody wait for the probe, which against a service that hangs is the whole deadline.
    if (this.#policy.state === CircuitState.HalfOpen) throw this.refusal();
    try {
      return await this.#policy.execute(work);
    } catch (error) {
      throw isBrokenCircuitError(error) ? this.refusal() : error;
    }
  }

  /** The failure of a call that was not made. */
  refusal(): SubgraphFailure {
    return new SubgraphFailure(this.#service, 'SUBGRAPH_UNAVAILABLE', { cause: new CircuitOpen() });
  }
}

/** Tells a call that was not made from one that failed. */
export class CircuitOpen extends Error {
  override readonly name = 'CircuitOpen';
}

function isOutage(error: unknown): boolean {
  if (!(error instanceof SubgraphFailure)) return false;
  const isUnreachable = error.kind === 'SUBGRAPH_UNAVAILABLE' && !(error.cause instanceof CircuitOpen);
  return isUnreachable || error.becauseOf === 'service deadline';
}

function nameOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}
