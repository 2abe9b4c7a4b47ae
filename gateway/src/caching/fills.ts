/** Gets each thing once while it is being got, however many ask for it. */
export class Fills<Filled> {
  readonly #open = new Map<string, Promise<Filled>>();

  /** What is under way for a key, if anything is. */
  find(key: string): Promise<Filled> | undefined {
    return this.#open.get(key);
  }

  /** Lets others wait for something until it is there. */
  add(key: string, filled: Promise<Filled>): Promise<Filled> {
    this.#open.set(key, filled);
    const close = (): void => void this.#open.delete(key);
    filled.then(close, close);
    return filled;
  }
}

/** Waits for something that goes on without whoever waits; rejects with the signal's reason when that is first. */
export function waitFor<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  const leave = (): void => reject(signal.reason);
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  value.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  return promise;
}
