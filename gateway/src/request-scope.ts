import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '@guildhall/tracing';
import type { LastingAnswer } from './caching/cache-headers-plugin.js';
import type { CostRecord } from './limits/cost-record.js';
import type { RequestTimings } from './telemetry/request-timings.js';

/** What is known of the request being served, wherever the code is: its id, and what the log line will say of it. */
export type RequestScope = {
  readonly requestId: string;
  /** Where the request came from, as far as trusted proxies say. */
  readonly address: string;
  /** Codes of the errors sent to the client. */
  readonly codes: Set<string>;
  readonly timings: RequestTimings;
  /** The name of the operation that ran, once it is known to stand in the document. */
  operationName?: string;
  /** Whether the document was valid and holds the operation. */
  isValid?: boolean;
  /** What may be kept of the answer, once it is there. */
  lasting?: LastingAnswer;
  /** What the operation costs, once it is known and limits are on. */
  cost?: CostRecord;
  /** The request's place in its trace, where traces are written. */
  span?: Span;
};

/** Notes what runs: a valid operation, by its own name. Names are the client's words, so only their beginning is kept. */
export function nameOperation(scope: RequestScope | undefined, name: string | null): void {
  if (!scope) return;
  scope.isValid = true;
  if (name !== null) scope.operationName = name.slice(0, 80);
}

/**
 * Carries the scope to Apollo Server's error formatter, which is called without any context for errors that happen
 * before a context exists (a cross-site request, a body without an operation).
 */
export const requestScope = new AsyncLocalStorage<RequestScope>();
