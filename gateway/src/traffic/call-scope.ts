import type { TransportRequest } from '../subgraph-call.js';
import { Cancelled } from './request-lifetime.js';

/**
 * The life of one call to a service, from asking for a place to the last byte. Its signal aborts at the service's deadline, at the
 * request's, or when nobody waits for the answer any more. A mutation that was sent is not given up because its client left: the
 * service may have done the work, and whoever asks again under the same idempotency key should find it done. It ends at its deadline.
 */
export class CallScope {
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #isMutation: boolean;
  readonly #timer: NodeJS.Timeout;
  readonly #endsAt: number;
  #isSent = false;

  constructor(request: Pick<TransportRequest, 'kind' | 'deadlineAt'>, serviceDeadlineMs: number) {
    this.signal = this.#controller.signal;
    this.#isMutation = request.kind === 'mutation';
    const now = performance.now();
    const leftMs = request.deadlineAt === undefined ? Infinity : request.deadlineAt - now;
    const cause = leftMs < serviceDeadlineMs ? 'request deadline' : 'service deadline';
    const lifeMs = Math.max(Math.min(leftMs, serviceDeadlineMs), 0);
    this.#endsAt = now + lifeMs;
    this.#timer = setTimeout(() => this.#controller.abort(new Cancelled(cause)), lifeMs);
  }

  /** Milliseconds until the deadline. */
  get leftMs(): number {
    return this.#endsAt - performance.now();
  }

  /** From here on the service may have acted. */
  markSent(): void {
    this.#isSent = true;
  }

  /** Gives the call up on behalf of its client. */
  abandon(reason: unknown): void {
    if (this.#isMutation && this.#isSent) return;
    this.#controller.abort(reason);
  }

  /** Ends the timer; call it once, when the call is over. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
