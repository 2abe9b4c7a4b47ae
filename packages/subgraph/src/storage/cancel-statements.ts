import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { cancelBackend } from './cancel-backend.js';
import { sqlState } from './rows.js';

/** The request was given up before this was done; nothing of it was kept. */
export class RequestCancelled extends Error {
  override readonly name = 'RequestCancelled';
}

/** SQLSTATE of a statement that was ended from outside. */
const queryCanceled = '57014';

/** Times a server is asked to end the statements of one connection, and milliseconds between. */
const attemptsMax = 10;
const attemptPauseMs = 100;

type Statement = { readonly client: Client; readonly over: PromiseWithResolvers<void>; cancelling?: Promise<void> };

/** What one request runs in the database, wherever in the code it does so. */
class RequestStatements {
  readonly #signal: AbortSignal;
  readonly #running = new Set<Statement>();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#cancelAll(), { once: true });
  }

  requireWanted(): void {
    if (this.#signal.aborted) throw new RequestCancelled('the request was given up');
  }

  /** Runs one statement; it is ended when the request is. The connection is not free before the server has seen to that. */
  async run(client: Client, send: () => unknown): Promise<unknown> {
    this.requireWanted();
    const statement: Statement = { client, over: Promise.withResolvers() };
    this.#running.add(statement);
    try {
      return await send();
    } catch (error) {
      if (!this.#signal.aborted || sqlState(error) !== queryCanceled) throw error;
      throw new RequestCancelled('the request was given up', { cause: error });
    } finally {
      this.#running.delete(statement);
      statement.over.resolve();
      // A late cancel would hit whatever runs next on this connection: another request's statement, or a commit.
      await statement.cancelling;
    }
  }

  #cancelAll(): void {
    const clients = Map.groupBy(this.#running, ({ client }) => client);
    for (const [client, statements] of clients) {
      const over = Promise.all(statements.map((statement) => statement.over.promise));
      const cancelling = cancelUntil(over, client);
      for (const statement of statements) statement.cancelling = cancelling;
    }
  }
}

/** Statements may wait in line on one connection, and only the one that runs is hit: so again, until all are over. */
async function cancelUntil(over: Promise<unknown>, client: Client): Promise<void> {
  let isOver = false;
  const ended = over.then(() => (isOver = true));
  for (let attempt = 0; attempt < attemptsMax && !isOver; attempt += 1) {
    await cancelBackend(client).catch(() => undefined);
    await Promise.race([ended, sleep(attemptPauseMs, undefined, { ref: false })]);
  }
}

const current = new AsyncLocalStorage<RequestStatements | undefined>();

/** Does the work of one request; when the signal aborts, its statements are ended and no others start. A commit that began goes on. */
export function cancelWith<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  return signal === undefined ? work() : current.run(new RequestStatements(signal), work);
}

/** Does work on behalf of many requests from within one, so that it does not end with that one. */
export function apartFromRequest<T>(work: () => T): T {
  return current.run(undefined, work);
}

/** Whether this is the end of a request that was given up, as code between here and the database may have wrapped it. */
export function isRequestCancelled(error: unknown): boolean {
  if (error instanceof RequestCancelled) return true;
  return error instanceof Error && 'driverError' in error && error.driverError instanceof RequestCancelled;
}

const rollback = /^\s*(?:rollback|abort)\b/i;
const commit = /^\s*(?:commit|end)\b/i;

/** Makes a connection's statements end with the request they run for. */
export function followRequests(client: Client): void {
  const send: unknown = client.query;
  if (typeof send !== 'function') throw new TypeError('a connection has no way to send statements');
  const query = (...args: readonly unknown[]): unknown => {
    const request = current.getStore();
    const text = args[0];
    const sendAll = (): unknown => Reflect.apply(send, client, args);
    // Statements with a callback are those of the pool itself.
    if (request === undefined || typeof text !== 'string' || typeof args.at(-1) === 'function') return sendAll();
    if (rollback.test(text)) return sendAll();
    if (!commit.test(text)) return request.run(client, sendAll);
    // Before it is sent nothing is kept; from then on nobody can tell, so it is left to finish.
    request.requireWanted();
    return sendAll();
  };
  Object.defineProperty(client, 'query', { value: query, configurable: true, writable: true });
}
