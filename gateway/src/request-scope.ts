import { AsyncLocalStorage } from 'node:async_hooks';
import type { CostRecord } from './limits/cost-record.js';

/** What is known of the request being served, wherever the code is: its id, and what the log line will say of it. */
export type RequestScope = {
  readonly requestId: string;
  /** Codes of the errors sent to the client. */
  readonly codes: Set<string>;
  /** The name of the operation that ran, once it is known to stand in the document. */
  operationName?: string;
  /** What the operation costs, once it is known and limits are on. */
  cost?: CostRecord;
};

/**
 * Carries the scope to Apollo Server's error formatter, which is called without any context for errors that happen
 * before a context exists (a cross-site request, a body without an operation).
 */
export const requestScope = new AsyncLocalStorage<RequestScope>();
