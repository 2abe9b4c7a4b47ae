import type { AnyVariables } from '@urql/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useOnline } from '../app/use-online.js';
import type { GraphDocument } from './graph-document.js';
import type { GraphProblem } from './graph-problem.js';
import { readProblem } from './graph-problem.js';

/** How a query stands; `QueryView` draws it. Data and a problem together mean that a part is missing or out of date. */
export type GraphQuery<Result> = {
  readonly data?: Result;
  readonly problem?: GraphProblem;
  /** True while there is nothing to show yet. */
  readonly isLoading: boolean;
  /** True while known data is being asked for again. */
  readonly isStale: boolean;
  reload(): void;
};

/** What may be said about a query beside its variables. */
export type GraphQueryOptions = {
  /** Waits as long as this is true, for example until an id is known. */
  readonly isPaused?: boolean;
};

/**
 * Runs a query and keeps its last answer while the next is on its way or has failed, so that a page never goes blank. Asks again when the
 * connection comes back.
 */
export function useGraphQuery<Result, Variables extends AnyVariables>(
  document: GraphDocument<Result, Variables>,
  variables: Variables,
  { isPaused = false }: GraphQueryOptions = {},
): GraphQuery<Result> {
  const [{ data, error, fetching, stale }, execute] = useQuery<Result, Variables>({
    query: document.toString(),
    variables,
    pause: isPaused,
  });
  const isOnline = useOnline();
  const asked = JSON.stringify(variables);
  const known = useLastData(data ?? undefined, asked);
  const problem = error === undefined ? undefined : readProblem(error, isOnline);
  const isDisconnected = problem !== undefined && problem.kind !== 'refused';
  const reload = (): void => execute({ requestPolicy: 'network-only' });
  useEffect(() => {
    if (isOnline && isDisconnected) execute({ requestPolicy: 'network-only' });
    // Only the return of the connection asks again; a failure while online waits for the person.
  }, [isOnline]);
  return {
    data: known,
    problem,
    isLoading: known === undefined && problem === undefined,
    isStale: fetching || stale,
    reload,
  };
}

function useLastData<Result>(data: Result | undefined, asked: string): Result | undefined {
  const [last, setLast] = useState<{ readonly data?: Result; readonly asked: string }>({ asked });
  if (data !== undefined && data !== last.data) setLast({ data, asked });
  if (data !== undefined) return data;
  return last.asked === asked ? last.data : undefined;
}
