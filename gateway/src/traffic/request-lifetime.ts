import type { ServerResponse } from 'node:http';

/** Why work for a request was given up. */
export type CancelCause = 'client left' | 'request deadline' | 'service deadline';

/** The reason of every abort signal of the gateway. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  readonly because: CancelCause;

  constructor(because: CancelCause) {
    super(`given up: ${because}`);
    this.because = because;
  }
}

/** How long a request may go on: `signal` aborts when its client has left or its deadline has passed, whichever is first. */
export type RequestLifetime = {
  readonly signal: AbortSignal;
  /** On the clock of `performance.now()`, in milliseconds. */
  readonly deadlineAt: number;
};

/** Follows a request to its end. The timer and the listener go when the response is over, so nothing outlives it. */
export function followRequest(response: ServerResponse, deadlineMs: number): RequestLifetime {
  const controller = new AbortController();
  const deadlineAt = performance.now() + deadlineMs;
  const timer = setTimeout(() => controller.abort(new Cancelled('request deadline')), deadlineMs);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(new Cancelled('client left'));
  });
  if (response.destroyed) controller.abort(new Cancelled('client left'));
  return { signal: controller.signal, deadlineAt };
}

/** The cause an abort was given, if it was one of ours. */
export function causeOf(signal: AbortSignal): CancelCause | undefined {
  return signal.reason instanceof Cancelled ? signal.reason.because : undefined;
}
