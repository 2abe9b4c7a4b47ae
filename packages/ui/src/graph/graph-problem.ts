import type { CombinedError } from '@urql/core';

/** Why an operation gave nothing, or not everything. */
export type GraphProblem = {
  /** `offline`: this device has no connection. `unreachable`: no answer came. `refused`: the graph answered with an error. */
  readonly kind: 'offline' | 'unreachable' | 'refused';
  /** The code of the error catalogue; absent without an answer. */
  readonly code?: string;
  /** What to tell us, so that the fault is found in the logs. */
  readonly requestId?: string;
};

/** What a failed operation means for the person in front of it. The first error decides; the rest say the same of other fields. */
export function readProblem(error: CombinedError, isOnline: boolean): GraphProblem {
  const [first] = error.graphQLErrors;
  if (first === undefined) return { kind: isOnline ? 'unreachable' : 'offline' };
  const { code, requestId } = first.extensions;
  return {
    kind: 'refused',
    code: typeof code === 'string' ? code : undefined,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}
