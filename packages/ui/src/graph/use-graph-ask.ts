import type { AnyVariables } from '@urql/core';
import { useClient } from 'urql';
import type { GraphDocument } from './graph-document.js';

/** A function that runs a query once, past what is kept here, for an answer that is used and not shown; nothing when there is none. */
export function useGraphAsk<Data, Variables extends AnyVariables>(
  document: GraphDocument<Data, Variables>,
): (variables: Variables) => Promise<Data | undefined> {
  const client = useClient();
  return async (variables) => {
    const options = { requestPolicy: 'network-only' } as const;
    const { data } = await client.query<Data, Variables>(document.toString(), variables, options).toPromise();
    return data ?? undefined;
  };
}
