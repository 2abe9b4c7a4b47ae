import type { Caller } from '@guildhall/service-identity';
import type { SubgraphResponse } from '@guildhall/subgraph';
import type { TransportRequest } from '../subgraph-call.js';

/** A call under way, and how many wait for it. */
type SharedCall = {
  readonly answer: Promise<SubgraphResponse>;
  readonly abandon: (reason: unknown) => void;
  waiting: number;
};

/** A call as it is started: its answer, and how to give it up. */
export type StartedCall = Pick<SharedCall, 'answer' | 'abandon'>;

/**
 * Sends identical queries of one identity once while they are under way at the same time. Identical means the text, the variables and
 * everything of the caller that a service is told; nothing is kept once the answer is there. Those who wait get the same object and
 * must not change it.
 */
export class SharedCalls {
  readonly #byText = new Map<string, Map<string, SharedCall>>();

  /** Joins the same query if it is under way, else starts it. It goes on as long as one of those who wait is still there. */
  join(request: TransportRequest, start: () => StartedCall): Promise<SubgraphResponse> {
    const key = keyOf(request);
    const calls = this.#byText.get(request.query) ?? this.#open(request.query);
    let call = calls.get(key);
    if (call === undefined) {
      call = { ...start(), waiting: 0 };
      calls.set(key, call);
      const close = (): void => this.#close(request.query, key, call);
      call.answer.then(close, close);
    }
    return waitFor(call, request.signal, () => this.#close(request.query, key, call));
  }

  /** What is under way is not joined any more: a mutation ended, and a query asked after it must see what it did. */
  forget(): void {
    this.#byText.clear();
  }

  #open(query: string): Map<string, SharedCall> {
    const calls = new Map<string, SharedCall>();
    this.#byText.set(query, calls);
    return calls;
  }

  #close(query: string, key: string, call: SharedCall | undefined): void {
    const calls = this.#byText.get(query);
    if (calls === undefined || calls.get(key) !== call) return;
    calls.delete(key);
    if (calls.size === 0) this.#byText.delete(query);
  }
}

/** Waits for a shared call as long as this one's own request lasts; the last who leaves ends it. */
function waitFor(call: SharedCall, signal: AbortSignal | undefined, close: () => void): Promise<SubgraphResponse> {
  call.waiting += 1;
  if (signal === undefined) return call.answer;
  const { promise, resolve, reject } = Promise.withResolvers<SubgraphResponse>();
  const leave = (): void => {
    call.waiting -= 1;
    reject(signal.reason);
    if (call.waiting > 0) return;
    // Whoever comes now must not join a call that is ending.
    close();
    call.abandon(signal.reason);
  };
  const stay = (): void => signal.removeEventListener('abort', leave);
  signal.addEventListener('abort', leave, { once: true });
  call.answer.then(resolve, reject).finally(stay);
  return promise;
}

function keyOf({ caller, operationName, variables }: TransportRequest): string {
  return `${identityOf(caller)} ${operationName ?? ''} ${JSON.stringify(variables)}`;
}

const identities = new WeakMap<Caller, string>();

/** Every part of the identity that is forwarded, so that two callers are one only where a service cannot tell them apart. */
function identityOf(caller: Caller): string {
  const known = identities.get(caller);
  if (known !== undefined) return known;
  const identity = JSON.stringify(caller);
  identities.set(caller, identity);
  return identity;
}
