import type { IncomingHttpHeaders } from 'node:http';

/** Pairs of headers remembered; clients send few. */
const headsMax = 100;

/** Remembers which type of answer Apollo Server chose for the `Content-Type` and `Accept` of a POST that it let through. */
export class AnswerTypes {
  readonly #byHead = new Map<string, string>();

  /** The type of the answer, if such a request was let through before. */
  find(headers: IncomingHttpHeaders): string | undefined {
    return this.#byHead.get(keyOf(headers));
  }

  /** Remembers the type of an answer that was given. */
  note(headers: IncomingHttpHeaders, type: string): void {
    if (this.#byHead.size >= headsMax) this.#byHead.clear();
    this.#byHead.set(keyOf(headers), type);
  }
}

function keyOf({ 'content-type': sent, accept }: IncomingHttpHeaders): string {
  return `${sent ?? ''}\n${accept ?? '*/*'}`;
}
