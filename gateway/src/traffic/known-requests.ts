import type { Caller } from '@guildhall/service-identity';
import type { ValidOperation } from '../access/guard-gateway.js';

/** Operations remembered; the one asked longest ago goes first. */
const requestsMax = 1_000;

/**
 * What clients asked lately, so that its plans can be made before a new supergraph is served. One of each operation and kind of caller
 * is kept, without variables and without who it was.
 */
export class KnownRequests {
  readonly #inputs = new Map<string, ValidOperation>();

  /** Remembers a request that was valid. */
  note(input: ValidOperation): void {
    const { caller } = input.context;
    const scopes = 'scopes' in caller ? caller.scopes.join(' ') : '';
    const key = `${caller.kind} ${scopes} ${input.operationName ?? ''} ${input.queryHash}`;
    const known = this.#inputs.get(key);
    this.#inputs.delete(key);
    this.#inputs.set(key, known ?? withoutPerson(input, caller));
    if (this.#inputs.size > requestsMax) this.#inputs.delete(this.#inputs.keys().next().value ?? '');
  }

  /** The latest first, because their plans are wanted first. */
  list(): readonly ValidOperation[] {
    return [...this.#inputs.values()].reverse();
  }
}

/** A plan is made for no request. */
const unasked = { requestId: '', signal: new AbortController().signal };

/** What a request carries besides is that of somebody, and must not be kept. */
function withoutPerson(
  { document, operation, operationName, queryHash }: ValidOperation,
  caller: Caller,
): ValidOperation {
  const nobody = 'subject' in caller ? { ...caller, subject: '' } : caller;
  return { document, operation, operationName, queryHash, request: {}, context: { ...unasked, caller: nobody } };
}
