import { causeOf, type CancelCause } from './traffic/request-lifetime.js';

/** Why a service gave no answer; `OVERLOADED`: it has more calls than it may have at once, and was not asked. */
export type FailureKind = 'SUBGRAPH_UNAVAILABLE' | 'DEADLINE_EXCEEDED' | 'OVERLOADED' | 'INTERNAL_SERVER_ERROR';

/** `retryAfterMs` says that a query may be sent again, at the earliest after so many milliseconds. */
type FailureDetails = {
  readonly cause?: unknown;
  readonly retryAfterMs?: number;
  readonly becauseOf?: CancelCause;
};

/** A service gave no usable answer. Its message is for clients: it names the service and never an address. */
export class SubgraphFailure extends Error {
  override readonly name = 'SubgraphFailure';
  readonly service: string;
  readonly kind: FailureKind;
  readonly retryAfterMs: number | undefined;
  /** Whose patience ended, where the call was given up. */
  readonly becauseOf: CancelCause | undefined;

  constructor(service: string, kind: FailureKind, { cause, retryAfterMs, becauseOf }: FailureDetails = {}) {
    super(messages[kind](service), { cause });
    this.service = service;
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
    this.becauseOf = becauseOf;
  }

  /** The failure of a call whose signal has aborted. */
  static cancelled(service: string, signal: AbortSignal): SubgraphFailure {
    return new SubgraphFailure(service, 'DEADLINE_EXCEEDED', { cause: signal.reason, becauseOf: causeOf(signal) });
  }

  /** Keeps a failure as it is; an aborted wait is a missed deadline; anything else thrown in this process is a fault. */
  static from(service: string, error: unknown): SubgraphFailure {
    if (error instanceof SubgraphFailure) return error;
    const isTimeout = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
    return new SubgraphFailure(service, isTimeout ? 'DEADLINE_EXCEEDED' : 'INTERNAL_SERVER_ERROR', { cause: error });
  }
}

const messages: Readonly<Record<FailureKind, (service: string) => string>> = {
  SUBGRAPH_UNAVAILABLE: (service) =>
    `The ${service} service cannot be reached; what it would have answered is missing. Retry later.`,
  DEADLINE_EXCEEDED: (service) =>
    `The ${service} service took too long; what it would have answered is missing. Retry later.`,
  OVERLOADED: (service) => `The ${service} service is busy; what it would have answered is missing. Retry later.`,
  INTERNAL_SERVER_ERROR: (service) => `The ${service} service failed.`,
};
