import type { Dispatcher } from 'undici';

/** One request as it goes out; `headers` alternate between names and values. */
export type Outgoing = {
  readonly path: string;
  readonly headers: string[];
  readonly body: string;
  readonly signal: AbortSignal;
};

/** An answer that arrived in full. The text is there with status 200 only: what a refusal says is for nobody here. */
export type Incoming = { readonly status: number; readonly retryAfter: string | undefined; readonly text: string };

/**
 * Posts once and reads the whole answer; redirects are answers like any other. Rejects with the signal's reason at once when that
 * aborts, and then closes the connection, which is how the service learns of it.
 */
export function exchange(dispatcher: Dispatcher, { path, headers, body, signal }: Outgoing): Promise<Incoming> {
  const { promise, resolve, reject } = Promise.withResolvers<Incoming>();
  const handler = new Exchange(signal, resolve, reject);
  // Timeouts of the client are off: the caller's signal covers the call from the first byte to the last.
  dispatcher.dispatch({ path, method: 'POST', headers, body, headersTimeout: 0, bodyTimeout: 0 }, handler);
  return promise;
}

class Exchange implements Dispatcher.DispatchHandler {
  readonly #signal: AbortSignal;
  readonly #resolve: (answer: Incoming) => void;
  readonly #reject: (error: unknown) => void;
  readonly #abort = (): void => this.#giveUp();
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #retryAfter: string | undefined;

  constructor(signal: AbortSignal, resolve: (answer: Incoming) => void, reject: (error: unknown) => void) {
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    signal.addEventListener('abort', this.#abort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#signal.aborted) this.#giveUp();
  }

  onResponseStart(_controller: unknown, status: number, headers: Readonly<Record<string, unknown>>): void {
    this.#status = status;
    const retryAfter = headers['retry-after'];
    this.#retryAfter = typeof retryAfter === 'string' ? retryAfter : undefined;
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    if (this.#status === 200) this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#signal.removeEventListener('abort', this.#abort);
    const [first = Buffer.alloc(0)] = this.#chunks;
    const bytes = this.#chunks.length > 1 ? Buffer.concat(this.#chunks) : first;
    this.#resolve({ status: this.#status, retryAfter: this.#retryAfter, text: bytes.toString('utf8') });
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#signal.removeEventListener('abort', this.#abort);
    this.#reject(error);
  }

  #giveUp(): void {
    this.#reject(this.#signal.reason);
    this.#controller?.abort(new Error('given up', { cause: this.#signal.reason }));
  }
}
