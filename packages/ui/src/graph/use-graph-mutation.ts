import type { AnyVariables } from '@urql/core';
import { useClient } from 'urql';
import type { GraphDocument } from './graph-document.js';
import type { GraphProblem } from './graph-problem.js';
import { readProblem } from './graph-problem.js';

/** What a mutation gave: its data, or why there is none. */
export type MutationAnswer<Data> = { readonly data?: Data; readonly problem?: GraphProblem };

/** A function that runs the mutation; it never rejects. Look at the union inside the data: an expected failure is data. */
export function useGraphMutation<Data, Variables extends AnyVariables>(
  document: GraphDocument<Data, Variables>,
): (variables: Variables) => Promise<MutationAnswer<Data>> {
  const client = useClient();
  return async (variables) => {
    const { data, error } = await client.mutation<Data, Variables>(document.toString(), variables).toPromise();
    if (data !== undefined && data !== null) return { data };
    return { problem: error === undefined ? { kind: 'unreachable' } : readProblem(error, navigator.onLine) };
  };
}
