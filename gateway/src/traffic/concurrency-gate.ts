type Waiter = { enter(): void; isGone: boolean };

/** Lets a bounded number of calls through at once and a bounded number wait, first come first served. */
export class ConcurrencyGate {
  readonly #limit: number;
  readonly #queueMax: number;
  readonly #line: Waiter[] = [];
  #inside = 0;
  #waiting = 0;

  constructor(limit: number, queueMax: number) {
    this.#limit = limit;
    this.#queueMax = queueMax;
  }

  /** Whether a call would be refused now. */
  get isFull(): boolean {
    return this.#inside >= this.#limit && this.#waiting >= this.#queueMax;
  }

  /** Calls let through and not yet over, and calls that wait. */
  get load(): { readonly inside: number; readonly waiting: number } {
    return { inside: this.#inside, waiting: this.#waiting };
  }

  /** Takes a place, after waiting for one; rejects with the signal's reason when that aborts first. Ask `isFull` before. */
  async enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#inside < this.#limit) this.#inside += 1;
    else await this.#wait(signal);
  }

  /** Gives a place back: to the next that waits, or to whoever comes. */
  leave(): void {
    for (let next = this.#line.shift(); next !== undefined; next = this.#line.shift()) {
      if (next.isGone) continue;
      next.enter();
      return;
    }
    this.#inside -= 1;
  }

  #wait(signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const give = (): void => {
      waiter.isGone = true;
      this.#waiting -= 1;
      reject(signal.reason);
    };
    const waiter: Waiter = {
      isGone: false,
      enter: () => {
        signal.removeEventListener('abort', give);
        this.#waiting -= 1;
        resolve();
      },
    };
    signal.addEventListener('abort', give, { once: true });
    this.#line.push(waiter);
    this.#waiting += 1;
    return promise;
  }
}
