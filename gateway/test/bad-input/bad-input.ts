import type { GatewayOptions } from '../../src/start-gateway.js';
import type { TestGateway } from '../test-gateway.js';

/** One row of the table in docs/gateway.md, and a request that is of its kind. */
export type BadInput = {
  /** The row's first cell, to the letter. */
  readonly kind: string;
  readonly status: number;
  readonly code: string;
  /** How the gateway differs from the usual one of these tests. */
  readonly options?: Partial<GatewayOptions>;
  readonly request: (gateway: TestGateway) => BadRequest | Promise<BadRequest>;
};

/** What is sent where it differs from a good POST. */
export type BadRequest = {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly documentId?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
