import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Does the work of a request; every line that is logged on the way there carries its id. */
export function asRequest<T>(requestId: string, work: () => T): T {
  return current.run(requestId, work);
}

/** The id of the request that is being served, wherever the code is; undefined in work that nobody asked for. */
export function currentRequestId(): string | undefined {
  return current.getStore();
}
