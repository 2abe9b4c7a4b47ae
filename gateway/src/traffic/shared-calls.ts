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
 * everything of the caller that a service is told; nothing is kept once the answer is there. Each who waits gets an answer of its own,
 * because the executor builds its result in it.
 */
export class SharedCalls {
  readonly #byText = new Map<string, Map<string, SharedCall>>();

  /** Joins the same query if it is under way, else starts it. It goes on as long as one of those who wait is still there. */
  join(request: TransportRequest, start: () => StartedCall): Promise<SubgraphResponse> {
    const key = keyOf(request);
    const calls = this.#byText.get(request.query) ?? this.#open(request.query);
    const known = calls.get(key);
    const call = known ?? { ...start(), waiting: 0 };
    const close = (): void => this.#close(request.query, key, call);
    if (known === undefined) {
      calls.set(key, call);
      call.answer.then(close, close);
    }
    // All copies are taken before the first who waits can go on: they listen to the same promise, one step away from it.
    const answer = known === undefined ? call.answer : call.answer.then(copyOf);
    return waitFor({ call, answer, signal: request.signal, close });
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

/** One of those who wait: the call, this one's own copy of the answer, and how nobody else joins a call that is given up. */
type Waiting = {
  readonly call: SharedCall;
  readonly answer: Promise<SubgraphResponse>;
  readonly signal: AbortSignal | undefined;
  readonly close: () => void;
};

/** Waits for a shared call as long as this one's own request lasts; the last who leaves ends it. */
function waitFor({ call, answer, signal, close }: Waiting): Promise<SubgraphResponse> {
  call.waiting += 1;
  if (signal === undefined) return answer;
  const { promise, resolve, reject } = Promise.withResolvers<SubgraphResponse>();
  const leave = (): void => {
    call.waiting -= 1;
    reject(signal.reason);
    if (call.waiting > 0) return;
    close();
    call.abandon(signal.reason);
  };
  signal.addEventListener('abort', leave, { once: true });
  answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  return promise;
}

function copyOf({ data, errors }: SubgraphResponse): SubgraphResponse {
  return { data: data && copyRecord(data), errors: errors?.map((error) => ({ ...error })) };
}

/** Answers are JSON: a plain walk is several times faster than the platform's general clone. */
function copyValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(copyValue) : copyRecord(value);
}

function copyRecord(record: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  // An own key of this name would become the prototype of the copy.
  for (const [key, value] of Object.entries(record)) if (key !== '__proto__') copy[key] = copyValue(value);
  return copy;
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
