import type { Caller } from '@guildhall/service-identity';
import type { SubgraphResponse } from '@guildhall/subgraph';
import type { TransportRequest } from '../subgraph-call.js';

/** A call under way, for whom and with what, and how many wait for it. */
type SharedCall = StartedCall & {
  readonly request: TransportRequest;
  /** The variables as text, once somebody had to compare them. */
  variables?: string;
  waiting: number;
};

/** A call as it is started: its answer, and how to give it up. */
export type StartedCall = { readonly answer: Promise<SubgraphResponse>; readonly abandon: (reason: unknown) => void };

/**
 * Sends identical queries of one identity once while they are under way at the same time. Identical means the text, the variables and
 * everything of the caller that a service is told; nothing is kept once the answer is there. Each who waits gets an answer of its own,
 * because the executor builds its result in it.
 */
export class SharedCalls {
  /** By the text of the query: most calls are alone with theirs, and then nothing has to be compared. */
  readonly #byText = new Map<string, SharedCall[]>();

  /** Joins the same query if it is under way, else starts it. It goes on as long as one of those who wait is still there. */
  join(request: TransportRequest, start: () => StartedCall): Promise<SubgraphResponse> {
    const calls = this.#byText.get(request.query);
    const known = calls && findSame(calls, request);
    const call: SharedCall = known ?? { ...start(), request, waiting: 0 };
    const close = (): void => this.#close(call);
    if (known === undefined) {
      if (calls === undefined) this.#byText.set(request.query, [call]);
      else calls.push(call);
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

  #close(call: SharedCall): void {
    const { query } = call.request;
    const calls = this.#byText.get(query);
    const position = calls?.indexOf(call) ?? -1;
    if (calls === undefined || position < 0) return;
    if (calls.length === 1) this.#byText.delete(query);
    else calls.splice(position, 1);
  }
}

function findSame(calls: readonly SharedCall[], request: TransportRequest): SharedCall | undefined {
  let variables: string | undefined;
  return calls.find((call) => {
    const other = call.request;
    if (other.operationName !== request.operationName || !isSameCaller(other.caller, request.caller)) return false;
    variables ??= JSON.stringify(request.variables);
    call.variables ??= JSON.stringify(other.variables);
    return call.variables === variables;
  });
}

/** Every part of the identity, whatever parts there are; what cannot be compared is not the same. */
function isSameCaller(one: Caller, other: Caller): boolean {
  if (one === other) return true;
  const parts: Readonly<Record<string, unknown>> = other;
  const entries = Object.entries(one);
  if (entries.length !== Object.keys(other).length) return false;
  return entries.every(([name, part]: [string, unknown]) => isSamePart(part, parts[name]));
}

function isSamePart(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, index) => item === other[index]);
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
