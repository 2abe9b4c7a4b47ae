/** One entry of `errors` in an answer; `code` is from the closed list in docs/errors.md. */
export type GraphProblem = {
  readonly message: string;
  readonly code: string;
  readonly path?: readonly (string | number)[];
  readonly service?: string;
};

/** What is known about a failed request; `requestId` finds it in the logs of the platform. */
export type GraphErrorDetails = {
  readonly status?: number;
  readonly requestId?: string;
  readonly problems?: readonly GraphProblem[];
  readonly retryAfterSeconds?: number;
};

/**
 * The request as a whole failed: no answer, or an answer without data. `code` is the first problem's code, `NETWORK` when
 * the server could not be reached or the connection broke, `TIMEOUT` when it took too long, or `BAD_RESPONSE` when what
 * came back was no GraphQL answer.
 */
export class GraphError extends Error {
  override readonly name = 'GraphError';

  constructor(
    readonly code: string,
    message: string,
    readonly details: GraphErrorDetails = {},
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/** A mutation answered with an expected failure; `failure` is the member of its result union. */
export class UserErrorReceived extends Error {
  override readonly name = 'UserErrorReceived';

  constructor(readonly failure: { readonly __typename: string; readonly message?: string }) {
    super(failure.message ?? failure.__typename);
  }
}
