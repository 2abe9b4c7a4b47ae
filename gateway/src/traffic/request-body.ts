import type { TransportRequest } from '../subgraph-call.js';

/** Texts kept; more would be a sign that texts are not stable, and the memory is given back. */
const textsMax = 4_096;

/**
 * Writes the JSON body of a call. Texts of operations are stable and long, so each is escaped once; variables differ from call to
 * call.
 */
export class RequestBodies {
  readonly #escaped = new Map<string, string>();

  /** The body of one call. */
  write({ query, operationName, variables }: Pick<TransportRequest, 'query' | 'operationName' | 'variables'>): string {
    const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
    const values = variables === undefined ? '' : `,"variables":${JSON.stringify(variables)}`;
    return `{"query":${this.#escape(query)}${name}${values}}`;
  }

  #escape(query: string): string {
    const known = this.#escaped.get(query);
    if (known !== undefined) return known;
    if (this.#escaped.size >= textsMax) this.#escaped.clear();
    const escaped = JSON.stringify(query);
    this.#escaped.set(query, escaped);
    return escaped;
  }
}
